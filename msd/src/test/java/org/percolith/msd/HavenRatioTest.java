package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.CubicLattice;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.fixtures.Positions;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict.Status;

/** The charge diffusivity and the Haven ratio where the collective line starts by its own test. */
class HavenRatioTest {

    private static final int RUNS = 25;
    private static final DiffusionSettings SETTINGS = new DiffusionSettings(1, 500, 1, 2.6, 1);
    private static final double CM2_PER_S = 1e-4;

    /** Std of D_σ over many runs when the line started with the tracer's: 0.113, in parts of D_σ. */
    @Test
    void theLatticeGasGivesItsChargeDiffusivityWithinSevenTenthsOfTheTracersError() {
        LatticeGas gas = new LatticeGas(CubicLattice.BODY_CENTRED, 3, 48, 4001, 0.3, 2.6);
        OrnsteinUhlenbeckCage cage = new OrnsteinUhlenbeckCage(48, 4001, 0.05, 4);
        double[] relative = errors(
                gas.chargeDiffusivityA2PerFrame() * CM2_PER_S,
                seed -> Positions.sum(gas.positionsA(seed), cage.positionsA(seed + 1_000)));
        double sum = 0;
        double squares = 0;
        for (double error : relative) {
            sum += error;
            squares += error * error;
        }
        // Sharpness with what 25 runs scatter: ± 14 %, twice.
        assertThat(Math.sqrt(squares / RUNS)).isLessThan(0.7 * 0.113 * 1.28);
        assertThat(sum / RUNS).isCloseTo(0, within(3 * 0.113 * 0.7 / Math.sqrt(RUNS)));
    }

    private static double[] errors(double truth, LongFunction<double[][]> walk) {
        double[] relative = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Estimate.Measured found =
                    (Estimate.Measured) analyze(walk.apply(run)).charge().cm2PerS();
            relative[run] = found.value() / truth - 1;
        }
        return relative;
    }

    /** An interval, however wide, up to a factor of ten. */
    @Test
    void aShortRunGivesTheRatioWithItsInterval() {
        DiffusionResult result = analyze(BrownianWalk.isotropic(20, 120, 0.3).positionsA(5));
        Estimate.Measured ratio = (Estimate.Measured) result.havenRatio();
        assertThat(ratio.lower95()).isLessThan(1);
        assertThat(ratio.upper95()).isGreaterThan(1).isLessThanOrEqualTo(10 * ratio.lower95());
        assertThat(result.verdict("C2").status()).isEqualTo(Status.PASS);
    }

    /** Pairs that move against each other: their sum stands still, so the ratio has a lower bound only. */
    @Test
    void aCollectiveStandstillIsABoundOfTheRatio() {
        double[][] walk = new PoissonHops(20, 2001, 0.05, 2.6).positionsA(3);
        double[][] opposed = new double[walk.length][2 * walk[0].length];
        for (int frame = 0; frame < walk.length; frame++) {
            for (int k = 0; k < walk[0].length; k++) {
                opposed[frame][k] = walk[frame][k];
                opposed[frame][walk[0].length + k] = -walk[frame][k];
            }
        }
        double[][] cage = new OrnsteinUhlenbeckCage(40, 2001, 0.05, 4).positionsA(4);
        DiffusionResult result = analyze(Positions.sum(opposed, cage));
        assertThat(result.charge().cm2PerS()).isInstanceOf(Estimate.UpperBound.class);
        assertThat(((Estimate.Withheld) result.havenRatio()).reason()).contains("the ratio is above");
        assertThat(result.verdict("C2").status()).isEqualTo(Status.WARN);
    }

    private static DiffusionResult analyze(double[][] walk) {
        return DiffusionAnalysis.analyze(TestTracks.of(walk), SETTINGS, TaskRunner.serial());
    }
}
