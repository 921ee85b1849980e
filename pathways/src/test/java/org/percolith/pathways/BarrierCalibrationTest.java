package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Does the 95 % interval of F_c hold the truth of hopping models in 1, 2 and 3 dimensions? */
@Tag("calibration")
class BarrierCalibrationTest {

    private static final int RUNS = Integer.getInteger("calibration.runs", 500);
    private static final double TEMPERATURE_K = 500;

    @ParameterizedTest(name = "{0}D, {1} voxels and {2} wells, {3} kT, roughness {4}, {5} ions, {6} frames")
    @CsvSource({
        "1, 21, 3, 2, 0, 24, 500, 0.905",
        "1, 21, 3, 2, 0, 24, 2000, 0.905",
        "1, 21, 3, 4, 0, 48, 4000, 0.905",
        "1, 21, 3, 4, 0, 192, 2000, 0.905",
        "1, 8, 1, 3, 0, 24, 2000, 0.905",
        "1, 56, 8, 3, 0, 48, 2000, 0.905",
        "1, 21, 3, 3, 2, 48, 2000, 0.905",
        "2, 12, 2, 2.5, 0, 48, 2000, 0.905",
        "3, 10, 2, 2, 0, 64, 2000, 0.905",
        "3, 10, 2, 2, 0, 200, 700, 0.905",
        "3, 15, 3, 2, 0, 192, 1000, 0.905",
        "3, 10, 2, 2, 2, 64, 2000, 0.88"
    })
    void intervalsHoldTheTruth(
            int dimensions,
            int voxels,
            int wells,
            double barrier,
            double roughness,
            int ions,
            int frames,
            double leastCoverage) {
        VoxelHops model = VoxelHops.of(dimensions, voxels, wells, barrier, roughness);
        double truthEv = model.barrier() * PhysicalConstants.BOLTZMANN_EV_PER_K * TEMPERATURE_K;
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        double biasEv = 0;
        double squaredEv2 = 0;
        double claimedEv2 = 0;
        double mapBiasEv = 0;
        int given = 0;
        for (int r = 0; r < RUNS; r++) {
            BarrierEstimate estimate = PercolationAnalysis.analyze(
                            model.run(ions, frames, random), PercolationSettings.at(TEMPERATURE_K), TaskRunner.serial())
                    .barrier(dimensions);
            if (estimate.barrierEv() instanceof Estimate.Measured measured) {
                given++;
                double offEv = measured.value() - truthEv;
                biasEv += offEv;
                squaredEv2 += offEv * offEv;
                claimedEv2 += measured.std() * measured.std();
                mapBiasEv += estimate.mapEv().orElseThrow() - truthEv;
                held += holds(measured, truthEv);
            }
        }
        double claimedOverTrue = Math.sqrt(claimedEv2 / squaredEv2);
        System.out.printf(
                Locale.ROOT,
                "| %dD, %d, %d, %.1f + %.1f kT, %d, %d | %.4f | %+.4f | %+.4f | %.4f | %.2f | %.3f | (%d of %d)%n",
                dimensions,
                voxels,
                wells,
                barrier,
                roughness,
                ions,
                frames,
                truthEv,
                mapBiasEv / given,
                biasEv / given,
                Math.sqrt(claimedEv2 / given),
                claimedOverTrue,
                (double) held / given,
                given,
                RUNS);
        assertThat(given).isGreaterThan(RUNS / 2);
        assertThat((double) held / given).as("coverage").isGreaterThan(leastCoverage);
        assertThat(claimedOverTrue)
                .as("claimed over true error")
                .isBetween(roughness > 0 && dimensions == 3 ? 0.5 : 0.85, 1.35);
    }

    private static int holds(Estimate estimate, double truthEv) {
        return estimate instanceof Estimate.Measured m && m.lower95() <= truthEv && truthEv <= m.upper95() ? 1 : 0;
    }
}
