package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Real trajectories and the verdicts to reach, from the README of the shared data. */
class RealDataTest {

    private static IonTracks argyrodite(String system, String halide) throws IOException {
        List<Path> runs = IntStream.rangeClosed(1, 6)
                .mapToObj(run ->
                        SharedData.require("data/public/argyrodite/" + system + "/run" + run + "/actual_XDATCAR.gz"))
                .toList();
        return SharedData.tracks(runs, "Li", Map.of("P", 1.0, "S", 1.0, halide, 1.0));
    }

    private static DiffusionResult analyze(IonTracks tracks, double frameIntervalPs, double temperatureK) {
        return DiffusionAnalysis.analyze(
                tracks, DiffusionSettings.of(frameIntervalPs, temperatureK, 1), TaskRunner.serial());
    }

    /** Reference: 1.04e-5 ± 0.09e-5 cm²/s, start 16.5 ps, φ 1.9, D_σ (17 ± 6)e-6. */
    @Test
    void disorderedArgyroditeDiffuses() throws IOException {
        DiffusionResult result = analyze(argyrodite("Li6PS5Cl/50p", "Cl"), 0.1, 500);
        Estimate.Measured d = (Estimate.Measured) result.tracer().cm2PerS();
        assertThat(d.value()).isCloseTo(1.04e-5, within(0.05e-5));
        // The reference counts the scatter that few hops bring as concerted motion; we hold it apart from φ.
        DiffusiveFit fit = result.fit().orElseThrow();
        double referenceStd = Math.sqrt(fit.slopeVariance() / fit.phi() * fit.chiSquaredPerDof()) * 1e-4 / 0.6;
        assertThat(referenceStd).isCloseTo(0.09e-5, within(0.01e-5));
        assertThat(result.tracer().statisticalStdCm2PerS()).isBetween(0.7 * referenceStd, referenceStd);
        // D still falls with the start of the fit, which the interval carries on top.
        assertThat(d.std()).isBetween(0.07e-5, 0.14e-5);
        assertThat(result.window().orElseThrow().fromPs()).isBetween(15.0, 18.0);
        assertThat(fit.chiSquaredPerDof()).isCloseTo(1.9, within(0.3));
        assertThat(result.verdict("M1").status()).isEqualTo(Status.PASS);
        assertThat(result.dimensionality().orElseThrow().value()).hasValue(3);
        Estimate.Measured charge = (Estimate.Measured) result.charge().cm2PerS();
        assertThat(charge.value()).isCloseTo(17e-6, within(6e-6));
        assertThat(result.havenRatio()).isInstanceOf(Estimate.Withheld.class);
        Estimate.Measured further = MobileFraction.beyond(5, argyrodite("Li6PS5Cl/50p", "Cl"), TaskRunner.serial());
        assertThat(further.value() * 192).isCloseTo(167, within(8.0));
    }

    /** Reference: φ ≥ 4.6 at every start: a cage; D_σ (0.04 ± 0.05)e-6, that is none. */
    @Test
    void orderedArgyroditeIsACage() throws IOException {
        DiffusionResult result = analyze(argyrodite("Li6PS5I/0p", "I"), 0.1, 500);
        assertThat(result.startCurve())
                .allSatisfy(point -> assertThat(point.phi()).isGreaterThan(4));
        assertThat(result.verdict("M1").status()).isEqualTo(Status.FAIL);
        assertThat(result.verdict("M2").status()).isEqualTo(Status.FAIL);
        assertThat(result.verdict("M3").status()).isEqualTo(Status.FAIL);
        assertThat(result.dimensionality().orElseThrow().value()).isEmpty();
        Estimate.UpperBound charge = (Estimate.UpperBound) result.charge().cm2PerS();
        assertThat(charge.upper95()).isLessThan(0.2e-6);
        Estimate.Measured further = MobileFraction.beyond(5, argyrodite("Li6PS5I/0p", "I"), TaskRunner.serial());
        assertThat(further.value() * 192).isCloseTo(19, within(8.0));
    }

    /** Reference at 90 fs per frame: 3.3 to 3.7, 16.1 and 51 to 54, in 1e-6 cm²/s. */
    @ParameterizedTest
    @CsvSource({"600, 3.5e-6, 0.5e-6, 3.0", "800, 16.1e-6, 1.0e-6, 2.3", "1100, 52.5e-6, 2.5e-6, 2.3"})
    void glassesReachTheirReference(int temperatureK, double expected, double tolerance, double largestPhi)
            throws IOException {
        String file = "data/own/Li4PO4I-glass/formats-%1$dK/li4po4i_%1$dK.XDATCAR.gz".formatted(temperatureK);
        IonTracks tracks = SharedData.tracks(
                List.of(SharedData.require(file)), "Li", Map.of("P", 30.974, "O", 15.999, "I", 126.904));
        DiffusionResult result = analyze(tracks, 0.09, temperatureK);
        assertThat(((Estimate.Measured) result.tracer().cm2PerS()).value()).isCloseTo(expected, within(tolerance));
        assertThat(result.fit().orElseThrow().phi()).isLessThan(largestPhi);
    }

    /** truth.json of alpha-AgI: D(Ag) = 2.54e-5 cm²/s at 600 K from block averages of the engine, ± 0.06e-5. */
    @Test
    void silverIodideIsASuperionicConductor() throws IOException {
        IonTracks tracks = SharedData.tracks(
                List.of(SharedData.require("data/own/alpha-AgI/formats-600K/agi_600K.XDATCAR.gz")),
                "Ag",
                Map.of("I", 126.904));
        DiffusionResult result = analyze(tracks, 0.1, 600);
        Estimate.Measured d = (Estimate.Measured) result.tracer().cm2PerS();
        assertThat(d.value()).isCloseTo(2.54e-5, within(0.25e-5));
        assertThat(result.dimensionality().orElseThrow().value()).hasValue(3);
        for (String id : List.of("M1", "M2", "M3", "M4", "M5", "M8", "M9")) {
            assertThat(result.verdict(id).status()).as(id).isEqualTo(Status.PASS);
        }
    }
}
