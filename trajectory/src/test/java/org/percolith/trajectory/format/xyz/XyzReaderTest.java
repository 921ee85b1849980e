package org.percolith.trajectory.format.xyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

/** Comments of the programs that write xyz: one Li at (1, 2, 3) Å in a cell of 10 Å. */
class XyzReaderTest {

    private static final String LATTICE = "Lattice=\"10 0 0 0 10 0 0 0 10\"";
    private static final String PROPERTIES = "Properties=species:S:1:pos:R:3";
    private static final String IN_BOHR = "1.8897261246 3.7794522493 5.6691783739";
    private static final StructureHints CUBE =
            new StructureHints(Map.of(), new Structure(Cell.cubic(10), new Atoms(List.of("Li"))));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                LATTICE + " " + PROPERTIES + " pbc=\"T T T\"",
                "comment=\"said \\\"Lattice=\\\" and more\" " + LATTICE + " " + PROPERTIES,
                "comment=\"a \\\"Lattice=\\\\\\\"1 0 0\\\\\\\"\\\" b\" " + LATTICE + " " + PROPERTIES,
                PROPERTIES + " Lattice=[[10, 0, 0], [0, 10, 0], [0, 0, 10]] pbc=[T, T, T]",
                "virial=\"_JSON [[1, 2], [3, 4]]\" " + LATTICE + " " + PROPERTIES
            })
    void commentsWithQuotedAndNestedValues(String comment) throws IOException {
        assertIsTheAtom(read(comment, "Li 1 2 3"));
    }

    @Test
    void ovitoStatesTheCornerOfTheCell() throws IOException {
        assertIsTheAtom(read(LATTICE + " Origin=\"-1 0.5 7\" " + PROPERTIES, "Li 0 2.5 10"));
    }

    @Test
    void gpumdStatesTimesInFsAndMayAddUnwrappedPositions() throws IOException {
        String comment = "Time=%d.00000000 pbc=\"T T T\" " + LATTICE + " energy=-1.0 virial=\"0 0 0 0 0 0 0 0 0\" "
                + PROPERTIES + ":vel:R:3:unwrapped_position:R:3";
        String row = "Li 1 2 3 0 0 0 11 2 -7";
        String text = frame(comment.formatted(10), row) + frame(comment.formatted(60), row);
        ReadFrames read = ReadFrames.of(folder, "dump.xyz", text);
        assertThat(read.cartesian(1, 0)).containsExactly(new double[] {11, 2, -7}, within(1e-9));
        assertThat(read.unwrapped()).isTrue();
        assertThat(intervalFs(text)).isCloseTo(50, within(1e-9));
    }

    @Test
    void aTimeOfNobodyKnowsWhichUnitIsNotTaken() throws IOException {
        String comment = LATTICE + " Time=%d " + PROPERTIES;
        assertThat(intervalFs(frame(comment.formatted(1), "Li 1 2 3") + frame(comment.formatted(2), "Li 1 2 3")))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F F F", "T T F", "[False, False, False]"})
    void aCellSaidToBeNotPeriodicIsTold(String pbc) throws IOException {
        ReadFrames read = read(LATTICE + " pbc=\"" + pbc + "\" " + PROPERTIES, "Li 1 2 3");
        assertIsTheAtom(read);
        assertThat(read.notices()).singleElement().asString().contains("not periodic");
        assertThat(read(LATTICE + " pbc=\"T T T\" " + PROPERTIES, "Li 1 2 3").notices())
                .isEmpty();
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        String comment = LATTICE + " " + PROPERTIES;
        ReadFrames read = ReadFrames.of(folder, "far.xyz", frame(comment, "Li 1 2 3") + frame(comment, "Li 1 2 3e30"));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("line 4", "far from any cell");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# CELL(abcABC): 10 10 10 90 90 90 Step: 7 Bead: 0 positions{angstrom} cell{angstrom} | 1 2 3",
                "# CELL(abcABC): 10 10 10 90 90 90 Step: 7 Bead: 0 x_centroid{angstrom} cell{angstrom} | 1 2 3",
                "# CELL[abcABC]: 10 10 10 90 90 90 Step: 7 Bead: 0 positions{angstrom} cell{angstrom} | 1 2 3",
                "# bead: 0 CELL{abcABC}: 10 10 10 90 90 90 Step: 7 positions{angstrom} cell{angstrom} | 1 2 3",
                "# CELL(H): 10 0 0 0 10 0 0 0 10 Step: 7 Bead: 0 positions{atomic_unit} cell{angstrom} | " + IN_BOHR
            })
    void ipiComments(String comment, String position) throws IOException {
        ReadFrames read = read(comment, "Li " + position);
        assertIsTheAtom(read);
        assertThat(read.labels()).containsExactly(7L);
    }

    @Test
    void ipiHoldsVectorsInColumnsOfHAndInRowsOfGenh() throws IOException {
        String units = " positions{angstrom} cell{angstrom}";
        Cell cell = Cell.ofRows(10, 0, 0, 1, 10, 0, 2, 3, 10);
        assertThat(read("# CELL(H): 10 1 2 0 10 3 0 0 10" + units, "Li 1 2 3").cells())
                .containsExactly(cell);
        assertThat(read("# CELL(GENH): 10 0 0 1 10 0 2 3 10" + units, "Li 1 2 3")
                        .cells())
                .containsExactly(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# CELL(abcABC): 10 10 10 90 90 90 Step: 7 Bead: 0 velocities{m/s} cell{angstrom}",
                "# CELL(abcABC): 10 10 10 90 90 90 Step: 7 Bead: 0 f_centroid{ev/ang} cell{angstrom}",
                LATTICE + " " + PROPERTIES + " ipi_comment=\"Step: 7 Bead: 0 forces{ase} cell{ase}\""
            })
    void ipiFilesOfOtherQuantitiesAreRefused(String comment) {
        assertThatThrownBy(() -> read(comment, "Li 1 2 3"))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("no positions");
    }

    @Test
    void beadsOfAPathIntegralAreTold() throws IOException {
        String comment = "# CELL(abcABC): 10 10 10 90 90 90 Step: 7 Bead: %d positions{angstrom} cell{angstrom}";
        assertThat(read(comment.formatted(0), "Li 1 2 3").notices()).isEmpty();
        assertThat(read(comment.formatted(3), "Li 1 2 3").notices())
                .singleElement()
                .asString()
                .contains("x_centroid");
    }

    @Test
    void ipiWritesItsCommentIntoExtendedXyz() throws IOException {
        String comment = " ipi_comment=\"Step:     40  Bead:   0 positions{ase}  cell{ase}\"";
        ReadFrames read = read(LATTICE + " " + PROPERTIES + comment, "Li 1 2 3");
        assertIsTheAtom(read);
        assertThat(read.labels()).containsExactly(40L);
    }

    @Test
    void velocitiesOfCp2kAreRefusedWhateverCellIsGiven() throws IOException {
        Path file = ReadFrames.write(folder, "run-vel-1.xyz", cp2kFrame("1 2 3"));
        assertThatThrownBy(() -> ReadFrames.of(file, CUBE))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("PROJECT-pos-1.xyz");
    }

    @Test
    void cp2kLabelsMayBeKindsInCapitals() throws IOException {
        Path file = ReadFrames.write(folder, "run-pos-1.xyz", cp2kFrame("1 2 3").replace("Li ", "OW "));
        assertThat(ReadFrames.of(file, CUBE).atoms().symbols()).containsExactly("O");
    }

    private void assertIsTheAtom(ReadFrames read) {
        assertThat(read.atoms().symbols()).containsExactly("Li");
        assertThat(read.cells()).hasSize(1);
        assertThat(read.cells().get(0).maxDifferenceA(Cell.cubic(10))).isLessThan(1e-9);
        assertThat(read.cartesian(0, 0)).containsExactly(new double[] {1, 2, 3}, within(1e-9));
    }

    private double intervalFs(String text) throws IOException {
        Path file = folder.resolve("times.xyz");
        Files.writeString(file, text);
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(1);
            while (reader.next(frame)) {
                assertThat(frame.cell()).isEqualTo(Cell.cubic(10));
            }
            return reader.frameIntervalFs().map(sourced -> sourced.value()).orElse(Double.NaN);
        }
    }

    private ReadFrames read(String comment, String row) throws IOException {
        return ReadFrames.of(folder, "run.xyz", frame(comment, row));
    }

    private static String cp2kFrame(String position) {
        return frame(" i =        0, time =        0.000, E =        -1.0", "Li " + position);
    }

    private static String frame(String comment, String row) {
        return "1\n" + comment + "\n" + row + "\n";
    }
}
