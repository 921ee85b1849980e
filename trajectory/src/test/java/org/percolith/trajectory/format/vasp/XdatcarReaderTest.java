package org.percolith.trajectory.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.structure.StructureFile;

/** The dialects and kinds of damage of XDATCAR, on a cell with two Li and one O. */
class XdatcarReaderTest {

    private static final String CELL = "1\n 4.0 0.0 0.0\n 0.0 5.0 0.0\n 0.0 0.0 6.0\n";
    private static final String HEADER = "Li2O\n" + CELL + " Li O\n 2 1\n";
    private static final String FIRST = """
             0.10000000 0.20000000 0.30000000
             0.40000000 0.50000000 0.60000000
             0.70000000 0.80000000 0.90000000
            """;
    private static final String SECOND = """
             0.11000000 0.21000000 0.31000000
             0.41000000 0.51000000 0.61000000
             0.71000000 0.81000000 0.91000000
            """;
    private static final double[] FIRST_FRAME = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] SECOND_FRAME = {0.11, 0.21, 0.31, 0.41, 0.51, 0.61, 0.71, 0.81, 0.91};
    private static final String FIXED = HEADER + direct(1) + FIRST + direct(2) + SECOND;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void fixedCell() throws IOException {
        ReadFrames read = read(FIXED);
        assertTwoFrames(read);
        assertThat(read.cells()).containsOnly(Cell.orthorhombic(4, 5, 6));
        assertThat(read.labels()).containsExactly(1L, 2L);
        assertThat(read.lines()).containsExactly(8L, 12L);
        assertThat(read.unwrapped()).isFalse();
        assertWhole(read);
    }

    /** Nobody is to make room for a frame that a damaged count promises. */
    @Test
    void aCountOfAtomsThatTheTextCannotHoldIsRefused() {
        assertThatThrownBy(() -> read(FIXED.replace(" 2 1\n", " 9999999 1\n")))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContainingAll("10000000 atoms", "no frame");
    }

    /** CHGCAR, CHG, PARCHG and LOCPOT start as an XDATCAR of one frame does. */
    @Test
    void aDensityGridIsNoTrajectory() throws IOException {
        String density = HEADER + "Direct\n" + FIRST + "\n   2   2   3\n 0.1 0.2 0.3 0.4 0.5\n 0.6 0.7 0.8 0.9 1.0\n";
        assertThatThrownBy(() -> read(density))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContainingAll("line 13", "grid", "CHGCAR", "--lattice");
        assertThat(StructureFile.read(folder.resolve("XDATCAR")).atoms().symbols())
                .containsExactly("Li", "Li", "O");
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        ReadFrames read = read(FIXED.replace("0.41000000", "41000.0000"));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("expected three coordinates", "41000.0000");
    }

    @Test
    void repeatedHeadersGiveEveryFrameItsCell() throws IOException {
        String wider = HEADER.replace("4.0", "4.5");
        ReadFrames read = read(HEADER + direct(1) + FIRST + wider + direct(2) + SECOND);
        assertTwoFrames(read);
        assertThat(read.cells()).containsExactly(Cell.orthorhombic(4, 5, 6), Cell.orthorhombic(4.5, 5, 6));
        assertWhole(read);
    }

    @Test
    void aTitleMayBeBlankInEveryHeader() throws IOException {
        String untitled = HEADER.replace("Li2O\n", "   \n");
        ReadFrames read = read(untitled + direct(1) + FIRST + untitled + direct(2) + SECOND);
        assertTwoFrames(read);
        assertWhole(read);
    }

    @Test
    void blankLinesBetweenFramesAsVasp52WritesThem() throws IOException {
        ReadFrames read = read(HEADER + "\n" + FIRST + "\n" + SECOND);
        assertTwoFrames(read);
        assertThat(read.labels()).containsOnly(Frame.NO_LABEL);
        assertWhole(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {" Li/1a2b3c4d O/9f8e7d", " Li_sv/1a2b3c O_s", " Li_sv O"})
    void speciesAreCutAtHashAndFlavour(String species) throws IOException {
        ReadFrames read = read(FIXED.replace(" Li O", species));
        assertTwoFrames(read);
    }

    @Test
    void theSameSpeciesTwiceIsOneSpecies() throws IOException {
        ReadFrames read = read(FIXED.replace(" Li O\n 2 1\n", " Li O Li\n 1 1 1\n"));
        assertThat(read.atoms().symbols()).containsExactly("Li", "O", "Li");
        assertThat(read.atoms().composition()).isEqualTo(Map.of("Li", 2, "O", 1));
        assertThat(read.atoms().indicesOf(Arrays.asList("Li"))).containsExactly(0, 2);
    }

    @Test
    void gluedNumbers() throws IOException {
        ReadFrames read = read(HEADER + direct(1) + "-0.10000000-0.20000000-0.30000000\n"
                + " 0.40000000-0.50000000 0.60000000\n 10.70000000 0.80000000-0.90000000\n");
        assertThat(read.fractional().get(0)).containsExactly(-0.1, -0.2, -0.3, 0.4, -0.5, 0.6, 10.7, 0.8, -0.9);
        assertWhole(read);
    }

    @Test
    void aNegativeScaleIsTheVolume() throws IOException {
        ReadFrames read = read(FIXED.replaceFirst("\n1\n", "\n-960\n"));
        assertThat(read.cells().get(0).volumeA3()).isCloseTo(960, within(1e-9));
        assertThat(read.cells().get(0).lengthA(0)).isCloseTo(4 * Math.cbrt(960.0 / 120), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n\n", "  \n \t \n", "   "})
    void trailingBlanksAreHarmless(String tail) throws IOException {
        ReadFrames read = read(FIXED + tail);
        assertTwoFrames(read);
        assertWhole(read);
    }

    @Test
    void carriageReturnsTabsAndAMissingFinalNewlineAreHarmless() throws IOException {
        for (String text : new String[] {
            FIXED.replace("\n", "\r\n"),
            FIXED.replace(" 0.", "\t0."),
            FIXED.stripTrailing(),
            FIXED.replace("0\n 0", "0 Li\n 0")
        }) {
            ReadFrames read = read(text);
            assertTwoFrames(read);
            assertWhole(read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Direct configuration= 0", "direct configuration=    17", "Direct", "Direct configuration"})
    void configurationLines(String line) throws IOException {
        ReadFrames read = read(HEADER + line + "\n" + FIRST);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.fractional().get(0)).isEqualTo(FIRST_FRAME);
    }

    @Test
    void velocitiesOfAContcarAreNoFrame() throws IOException {
        ReadFrames read = read(HEADER + "Direct\n" + FIRST + "\n" + SECOND);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.fractional().get(0)).isEqualTo(FIRST_FRAME);
        assertThat(read.notices()).singleElement().asString().contains("line 13", "CONTCAR", "velocities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cartesian", "cart", "Selective dynamics\nDirect"})
    void aPoscarIsToldFromATrajectory(String mode) {
        assertThatThrownBy(() -> read(HEADER + mode + "\n" + FIRST))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContainingAll("line 8", "POSCAR", "--lattice");
    }

    @Test
    void aHeaderAloneHoldsNoFrame() throws IOException {
        ReadFrames read = read(HEADER);
        assertThat(read.frames()).isZero();
        assertThat(read.truncated()).isFalse();
    }

    @Test
    void anEmptyFileIsTold() throws IOException {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aMissingSpeciesLineIsTold() {
        assertThatThrownBy(() -> read(FIXED.replace(" Li O\n", "")))
                .isInstanceOf(MalformedTrajectoryException.class)
                .hasMessageContaining("XDATCAR, line 6")
                .hasMessageContaining("names none");
    }

    @Test
    void framesBeforeAChangeOfCompositionAreUsedAndBothCompositionsNamed() throws IOException {
        String other = HEADER.replace(" Li O", " Li S");
        ReadFrames read = read(FIXED + other + direct(1) + FIRST);
        assertTwoFrames(read);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains("line 16", "Li2 S1, Li2 O1 before", "the 2 complete frames before it are used");
    }

    @Test
    void starsStopReadingWithTheirLine() throws IOException {
        String third = FIRST.replace("0.40000000", "**********");
        ReadFrames read = read(FIXED + direct(3) + third + direct(4) + FIRST);
        assertTwoFrames(read);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains("line 18", "**********", "frame 3", "the 2 complete frames before it are used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4 NaN 0.6", "0.4 0.5", "0.4 Inf 0.6", "0.4 1e999 0.6", "Li Li Li", "0.4 0.5 0.6.7"})
    void whatIsNoCoordinateStopsReading(String row) throws IOException {
        ReadFrames read = read(FIXED + direct(3) + "0.1 0.2 0.3\n" + row + "\n0.7 0.8 0.9\n");
        assertTwoFrames(read);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("line 18", "frame 3");
    }

    @Test
    void aCutFrameIsLeftOut() throws IOException {
        for (int cut = 1; cut < direct(3).length() + FIRST.length() - 2; cut++) {
            ReadFrames read = read(FIXED + (direct(3) + FIRST).substring(0, cut));
            assertTwoFrames(read);
        }
        ReadFrames read = read(FIXED + direct(3) + FIRST.substring(0, FIRST.length() - 3));
        assertTwoFrames(read);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("frame 3", "2 of 3 atoms");
    }

    @Test
    void aCutHeaderIsTold() throws IOException {
        ReadFrames read = read(FIXED + HEADER.substring(0, 30));
        assertTwoFrames(read);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).hasSize(1);
        assertThatThrownBy(() -> read(HEADER.substring(0, HEADER.length() - 4)))
                .isInstanceOf(UnsupportedFormatException.class);
    }

    @Test
    void tooManyRowsStopReading() throws IOException {
        ReadFrames read = read(HEADER + direct(1) + FIRST + " 0.5 0.5 0.5\n" + direct(2) + SECOND);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("line 12", "a row more than the 3 atoms");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 2 0\n", " 2 -1\n", " 2\n", " 2 x\n", " 2 999999999\n", " 999999999 999999999\n"})
    void impossibleCounts(String counts) {
        assertThatThrownBy(() -> read(FIXED.replace(" 2 1\n", counts)))
                .isInstanceOf(MalformedTrajectoryException.class)
                .hasMessageContaining("line 7");
    }

    @Test
    void aCellWithoutVolumeIsRefused() {
        assertThatThrownBy(() -> read(FIXED.replace("6.0", "0.0")))
                .isInstanceOf(MalformedTrajectoryException.class)
                .hasMessageContaining("span no volume");
        assertThatThrownBy(() -> read(FIXED.replace("\n1\n", "\n0\n")))
                .isInstanceOf(MalformedTrajectoryException.class);
    }

    @Test
    void aCutGzipStreamKeepsItsCompleteFrames() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int k = 1; k <= 2000; k++) {
            text.append(direct(k)).append(k % 2 == 0 ? SECOND : FIRST.replace("0.1", String.format("0.%04d1", k)));
        }
        byte[] whole = ReadFrames.gzip(text.toString());
        Path file = Files.write(folder.resolve("XDATCAR.gz"), Arrays.copyOf(whole, whole.length * 6 / 10));
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.frames()).isBetween(500, 1900);
        assertThat(read.fractional().get(1)).isEqualTo(SECOND_FRAME);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains(
                        "the compressed stream breaks off",
                        "the " + read.frames() + " complete frames before it are used");
    }

    @Test
    void concatenatedGzipMembersAreOneText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ReadFrames.gzip(HEADER + direct(1) + FIRST));
        bytes.write(ReadFrames.gzip(HEADER + direct(1) + SECOND));
        bytes.write(ReadFrames.gzip(HEADER + direct(1) + FIRST));
        ReadFrames read = ReadFrames.of(Files.write(folder.resolve("XDATCAR"), bytes.toByteArray()));
        assertThat(read.fractional()).containsExactly(FIRST_FRAME, SECOND_FRAME, FIRST_FRAME);
        assertWhole(read);
    }

    @Test
    void aDamagedGzipHeaderIsNoTrajectory() throws IOException {
        byte[] bytes = ReadFrames.gzip(FIXED);
        bytes[2] = 77;
        Path file = Files.write(folder.resolve("XDATCAR.gz"), bytes);
        assertThatThrownBy(() -> ReadFrames.of(file)).isInstanceOf(UnsupportedFormatException.class);
        Path cut = Files.write(folder.resolve("XDATCAR_cut.gz"), Arrays.copyOf(bytes, 2));
        assertThatThrownBy(() -> ReadFrames.of(cut)).isInstanceOf(UnsupportedFormatException.class);
    }

    @Test
    void aRestartAppendedToTheFileKeepsItsDuplicateForTheRunToJudge() throws IOException {
        ReadFrames read =
                read(FIXED + HEADER.replace("Li2O", "another title") + direct(1) + SECOND + direct(2) + FIRST);
        assertThat(read.fractional()).containsExactly(FIRST_FRAME, SECOND_FRAME, SECOND_FRAME, FIRST_FRAME);
        assertThat(read.labels()).containsExactly(1L, 2L, 1L, 2L);
        assertWhole(read);
    }

    private ReadFrames read(String text) throws IOException {
        return ReadFrames.of(folder, "XDATCAR", text);
    }

    private static String direct(int label) {
        return "Direct configuration=" + String.format("%6d", label) + "\n";
    }

    private static void assertTwoFrames(ReadFrames read) {
        assertThat(read.atoms().symbols()).containsExactly("Li", "Li", "O");
        assertThat(read.fractional()).containsExactly(FIRST_FRAME, SECOND_FRAME);
    }

    private static void assertWhole(ReadFrames read) {
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices()).isEmpty();
    }
}
