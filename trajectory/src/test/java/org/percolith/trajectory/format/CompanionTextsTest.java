package org.percolith.trajectory.format;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Cell;

/** Texts beside trajectories, and the columns of a line: LAMMPS data, cp.x input, tables of temperatures. */
class CompanionTextsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAMMPS data\n\n 3 atoms\n 2 atom types\n\nMasses\n\n 1 6.94\n 2 32.06\n\nAtoms\n\n1 1 0 0 0\n",
                "LAMMPS data\r\n\r\n3   atoms\r\n\r\nMasses # full\r\n\r\n1\t6.941e0 # Li\r\n2\t3.2065E+01\r\n",
                "3 atoms # and a comment\nMasses\n1 6.9400001\n2 32.06"
            })
    void lammpsDataNamesElementsByMass(String text) throws IOException {
        LammpsData data = LammpsData.read(folder.resolve("a.data"), text).orElseThrow();
        assertThat(data.atoms()).isEqualTo(3);
        assertThat(data.elementOfType()).isEqualTo(Map.of(1, "Li", 2, "S"));
    }

    @Test
    void aMassOfNoElementNamesNone() throws IOException {
        String text = "3 atoms\n\nMasses\n\n1 6.94\n2 500.0\n";
        assertThat(LammpsData.read(folder, text).orElseThrow().elementOfType()).isEmpty();
        assertThat(LammpsData.read(folder, "units metal\n")).isEmpty();
    }

    @Test
    void theDataFileWithAsManyAtomsIsTheOneBeside() throws IOException {
        ReadFrames.write(folder, "a.data", "4 atoms\nMasses\n1 6.94\n");
        ReadFrames.write(folder, "b.data", "3 atoms\nMasses\n1 22.99\n");
        LammpsData data = requireNonNull(LammpsData.beside(folder.resolve("run.dump"), 3));
        assertThat(data.elementOfType()).containsEntry(1, "Na");
        assertThat(LammpsData.beside(folder.resolve("run.dump"), 5)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ibrav=1, celldm(1)=10.0d0|5.29177210903",
                "ibrav = 1 , A = 5.5|5.5",
                "IBRAV=0,CELLDM(1)=10/#CELL_PARAMETERS alat#1 0 0#0 1.0 0#0 0 1d0|5.29177210903",
                "ibrav=0/#CELL_PARAMETERS {angstrom}#6.0 0 0#0 6 0#0 0 6|6",
                "ibrav=0/#CELL_PARAMETERS (bohr)#10 0 0#0 10 0#0 0 10|5.29177210903"
            })
    void cpInputStatesItsCell(String system, double edgeA) throws IOException {
        ReadFrames.write(
                folder,
                "run.in",
                "&SYSTEM\n " + system.replace("#", "\n")
                        + "\n/\nATOMIC_POSITIONS (bohr)\n Li1 0.0 0.0d0 0 ! first\n S 1.E0 2 3 0 0 0\n\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 2));
        assertThat(input.atoms().formula()).isEqualTo("Li1 S1");
        assertThat(requireNonNull(input.cell()).lengthA(2)).isCloseTo(edgeA, within(1e-9));
        assertThat(CpInput.beside(folder.resolve("run.pos"), 3)).isNull();
    }

    @Test
    void aLatticeThatIsNotBuiltHereIsNoCell() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav = 2, celldm(1) = 10\nATOMIC_POSITIONS\nLi 0 0 0\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 1));
        assertThat(input.cell()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 5 0 0 ! first#B 0.0 5 0#C 0 0 5",
                "a [angstrom] 5 0 0#b [nm] 0 0.5 0#c [bohr] 0 0 9.448630623#PERIODIC XYZ",
                "ABC 5 5 5",
                "&CELL_REF#A 7 0 0#B 0 7 0#C 0 0 7#&END CELL_REF#ABC 5 5 5#ALPHA_BETA_GAMMA [deg] 90 90 90"
            })
    void cp2kInputStatesItsCell(String section) throws IOException {
        ReadFrames.write(folder, "run.inp", cp2kInput("run", "NVT", section));
        Cp2kInput input = requireNonNull(Cp2kInput.beside(folder.resolve("run-pos-1.xyz")));
        assertThat(input.cell().maxDifferenceA(Cell.cubic(5))).isLessThan(1e-8);
        assertThat(Cp2kInput.beside(folder.resolve("run-vel-1.xyz")))
                .as("velocities are no positions")
                .isNull();
        ReadFrames.write(folder, "other.inp", cp2kInput("other", "NVT", "ABC 6 6 6"));
        assertThat(Cp2kInput.beside(folder.resolve("run-pos-1.xyz"))).isEqualTo(input);
        assertThat(Cp2kInput.beside(folder.resolve("third-pos-1.xyz")))
                .as("either may be the input")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"NPT_F, ABC 5 5 5", "NVT, ABC ${L} 5 5", "NVT, A 5 0 0", "NVT, ABC [furlong] 5 5 5"})
    void aCellThatChangesOrCannotBeReadIsNotTaken(String ensemble, String section) throws IOException {
        ReadFrames.write(folder, "run.inp", cp2kInput("run", ensemble, section));
        assertThat(Cp2kInput.beside(folder.resolve("run-pos-1.xyz"))).isNull();
    }

    @Test
    void positionsWithoutACellFileHaveTheCellOfTheInput() throws IOException {
        ReadFrames.write(folder, "run.inp", cp2kInput("run", "NVT", "ABC 5 6 7"));
        String frame = " 1\n i =        0, time =        0.000, E =        -1.0\n Li 1.0 2.0 3.0\n";
        ReadFrames read = ReadFrames.of(folder, "run-pos-1.xyz", frame);
        assertThat(read.cells()).containsExactly(Cell.orthorhombic(5, 6, 7));
        assertThat(read.notices()).anyMatch(notice -> notice.contains("&CELL in run.inp"));
    }

    private static String cp2kInput(String project, String ensemble, String section) {
        return "&GLOBAL\n  PROJECT " + project + "\n&END GLOBAL\n&MOTION\n&MD\n  ENSEMBLE " + ensemble
                + "\n&END MD\n&PRINT\n&CELL\n&EACH\nMD 20\n&END EACH\n&END CELL\n&END PRINT\n&END MOTION\n"
                + "&FORCE_EVAL\n&SUBSYS\n&CELL\n" + section.replace("#", "\n") + "\n&END CELL\n&END SUBSYS\n";
    }

    /** The companions of compressed positions need not be compressed. */
    @Test
    void theCelFileOfCompressedPositionsIsFound() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav=1, A=5.0\nATOMIC_POSITIONS\nLi 0 0 0\n");
        ReadFrames.write(folder, "run.cel", "10 0.1\n10 0 0\n0 10 0\n0 0 20\n20 0.2\n10 0 0\n0 10 0\n0 0 20\n");
        Path positions = folder.resolve("run.pos.gz");
        Files.write(positions, ReadFrames.gzip("10 0.1\n1.0 1.0 1.0\n20 0.2\n1.5 1.0 1.0\n"));
        assertThat(ReadFrames.of(positions).cells().get(0).lengthA(2)).isCloseTo(10.58354421806, within(1e-9));
    }

    @Test
    void columnsAreSplitAtBlanksAndTabs() throws IOException {
        try (ByteWindow window = window(" Li\t1.5D+00  -2.5e0 7*\r\nS 1 2")) {
            TokenLine line = new TokenLine(window);
            assertThat(line.split(4)).isTrue();
            assertThat(line.split(5)).isFalse();
            assertThat(line.text(0)).isEqualTo("Li");
            assertThat(line.number(1)).isEqualTo(1.5);
            assertThat(line.number(2)).isEqualTo(-2.5);
            assertThat(line.number(3))
                    .as("digits with something behind are no number")
                    .isNaN();
            assertThat(line.holds(0, bytes("Li"))).isTrue();
            assertThat(line.holds(0, bytes("L"))).isFalse();
            assertThat(line.holds(0, bytes("Lix"))).isFalse();
            window.skipLine();
            assertThat(line.split(3)).isTrue();
            assertThat(line.number(2)).isEqualTo(2);
            assertThat(line.split(4)).isFalse();
        }
    }

    /** Steps 2 and 3 are there twice: 500 and 600 K count, not 100 K; the cut last line does not. */
    @Test
    void aStepThatWasWrittenAgainCountsOnce() throws IOException {
        Path file = ReadFrames.write(
                folder,
                "a.ener",
                "# step time T\n 1 0.5 400.0\n 2 1.0 100.0\n 3 1.5 1.0E2\n 2 1.0 500.0\n 3 1.5 6.0d2\n 4 2.0 9");
        assertThat(StepTemperatures.meanK(file, 2, 0)).hasValue(500);
        assertThat(StepTemperatures.meanK(file, 2, 2)).hasValue(550);
        assertThat(StepTemperatures.meanK(file, 2, 9)).isEmpty();
    }

    private static ByteWindow window(String text) {
        return new ByteWindow(new ByteArrayInputStream(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
