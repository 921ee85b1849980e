package org.percolith.trajectory.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** vasprun.xml, whole, machine-learned, damaged and hostile; two atoms. */
class VasprunReaderTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <modeling>
             <generator><i name="program" type="string">vasp </i></generator>
             <incar>
              <i name="POTIM">      1.50000000</i>
              <i type="int" name="IBRION">     0</i>
              <i type="string" name="ML_MODE">run</i>
             </incar>
             <structure name="primitive_cell" ><varray name="positions" ><v> 9 9 9 </v><v> 9 9 9 </v></varray></structure>
             <parameters>
              <separator name="ionic md" ><i name="TEBEG">    600.00000000</i>
              <i type="int" name="NBLOCK">    10</i></separator>
             </parameters>
             <atominfo>
              <atoms>       2 </atoms>
              <array name="atoms" >
               <field type="string">element</field>
               <set>
                <rc><c>Li</c><c>   1</c></rc>
                <rc><c>r </c><c>   2</c></rc>
               </set>
              </array>
              <array name="atomtypes" ><set><rc><c>   1</c><c>Li</c></rc></set></array>
             </atominfo>
            """;
    private static final String TAIL = "</modeling>\n";
    private static final String SCSTEP = "  <scstep><energy><i name=\"e_fr_energy\"> ****** </i></energy></scstep>\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void framesAreTheStructuresOfCalculations() throws IOException {
        ReadFrames read = read(
                HEAD + named("initialpos", 0.9) + calculation(0.1) + calculation(0.2) + named("finalpos", 0.8) + TAIL);
        assertFrames(read, 0.1, 0.2);
        assertThat(read.atoms().symbols()).containsExactly("Li", "r");
        assertThat(read.cells()).containsOnly(Cell.ofRows(4, 0, 0, 1, 5, 0, 0, 0, 6));
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void stepsOfAMachineLearnedForceFieldAreFramesInDocumentOrder() throws IOException {
        assertFrames(
                read(HEAD
                        + calculation(0.1)
                        + structure(0.2)
                        + structure(0.3)
                        + calculation(0.4)
                        + structure(0.5)
                        + TAIL),
                0.1,
                0.2,
                0.3,
                0.4,
                0.5);
        assertFrames(read(HEAD + structure(0.2) + structure(0.3) + TAIL), 0.2, 0.3);
    }

    @Test
    void settings() throws IOException {
        MdSettings settings = read(HEAD + structure(0.2) + TAIL).settings();
        assertThat(settings.timestepFs()).hasValue(1.5);
        assertThat(settings.startTemperatureK()).hasValue(600);
        assertThat(settings.isMolecularDynamics()).isTrue();
        assertThat(settings.stepsPerVasprunFrame()).isEqualTo(1);
        assertThat(settings.stepsPerXdatcarFrame()).isEqualTo(10);
        assertThat(new MdSettings(Map.of("ML_MODE", "run", "ML_OUTBLOCK", "20"), "x").stepsPerVasprunFrame())
                .isEqualTo(20);
        assertThat(new MdSettings(Map.of("ML_MODE", "train", "ML_OUTBLOCK", "20"), "x").stepsPerVasprunFrame())
                .isEqualTo(1);
        assertThat(new MdSettings(Map.of("TEBEG", "0.00010000"), "x").startTemperatureK())
                .isEmpty();
    }

    @Test
    void temperatureFromKineticEnergies() throws IOException {
        String kinetic = "  <energy><i name=\"kinetic\">      0.10000000 </i></energy>\n";
        Path file = ReadFrames.write(
                folder, "vasprun.xml", HEAD + structure(0.1) + kinetic + structure(0.2) + kinetic + TAIL);
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(2);
            assertThat(reader.next(frame)).isTrue();
            assertThat(reader.next(frame)).isTrue();
            assertThat(reader.next(frame)).isFalse();
            assertThat(reader.meanTemperatureK().orElseThrow())
                    .as("2 E / (3 (N - 1) kB) with N = 2")
                    .isCloseTo(0.2 / (3 * 8.617333262e-5), within(1e-6));
        }
    }

    @Test
    void aCutInTheElectronicLoopKeepsTheClosedFrames() throws IOException {
        ReadFrames read = read(HEAD + calculation(0.1) + " <calculation>\n" + SCSTEP + "  <scstep><ene");
        assertFrames(read, 0.1);
        assertCut(read);
    }

    @Test
    void aCutBetweenCalculationsKeepsAll() throws IOException {
        ReadFrames read = read(HEAD + calculation(0.1) + calculation(0.2));
        assertFrames(read, 0.1, 0.2);
        assertCut(read);
    }

    @Test
    void aCutAnywhereInAFrameLeavesItOut() throws IOException {
        String frame = structure(0.2);
        for (int cut = 1; cut < frame.lastIndexOf("</structure>") + 10; cut++) {
            ReadFrames read = read(HEAD + calculation(0.1) + frame.substring(0, cut));
            assertFrames(read, 0.1);
            assertCut(read);
        }
    }

    @Test
    void positionsFarFromAnyCellStopTheReading() throws IOException {
        ReadFrames read = read(HEAD + calculation(0.1) + calculation(5e4) + TAIL);
        assertFrames(read, 0.1);
        assertThat(read.notices()).singleElement().asString().contains("line 51", "vector 1 of 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"**********", "NaN", "1e999"})
    void damageInPositionsStopsReadingWithItsLine(String coordinate) throws IOException {
        String damaged = structure(0.2).replace("0.25", coordinate);
        ReadFrames read = read(HEAD + calculation(0.1) + damaged + calculation(0.3) + TAIL);
        assertFrames(read, 0.1);
        assertThat(read.truncated()).isTrue();
        long line = (HEAD + calculation(0.1)).lines().count() + 8;
        assertThat(read.notices()).singleElement().asString().contains("line " + line, "vector 1 of 2");
    }

    @Test
    void aBasisWithoutVolumeStopsReading() throws IOException {
        String flat = structure(0.2).replace("0.0 0.0 6.0", "0.0 0.0 0.0");
        ReadFrames read = read(HEAD + calculation(0.1) + flat + TAIL);
        assertFrames(read, 0.1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("span no volume");
    }

    @Test
    void illegalBytesAndStarsElsewhereDoNoHarm() throws IOException {
        String head = HEAD.replace("vasp ", "vasp \u0001\u0000\u001b\u00ff & < ");
        ReadFrames read = read(head + calculation(0.1) + calculation(0.2) + TAIL);
        assertFrames(read, 0.1, 0.2);
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains("3 bytes that XML does not allow, the first in line 3; passed over");
    }

    /** ISO-8859-1, as VASP declares it, has a character for every byte; UTF-8 has not. */
    @Test
    void bytesThatAreNoUtf8AreTold() throws IOException {
        String head = HEAD.replace("ISO-8859-1", "UTF-8").replace("vasp ", "vasp \u00c3\u00a4 \u00e4 \u00c3");
        ReadFrames read = read(head + calculation(0.1) + TAIL);
        assertFrames(read, 0.1);
        assertThat(read.notices()).singleElement().asString().contains("2 bytes", "in line 3");
    }

    @Test
    void whatIsCommentedOutIsNoStep() throws IOException {
        ReadFrames read =
                read(HEAD + calculation(0.1) + "<!-- > -- " + calculation(0.3) + "-->" + calculation(0.2) + TAIL);
        assertFrames(read, 0.1, 0.2);
        assertThat(read.lines().get(1))
                .isEqualTo((HEAD + calculation(0.1) + calculation(0.3)).lines().count() + 4);
    }

    /** Old pseudopotentials of Zr say r. */
    @Test
    void aSymbolThatIsNoElementIsThatOfThePseudopotential() throws IOException {
        String types = "<rc><c>   1</c><c>Li</c><c> PAW_PBE Li_sv 10Sep2004 </c></rc>"
                + "<rc><c>   1</c><c>r </c><c> PAW_PBE Zr_sv 07Sep2000 </c></rc>";
        String head = HEAD.replace("<rc><c>   1</c><c>Li</c></rc>", types)
                .replace("<c>Li</c><c>   1", "<c>Li_sv/1a2b</c><c>   1");
        assertThat(read(head + calculation(0.1) + TAIL).atoms().symbols()).containsExactly("Li", "Zr");
    }

    @Test
    void onlyNewerVersionsThinOutByMlOutblock() throws IOException {
        MdSettings run = new MdSettings(Map.of("ML_MODE", "run", "ML_OUTBLOCK", "20"), "INCAR");
        Map<String, Integer> steps = Map.of("5.4.4.18Apr17", 1, "6.4.2  ", 1, "6.4.3", 20, "6.5.1", 20, "unknown", 20);
        for (Map.Entry<String, Integer> version : steps.entrySet()) {
            String stated = "<i name=\"version\" type=\"string\">" + version.getKey() + "</i></generator>";
            Path file = Files.writeString(folder.resolve("vasprun.xml"), HEAD.replace("</generator>", stated));
            try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
                assertThat(reader.stepsPerFrame(run)).as(version.getKey()).isEqualTo(version.getValue());
            }
        }
    }

    @Test
    void aDocumentBehindOneThatWasCutIsReadOn() throws IOException {
        String calculation = calculation(0.2);
        for (String cutBefore :
                new String[] {"<crystal>", "1.0 5.0", "</crystal>", "0.25", "0.125</v>", "</structure>"}) {
            String cut = calculation.substring(0, calculation.indexOf(cutBefore));
            ReadFrames read = read(HEAD + calculation(0.1) + cut + HEAD + calculation(0.3) + calculation(0.4) + TAIL);
            assertFrames(read, 0.1, 0.3, 0.4);
            assertThat(read.labels()).containsExactly(1L, 1L, 2L);
            assertThat(read.notices())
                    .singleElement()
                    .asString()
                    .contains("without </modeling>, and another one follows");
        }
    }

    @Test
    void aDocumentWithAnotherTimeStepEndsTheReading() throws IOException {
        ReadFrames read = read(
                HEAD + calculation(0.1) + TAIL + HEAD.replace("1.50000000", "1.00000000") + calculation(0.2) + TAIL);
        assertFrames(read, 0.1);
        assertThat(read.notices()).singleElement().asString().contains("POTIM = 1.0, 1.5 before");
    }

    @Test
    void twoDocumentsGluedTogetherAreReadOn() throws IOException {
        ReadFrames read = read(HEAD + calculation(0.1) + TAIL + HEAD + calculation(0.2) + TAIL);
        assertFrames(read, 0.1, 0.2);
        assertThat(read.truncated()).isFalse();
        assertThat(read.labels()).as("its steps start over").containsExactly(1L, 1L);
    }

    @Test
    void framesBeforeADocumentOfOtherAtomsAreUsed() throws IOException {
        String first = HEAD + calculation(0.1) + TAIL;
        String other = HEAD.replace("<c>r </c>", "<c>Cl</c>");
        ReadFrames read = read(first + other + calculation(0.2) + TAIL);
        assertFrames(read, 0.1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains(
                        "line "
                                + (first + other.substring(0, other.indexOf("<atominfo>")))
                                        .lines()
                                        .count(),
                        "Li1 Cl1, Li1 r1 before",
                        "the 1 complete frames before it are used");
        ReadFrames cut = read(first + HEAD.substring(0, HEAD.indexOf("<c>r </c>")));
        assertFrames(cut, 0.1);
        assertThat(cut.notices()).singleElement().asString().contains("ends inside an atom list");
    }

    @Test
    void entitiesAreNeverResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "Og");
        String doctype = "<!DOCTYPE modeling [ <!ENTITY xxe SYSTEM \"" + secret.toUri() + "\">\n"
                + "<!ENTITY a \"&xxe;&xxe;\"> ]>\n<modeling>";
        String hostile = HEAD.replace("<modeling>", doctype).replace("<c>Li</c>", "<c>&a;</c>");
        ReadFrames read = read(hostile + calculation(0.1) + TAIL);
        assertThat(read.atoms().symbols()).containsExactly("&a;", "r");
        assertFrames(read, 0.1);
        String missing = hostile.replace(secret.toUri().toString(), "http://127.0.0.1:1/none.dtd");
        assertFrames(read(missing + calculation(0.1) + TAIL), 0.1);
    }

    @Test
    void aFileThatEndsBeforeItsAtomsHoldsNoFrame() {
        assertThatThrownBy(() -> read(HEAD.substring(0, HEAD.indexOf("<atominfo>"))))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("no frame");
        assertThatThrownBy(() -> read(HEAD.substring(0, HEAD.indexOf("<rc>"))))
                .isInstanceOf(UnsupportedFormatException.class);
    }

    private ReadFrames read(String text) throws IOException {
        return ReadFrames.of(Files.write(folder.resolve("vasprun.xml"), text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String calculation(double x) {
        return " <calculation>\n" + SCSTEP + SCSTEP + structure(x)
                + "  <varray name=\"forces\" ><v> 1 2 3 </v></varray>\n" + " </calculation>\n";
    }

    private static String structure(double x) {
        return named("", x).replace(" name=\"\"", "");
    }

    private static String named(String name, double x) {
        return "  <structure name=\"" + name + "\">\n   <crystal>\n    <varray name=\"basis\" >\n"
                + "     <v> 4.0 0.0 0.0 </v><v> 1.0 5.0 0.0 </v><v> 0.0 0.0 6.0 </v>\n    </varray>\n   </crystal>\n"
                + "   <varray name=\"positions\" >\n    <v> " + x + " 0.25 0.50 </v>\n    <v> 0.75 0.5 0.125</v>\n"
                + "   </varray>\n  </structure>\n";
    }

    private static void assertFrames(ReadFrames read, double... firstCoordinates) {
        assertThat(read.fractional().stream().mapToDouble(frame -> frame[0]).toArray())
                .isEqualTo(firstCoordinates);
        assertThat(read.fractional()).allSatisfy(frame -> assertThat(frame).endsWith(0.25, 0.5, 0.75, 0.5, 0.125));
    }

    private static void assertCut(ReadFrames read) {
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains("line ", "the " + read.frames() + " complete frames before it are used");
    }
}
