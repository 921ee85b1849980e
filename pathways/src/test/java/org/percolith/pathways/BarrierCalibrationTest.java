package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Does the 95 % interval of F_c hold the truth? Independent ions hop by Metropolis' rule along a ring of voxels with
 * three wells. With equilibrium probability π and stay probability P, a voxel's expected count is proportional to
 * π (2 - P): each segment marks both its ends, one that stays marks its voxel once.
 */
@Tag("calibration")
class BarrierCalibrationTest {

    private static final int VOXELS = 21;
    private static final int WELLS = 3;
    private static final int RUNS = 300;
    private static final double TEMPERATURE_K = 500;
    private static final Cell CELL = Cell.orthorhombic(0.4 * VOXELS, 2, 2);

    private final double[] energy = new double[VOXELS];
    private final double[] weight = new double[VOXELS];

    private void potential(double barrier) {
        for (int v = 0; v < VOXELS; v++) {
            energy[v] = 0.5 * barrier * (1 - Math.cos(2 * Math.PI * WELLS * v / VOXELS));
            weight[v] = Math.exp(-energy[v]);
        }
    }

    private double hop(int from, int to) {
        return 0.5 * Math.min(1, Math.exp(energy[from] - energy[to]));
    }

    private double truthEv() {
        double[] expected = new double[VOXELS];
        for (int v = 0; v < VOXELS; v++) {
            double leaves = hop(v, (v + 1) % VOXELS) + hop(v, (v + VOXELS - 1) % VOXELS);
            expected[v] = weight[v] * (1 + leaves);
        }
        double ratio = Arrays.stream(expected).max().orElseThrow()
                / Arrays.stream(expected).min().orElseThrow();
        return PhysicalConstants.BOLTZMANN_EV_PER_K * TEMPERATURE_K * Math.log(ratio);
    }

    private IonTracks run(int ions, int frames, SplittableRandom random) {
        double sum = Arrays.stream(weight).sum();
        int[] at = new int[ions];
        for (int ion = 0; ion < ions; ion++) {
            double pick = random.nextDouble(sum);
            while (pick > weight[Math.floorMod(at[ion], VOXELS)]) {
                pick -= weight[at[ion]++];
            }
        }
        double[][] positionsA = new double[frames][3 * ions];
        for (double[] frame : positionsA) {
            for (int ion = 0; ion < ions; ion++) {
                frame[3 * ion] = 0.4 * (at[ion] + 0.5);
                frame[3 * ion + 1] = 1;
                frame[3 * ion + 2] = 1;
                int to = at[ion] + (random.nextBoolean() ? 1 : -1);
                if (random.nextDouble() < 2 * hop(Math.floorMod(at[ion], VOXELS), Math.floorMod(to, VOXELS))) {
                    at[ion] = to;
                }
            }
        }
        return IonTracks.ofCartesian(CELL, positionsA);
    }

    @ParameterizedTest
    @CsvSource({"2, 24, 500", "2, 24, 2000", "3, 48, 2000", "4, 48, 4000", "4, 192, 2000"})
    void intervalsHoldTheTruth(double barrier, int ions, int frames) {
        potential(barrier);
        double truthEv = truthEv();
        SplittableRandom random = new SplittableRandom(7);
        int corrected = 0;
        int plain = 0;
        double biasEv = 0;
        for (int r = 0; r < RUNS; r++) {
            BarrierEstimate barrierEstimate = PercolationAnalysis.analyze(
                            run(ions, frames, random), PercolationSettings.at(TEMPERATURE_K), TaskRunner.serial())
                    .barrier(1);
            corrected += holds(barrierEstimate.correctedEv(), truthEv);
            plain += holds(barrierEstimate.barrierEv(), truthEv);
            biasEv += (barrierEstimate.allDataEv().orElseThrow() - truthEv) / RUNS;
        }
        assertThat((double) corrected / RUNS).as("coverage after correction").isBetween(0.88, 0.99);
        assertThat((double) plain / RUNS).as("coverage without correction").isLessThan(0.2);
        assertThat(biasEv).as("bias of all data").isBetween(0.0, 0.02);
    }

    private static int holds(Estimate estimate, double truthEv) {
        return estimate instanceof Estimate.Measured m && m.lower95() <= truthEv && truthEv <= m.upper95() ? 1 : 0;
    }
}
