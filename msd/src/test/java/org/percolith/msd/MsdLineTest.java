package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class MsdLineTest {

    private static double[] line(int[] lags, double slope, double intercept) {
        double[] y = new double[lags.length];
        for (int k = 0; k < lags.length; k++) {
            y[k] = intercept + slope * lags[k];
        }
        return y;
    }

    @Test
    void anExactLineIsRecovered() {
        int[] lags = LagGrid.logarithmic(10, 500, 32);
        MsdLine fit = MsdLine.fit(lags, line(lags, 0.03, 0.6), new RunShape(40, List.of(1000)));
        assertThat(fit.line().slope()).isCloseTo(0.03, within(1e-12));
        assertThat(fit.line().intercept()).isCloseTo(0.6, within(1e-10));
        assertThat(fit.line().chiSquared()).isCloseTo(0, within(1e-12));
        assertThat(fit.stepVarianceA2()).isCloseTo(0.01, within(1e-8));
        assertThat(fit.noiseA2()).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void theWeightsReproduceTheSlopeAndIgnoreAConstant() {
        int[] lags = LagGrid.logarithmic(5, 200, 32);
        double[] y = line(lags, 0.02, 1);
        y[3] += 0.1;
        MsdLine fit = MsdLine.fit(lags, y, new RunShape(10, List.of(400)));
        double sum = 0;
        for (double w : fit.line().weights()) {
            sum += w;
        }
        assertThat(fit.line().slopeOf(y)).isCloseTo(fit.line().slope(), within(1e-14));
        assertThat(sum).isCloseTo(0, within(1e-12));
    }

    /** V_G/β² = 4.19 ℓ/(d N n) with a fitted intercept and no noise: a law of the exact information matrix. */
    @Test
    void theGaussianVarianceFollowsItsLaw() {
        int[] lags = LagGrid.logarithmic(100, 5000, 48);
        MsdLine fit = MsdLine.fit(lags, line(lags, 0.03, 0), new RunShape(50, List.of(10_000)));
        double relative = fit.line().slopeVariance() / (0.03 * 0.03);
        assertThat(relative / (4.19 * 100 / (3.0 * 50 * 10_000))).isCloseTo(1, within(0.03));
    }

    @Test
    void manyNeighbouringLagsAreStillPositiveDefinite() {
        int[] lags = LagGrid.linear(44, 69, 26);
        MsdLine fit = MsdLine.fit(lags, line(lags, 0.09, 0.3), new RunShape(192, List.of(139)));
        assertThat(fit.line().slope()).isCloseTo(0.09, within(1e-9));
    }

    /** Numbers of golden/statistics/final_rule_Li6PS5Cl.json, start_2ps, on 140 frames of Li6PS5Cl. */
    @Test
    void agreesWithTheReferenceImplementationOnAnArgyrodite() throws IOException {
        IonTracks tracks = SharedData.tracks(
                List.of(SharedData.require("data/public/cases/kinisi/kinisi_Li6PS5Cl_XDATCAR.gz")),
                "Li",
                Map.of("P", 1.0, "S", 1.0, "Cl", 1.0));
        RunShape shape = RunShape.of(tracks);
        MeanSquaredDisplacement msd = MeanSquaredDisplacement.of(tracks, TaskRunner.serial());
        MsdLine line = StartCandidate.fit(20, 69, msd, shape);
        DiffusiveFit fit = DiffusiveFit.ofTracer(line, msd, tracks, TaskRunner.serial());
        assertThat(line.lags()).hasSize(31).startsWith(20, 21, 22).endsWith(64, 66, 69);
        assertThat(fit.slopeA2PerFrame()).isCloseTo(0.08354491778616001, within(1e-8));
        assertThat(fit.interceptA2()).isCloseTo(0.7993703315610527, within(1e-6));
        assertThat(fit.gaussianVariance()).isCloseTo(1.0742069576731949e-05, within(1e-11));
        assertThat(fit.anisotropy()).isCloseTo(1.02074695390688, within(1e-6));
        double[] excess =
                DisplacementMoments.evaluate(tracks, Arrays.copyOf(line.lags(), 6), TaskRunner.serial()).stream()
                        .mapToDouble(DisplacementMoments::excessPerFrameA4)
                        .sorted()
                        .toArray();
        double hops = 0.5 * (excess[2] + excess[3]);
        assertThat(hops).isCloseTo(0.2580629420111245, within(1e-6));
        double perExcess = line.covariance().shotVariancePerExcess(line.line().weights());
        assertThat(hops * perExcess).isCloseTo(9.669624625716596e-06, within(1e-10));
        // Ions of unequal and slowly changing mobility add to what the hops alone scatter.
        assertThat(fit.shotVariance()).isEqualTo(fit.excessPerFrameA4() * perExcess);
        assertThat(line.line().chiSquared() / fit.anisotropy()).isCloseTo(50.05580048803166, within(1e-3));
        assertThat(fit.tensorSlope().scaled(5e-4).xx()).isCloseTo(1.4449295596979667e-05, within(1e-10));
        assertThat(fit.tensorSlope().scaled(5e-4).xy()).isCloseTo(1.60164604723234e-06, within(1e-10));
    }
}
