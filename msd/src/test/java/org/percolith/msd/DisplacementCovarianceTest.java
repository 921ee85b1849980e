package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.fixtures.Positions;
import org.percolith.fixtures.TwoRateHops;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class DisplacementCovarianceTest {

    @Test
    void whiteMemoryIsTheClosedForm() {
        double s = 1.3;
        double a = 0.7;
        DisplacementMemory white = DisplacementMemory.white(a);
        for (int n : new int[] {6, 13, 30}) {
            for (int i = 1; i <= n; i++) {
                for (int j = 1; j <= n; j++) {
                    double expected = a * s * ExactCovariance.c1(i, j, n) + a * a * ExactCovariance.c2(i, j, n);
                    assertThat(white.covariance(i, j, n, s))
                            .as("%d %d %d", i, j, n)
                            .isCloseTo(expected, within(1e-12));
                }
            }
        }
    }

    /** 2/(K_i K_j) Σ_kl c_kl² with 2c = M(k + i − l) + M(l + j − k) − M(k − l) − M(k + i − l − j), over all windows. */
    @Test
    void aLongMemoryAgreesWithCountingEveryPairOfWindows() {
        double s = 0.4;
        double[] e = {0.9, 0.6, 0.35, 0.2, 0.1};
        DisplacementMemory memory = DisplacementMemory.of(e);
        int n = 24;
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                double sum = 0;
                for (int k = 0; k + i <= n; k++) {
                    for (int l = 0; l + j <= n; l++) {
                        double c = 0.5
                                * (m(k + i - l, s, e) + m(l + j - k, s, e) - m(k - l, s, e) - m(k + i - l - j, s, e));
                        sum += c * c;
                    }
                }
                double expected = 2 * sum / ((n - i + 1.0) * (n - j + 1.0));
                double actual = s * s * ExactCovariance.c0(i, j, n) + memory.covariance(i, j, n, s);
                assertThat(actual / expected).as("%d %d", i, j).isCloseTo(1, within(1e-11));
            }
        }
    }

    private static double m(int t, double s, double[] e) {
        int lag = Math.abs(t);
        return s * lag + e[0] - (lag < e.length ? e[lag] : 0);
    }

    @Test
    void piecesArePooledByTheirWindows() {
        DisplacementMemory white = DisplacementMemory.white(0.7);
        RunShape shape = new RunShape(4, List.of(20, 9));
        int[] lags = {3, 7};
        DMatrixRMaj sigma = new DisplacementCovariance(shape, 1.3, 1, white, 0).between(lags);
        DMatrixRMaj expected = new ExactCovariance(lags, shape).isotropic(1.3, 0.7);
        for (int k = 0; k < 4; k++) {
            assertThat(sigma.data[k]).isCloseTo(expected.data[k], within(1e-12));
        }
    }

    /** Slow cages and ions of two kinds raise χ² in the covariance of white vibration, not in the full one. */
    @Test
    void cagesAndUnequalIonsAreNoConcertedMotion() {
        OrnsteinUhlenbeckCage cage = new OrnsteinUhlenbeckCage(64, 6001, 0.6, 20);
        PoissonHops escapes = new PoissonHops(64, 6001, 5e-4, 5);
        // χ²/dof of one run is itself known to a third; the mean over ten tells.
        int runs = 10;
        double white = 0;
        double full = 0;
        for (int run = 0; run < runs; run++) {
            DiffusiveFit caged = fit(Positions.sum(escapes.positionsA(run), cage.positionsA(100 + run)), 5);
            white += caged.chiSquaredPerDof() / runs;
            full += caged.fullChiSquaredPerDof() / runs;
        }
        assertThat(white).isGreaterThan(2.5);
        assertThat(full).isBetween(0.6, 1.4);
        DiffusiveFit unequal =
                fit(new TwoRateHops(40, 6001, 0.003, 0.03, Double.POSITIVE_INFINITY, 3).positionsA(5), 3);
        // ⟨s²⟩/⟨s⟩² of the two rates is 1.67.
        assertThat(unequal.gaussianFactor()).isBetween(1.3, 2.1);
    }

    private static DiffusiveFit fit(double[][] positions, double hopDistanceA) {
        IonTracks tracks = TestTracks.of(positions);
        DiffusionSettings settings = new DiffusionSettings(1, 500, 1, hopDistanceA, 1);
        return DiffusionAnalysis.analyze(tracks, settings, TaskRunner.serial())
                .fit()
                .orElseThrow();
    }
}
