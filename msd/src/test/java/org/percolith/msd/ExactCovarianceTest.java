package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ExactCovarianceTest {

    /** Values of golden/statistics/analytic.json. */
    @Test
    void agreesWithIndependentSpotValues() {
        assertThat(ExactCovariance.c0(5, 9, 10)).isCloseTo(47.0, within(1e-10));
        assertThat(ExactCovariance.c0(2, 5, 10)).isCloseTo(3.925925925925926, within(1e-12));
        assertThat(ExactCovariance.c0(139, 139, 139)).isCloseTo(38642.0, within(1e-7));
        assertThat(ExactCovariance.c0(70, 100, 139)).isCloseTo(7972.571428571428, within(1e-8));
        assertThat(ExactCovariance.c0(100, 500, 1000)).isCloseTo(10285.097729070161, within(1e-8));
        assertThat(ExactCovariance.c0(5000, 25000, 50000) / 25740176.22541693).isCloseTo(1, within(1e-12));
        DMatrixRMaj noisy = new ExactCovariance(new int[] {1, 2, 3, 8, 15, 23}, new RunShape(1, List.of(23)))
                .perDimension(1.3, 0.7);
        assertThat(noisy.get(0, 0)).isCloseTo(0.3682041587901701, within(1e-12));
        assertThat(noisy.get(1, 3)).isCloseTo(4.962556818181819, within(1e-11));
        assertThat(noisy.get(3, 3)).isCloseTo(65.6940625, within(1e-10));
        assertThat(noisy.get(5, 5)).isCloseTo(1872.7200000000003, within(1e-9));
    }

    /** Cov(y_i, y_j) = 2/(K_i K_j) Σ_kl c_kl², by counting shared steps and shared end points of every two windows. */
    private static double bruteForce(int i, int j, int n, double s, double a) {
        double sum = 0;
        for (int k = 0; k + i <= n; k++) {
            for (int l = 0; l + j <= n; l++) {
                int overlap = Math.max(0, Math.min(k + i, l + j) - Math.max(k, l));
                int ends = (k + i == l + j ? 1 : 0) + (k == l ? 1 : 0) - (k + i == l ? 1 : 0) - (l + j == k ? 1 : 0);
                double c = s * overlap + 0.5 * a * ends;
                sum += c * c;
            }
        }
        return 2 * sum / ((n - i + 1.0) * (n - j + 1.0));
    }

    @Test
    void agreesWithCountingEveryPairOfWindows() {
        for (int n : new int[] {5, 12, 31}) {
            for (int i = 1; i <= n; i++) {
                for (int j = 1; j <= n; j++) {
                    double expected = bruteForce(i, j, n, 1.3, 0.7);
                    double actual = 1.69 * ExactCovariance.c0(i, j, n)
                            + 0.91 * ExactCovariance.c1(i, j, n)
                            + 0.49 * ExactCovariance.c2(i, j, n);
                    assertThat(actual / expected).as("%d %d %d", i, j, n).isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    /** Σ_m c_i(m) c_j(m)/(K_i K_j), counting the windows that hold each interval. */
    @Test
    void shotPartAgreesWithCountingWindows() {
        for (int n : new int[] {5, 12, 31}) {
            for (int i = 1; i <= n; i++) {
                for (int j = 1; j <= n; j++) {
                    double sum = 0;
                    for (int m = 1; m <= n; m++) {
                        sum += windowsWith(m, i, n) * windowsWith(m, j, n);
                    }
                    double expected = sum / ((n - i + 1.0) * (n - j + 1.0));
                    assertThat(ExactCovariance.g(i, j, n) / expected)
                            .as("%d %d %d", i, j, n)
                            .isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    private static double windowsWith(int interval, int lag, int n) {
        int count = 0;
        for (int first = 1; first + lag - 1 <= n; first++) {
            count += first <= interval && interval < first + lag ? 1 : 0;
        }
        return count;
    }

    @Test
    void poolsPiecesByTheirWindows() {
        int[] lags = {3, 7};
        DMatrixRMaj pooled = new ExactCovariance(lags, new RunShape(1, List.of(20, 9))).perDimension(1.3, 0.7);
        // Windows of lag 3: 18 and 7; of lag 7: 14 and 3.
        double expected = (18.0 / 25) * (14.0 / 17) * bruteForce(3, 7, 20, 1.3, 0.7)
                + (7.0 / 25) * (3.0 / 17) * bruteForce(3, 7, 9, 1.3, 0.7);
        assertThat(pooled.get(0, 1)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(pooled.get(1, 0)).isEqualTo(pooled.get(0, 1));
    }

    @Test
    void aPieceShorterThanALagDoesNotContribute() {
        int[] lags = {3, 7};
        DMatrixRMaj pooled = new ExactCovariance(lags, new RunShape(1, List.of(20, 4))).perDimension(1, 0);
        assertThat(pooled.get(1, 1)).isCloseTo(bruteForce(7, 7, 20, 1, 0), within(1e-12));
    }

    @Test
    void shotNoiseOfASlopeIsOneOverIonsTimesIntervals() {
        // Weights with Σ w_ℓ ℓ = 1, as every slope has.
        double[] weights = {-1.0 / 4, 1.0 / 4};
        ExactCovariance covariance = new ExactCovariance(new int[] {3, 7}, new RunShape(8, List.of(50)));
        assertThat(covariance.shotVariancePerExcess(weights)).isCloseTo(1.0 / (8 * 50), within(1e-15));
    }
}
