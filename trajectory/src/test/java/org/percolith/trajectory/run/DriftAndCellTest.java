package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.quantity.Verdict.Status;

/** What the tracks are free of: drift of the framework and breathing of the cell. */
class DriftAndCellTest {

    private static final double MASS_S_U = 32.06;
    private static final double MASS_P_U = 30.974;

    @Test
    void theFrameworksCentreOfMassRests(@TempDir Path folder) throws IOException {
        Random random = new Random(2);
        double[][] frames = new double[300][12];
        for (int k = 0; k < frames.length; k++) {
            for (int at = 0; at < 12; at++) {
                double drift = at % 3 == 0 ? 0.004 * k : at % 3 == 1 ? -0.002 * k : 0;
                frames[k][at] = 0.08 * at + drift + 0.005 * random.nextGaussian();
            }
        }
        Path file = Runs.write(
                folder, "XDATCAR", TrajectoryTexts.xdatcar(Cell.orthorhombic(8, 9, 10), "Li P S", "1 1 2", frames));
        try (Run run = Runs.read(file)) {
            IonTracks framework = run.framework();
            assertThat(run.info().frameworkSymbols()).containsExactly("P", "S", "S");
            for (int axis = 0; axis < 3; axis++) {
                double[] p = Runs.path(framework, 0, axis);
                double[] s1 = Runs.path(framework, 1, axis);
                double[] s2 = Runs.path(framework, 2, axis);
                double[] centre = new double[p.length];
                for (int k = 0; k < p.length; k++) {
                    centre[k] = (MASS_P_U * p[k] + MASS_S_U * (s1[k] + s2[k])) / (MASS_P_U + 2 * MASS_S_U);
                }
                assertThat(Arrays.stream(centre).max().orElseThrow()
                                - Arrays.stream(centre).min().orElseThrow())
                        .as("mass-weighted centre of the framework moves by (fractional)")
                        .isLessThan(2e-6);
                double[] li = Runs.path(run.ions(), 0, axis);
                assertThat(li[299] - li[0]).as("Li follows the framework").isCloseTo(0, within(0.03));
            }
            double expectedA = Math.hypot(0.004 * 299 * 8, 0.002 * 299 * 9);
            assertThat(run.info().driftA()).isCloseTo(expectedA, within(0.3));
            assertThat(Runs.verdict(run, "F2").status()).isEqualTo(Status.WARN);
        }
    }

    /**
     * A crystal at rest in a cell that breathes by 1 %: in the crystal frame its MSD is that of the vibration alone,
     * 6 sigma^2; fractional paths times the current cell show a sham displacement, here eight hundred times larger.
     */
    @Test
    void aBreathingCellMovesNoIon(@TempDir Path folder) throws IOException {
        int atoms = 64;
        double edgeA = 12;
        double sigmaA = 0.002;
        Random random = new Random(4);
        double[][] frames = new double[400][3 * atoms];
        Cell[] cells = new Cell[frames.length];
        for (int k = 0; k < frames.length; k++) {
            cells[k] = Cell.cubic(edgeA * (1 + 0.01 * Math.sin(2 * Math.PI * k / 36)));
            for (int at = 0; at < 3 * atoms; at++) {
                int place = at % 3 == 0 ? (at / 3) % 4 : at % 3 == 1 ? (at / 12) % 4 : at / 48;
                frames[k][at] = 0.25 * place + sigmaA / edgeA * random.nextGaussian();
            }
        }
        Path file =
                Runs.write(folder, "XDATCAR", TrajectoryTexts.xdatcarOfVariableCell(cells, "Li S", "16 48", frames));
        try (Run run = Runs.read(file)) {
            assertThat(run.info().fixedCell()).isFalse();
            assertThat(run.info().meanCell().lengthA(0)).isCloseTo(edgeA, within(0.02));
            double truthA2 = 6 * sigmaA * sigmaA;
            assertThat(meanSquaredDisplacementA2(run.ions(), 18)).isCloseTo(truthA2, within(0.1 * truthA2));
            double meanSquareSite = (0 + 1 + 4 + 9) / 64.0;
            double shamA2 = 3 * 0.5 * Math.pow(2 * 0.01 * edgeA, 2) * meanSquareSite;
            assertThat(shamA2(frames, cells, 18)).isCloseTo(shamA2, within(0.05 * shamA2));
        }
    }

    private static double meanSquaredDisplacementA2(IonTracks tracks, int lag) {
        int frames = tracks.frames();
        double[] x = new double[frames];
        double[] y = new double[frames];
        double[] z = new double[frames];
        double sum = 0;
        for (int ion = 0; ion < tracks.ions(); ion++) {
            tracks.cartesian(ion, new FrameRange(0, frames), x, y, z);
            for (int k = 0; k + lag < frames; k++) {
                sum += Math.pow(x[k + lag] - x[k], 2) + Math.pow(y[k + lag] - y[k], 2) + Math.pow(z[k + lag] - z[k], 2);
            }
        }
        return sum / (tracks.ions() * (double) (frames - lag));
    }

    private static double shamA2(double[][] frames, Cell[] cells, int lag) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k + lag < frames.length; k++) {
            for (int at = 0; at < frames[k].length; at++) {
                sum += Math.pow(
                        frames[k + lag][at] * cells[k + lag].lengthA(0) - frames[k][at] * cells[k].lengthA(0), 2);
                count++;
            }
        }
        return 3 * sum / count;
    }
}
