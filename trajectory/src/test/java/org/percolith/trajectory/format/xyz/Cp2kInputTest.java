package org.percolith.trajectory.format.xyz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ReadFrames;

/** CP2K's input as the source of a cell that stays. */
class Cp2kInputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 5 0 0 ! first#B 0.0 5 0#C 0 0 5",
                "a [angstrom] 5 0 0#b [nm] 0 0.5 0#c [bohr] 0 0 9.448630623#PERIODIC XYZ",
                "ABC 5 5 5",
                "@SET LENGTH 5.0 ! of all#ABC ${LENGTH} $LENGTH 5",
                "ABC 2.5 5 1#MULTIPLE_UNIT_CELL 2 1 5",
                "&CELL_REF#A 7 0 0#B 0 7 0#C 0 0 7#&END CELL_REF#ABC 5 5 5#ALPHA_BETA_GAMMA [deg] 90 90 90"
            })
    void cp2kInputStatesItsCell(String section) throws IOException {
        ReadFrames.write(folder, "run.inp", cp2kInput("run", "NVT", section));
        Cp2kInput input = requireNonNull(Cp2kInput.beside(folder.resolve("run-pos-1.xyz")));
        assertThat(requireNonNull(input.cell()).maxDifferenceA(Cell.cubic(5))).isLessThan(1e-8);
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

    @Test
    void aRestartFileRepeatsTheInput() throws IOException {
        ReadFrames.write(folder, "run-1.restart", cp2kInput("run", "NVT", "A 5 0 0#B 0 5 0#C 0 0 5"));
        assertThat(requireNonNull(Cp2kInput.beside(folder.resolve("run-pos-1.xyz")))
                        .cell())
                .isEqualTo(Cell.cubic(5));
    }

    /** A resumed run wrote steps 10 and 20 again, but their cells only once. */
    @Test
    void cellsThatWereWrittenOnceServeStepsThatWereWrittenTwice() throws IOException {
        StringBuilder cells = new StringBuilder("# Step Time Ax Ay Az Bx By Bz Cx Cy Cz Volume\n");
        for (int step = 0; step <= 30; step += 10) {
            double edge = 5 + 0.01 * step;
            cells.append("%d %d.0 %s 0 0 0 5 0 0 0 5 125\n".formatted(step, step, edge));
        }
        ReadFrames.write(folder, "run-1.cell", cells.toString());
        StringBuilder frames = new StringBuilder();
        for (int step : new int[] {0, 10, 20, 10, 20, 30}) {
            frames.append("1\n i = %d, time = %d.0, E = -1.0\nLi 1.0 2.0 3.0\n".formatted(step, step));
        }
        ReadFrames read = ReadFrames.of(folder, "run-pos-1.xyz", frames.toString());
        assertThat(read.labels()).containsExactly(0L, 10L, 20L, 10L, 20L, 30L);
        assertThat(read.cells().get(3).lengthA(0)).isCloseTo(5.1, within(1e-12));
        assertThat(read.cells().get(5).lengthA(0)).isCloseTo(5.3, within(1e-12));
    }

    /** &TRAJECTORY has an &EACH of its own; the unit behind it is that of the positions. */
    @Test
    void positionsAreInTheUnitThatTheInputAsksFor() throws IOException {
        String unit = "&TRAJECTORY\n&EACH\nMD 20\n&END EACH\nUNIT bohr\n&END TRAJECTORY\n&CELL\n&EACH";
        String input = cp2kInput("run", "NVT", "ABC 5 6 7").replace("&CELL\n&EACH", unit);
        ReadFrames.write(folder, "run.inp", input);
        String frame = " 1\n i =        0, time =        0.000, E =        -1.0\n Li 1.8897261246 0.0 0.0\n";
        ReadFrames read = ReadFrames.of(folder, "run-pos-1.xyz", frame);
        assertThat(read.cartesian(0, 0)).containsExactly(new double[] {1, 0, 0}, within(1e-9));
        assertThat(read.notices()).anyMatch(notice -> notice.contains("unit of &TRAJECTORY"));
    }

    private static String cp2kInput(String project, String ensemble, String section) {
        return "&GLOBAL\n  PROJECT " + project + "\n&END GLOBAL\n&MOTION\n&MD\n  ENSEMBLE " + ensemble
                + "\n&END MD\n&PRINT\n&CELL\n&EACH\nMD 20\n&END EACH\n&END CELL\n&END PRINT\n&END MOTION\n"
                + "&FORCE_EVAL\n&SUBSYS\n&CELL\n" + section.replace("#", "\n") + "\n&END CELL\n&END SUBSYS\n";
    }
}
