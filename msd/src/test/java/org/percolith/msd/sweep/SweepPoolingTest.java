package org.percolith.msd.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Bounds as censored data, runs of one temperature as a hierarchy, and which run to extend. */
class SweepPoolingTest {

    private static double law(double temperatureK) {
        return 1e-3 * Math.exp(-0.3 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK));
    }

    private static SweepPoint measured(String label, double temperatureK, double factor, double relativeStd) {
        double d = law(temperatureK) * factor;
        return SweepPoint.ofTable(label, temperatureK, d, d * relativeStd, OptionalDouble.empty());
    }

    private static SweepPoint bounded(double temperatureK, double factor) {
        return new SweepPoint(
                "bound",
                temperatureK,
                new Estimate.UpperBound(law(temperatureK) * factor, "few hops"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true);
    }

    private static List<SweepPoint> line() {
        return List.of(
                measured("a", 700, 1, 0.2),
                measured("b", 800, 1, 0.15),
                measured("c", 900, 1, 0.1),
                measured("d", 1000, 1, 0.1));
    }

    private static Estimate.Measured d300(SweepResult sweep) {
        return (Estimate.Measured) sweep.extrapolation().diffusivityCm2PerS();
    }

    @Test
    void aBoundFarAboveTheLineChangesNothing() {
        List<SweepPoint> points = new ArrayList<>(line());
        SweepResult without = TemperatureSweep.fit(points, 300);
        points.add(bounded(500, 1e6));
        SweepResult with = TemperatureSweep.fit(points, 300);
        assertThat(with.bounded()).containsExactly("bound");
        assertThat(with.excluded()).isEmpty();
        assertThat(d300(with).value() / d300(without).value()).isCloseTo(1, within(0.02));
        assertThat(d300(with).lower95() / d300(without).lower95()).isCloseTo(1, within(0.05));
        assertThat(d300(with).upper95() / d300(without).upper95()).isCloseTo(1, within(0.05));
    }

    @Test
    void aTightBoundCutsTheUpperSideOnly() {
        List<SweepPoint> points = new ArrayList<>(line());
        SweepResult without = TemperatureSweep.fit(points, 300);
        points.add(bounded(500, 1));
        SweepResult with = TemperatureSweep.fit(points, 300);
        double upper = Math.log(d300(with).upper95() / d300(without).upper95());
        double lower = Math.log(d300(with).lower95() / d300(without).lower95());
        assertThat(upper).isLessThan(-0.5);
        assertThat(Math.abs(lower)).isLessThan(Math.abs(upper));
        Estimate.Measured energy = (Estimate.Measured) with.activationEnergies().ofDiffusivityEv();
        assertThat(energy.value()).isGreaterThan(0.3);
    }

    /** Ten quenches at each of four temperatures that scatter by τ = 0.4 about the line, each known to 0.1. */
    @Test
    void scatterBetweenQuenchesIsFoundAndCarried() {
        Random random = new Random(11);
        List<SweepPoint> points = new ArrayList<>();
        for (double temperature : new double[] {700, 800, 900, 1000}) {
            for (int quench = 0; quench < 10; quench++) {
                double factor = Math.exp(0.4 * random.nextGaussian() + 0.1 * random.nextGaussian());
                points.add(measured(temperature + "/" + quench, temperature, factor, 0.1));
            }
        }
        SweepResult sweep = TemperatureSweep.fit(points, 300);
        assertThat(sweep.replicas().degreesOfFreedom()).isEqualTo(36);
        assertThat(Math.sqrt(sweep.replicas().betweenVariance())).isCloseTo(0.4, within(0.1));
        assertThat(sweep.chiSquaredPerDof().orElseThrow()).isCloseTo(1, within(0.4));
        Estimate.Measured energy =
                (Estimate.Measured) sweep.activationEnergies().ofDiffusivityEv();
        assertThat(energy.lower95()).isLessThan(0.3);
        assertThat(energy.upper95()).isGreaterThan(0.3);
    }

    @Test
    void replicasThatAgreeAddNothing() {
        List<SweepPoint> points = new ArrayList<>(line());
        points.addAll(line());
        assertThat(TemperatureSweep.fit(points, 300).replicas().betweenVariance())
                .isZero();
    }

    @Test
    void theRunToExtendIsTheOneThatDrivesTheInterval() {
        Map<String, Double> durations = new HashMap<>();
        line().forEach(p -> durations.put(p.label(), 100.0));
        List<SweepExtension> ranked = SweepExtension.rank(line(), durations, 300);
        assertThat(ranked).extracting(SweepExtension::label).startsWith("a").hasSize(4);
        SweepExtension first = ranked.get(0);
        // Doubling a run halves its variance.
        List<SweepPoint> doubled = new ArrayList<>(line());
        doubled.set(0, measured("a", 700, 1, 0.2 / Math.sqrt(2)));
        double after = TemperatureSweep.fit(doubled, 300)
                .fit()
                .orElseThrow()
                .diffusivityCm2PerS(300)
                .lnStd();
        double before = TemperatureSweep.fit(line(), 300)
                .fit()
                .orElseThrow()
                .diffusivityCm2PerS(300)
                .lnStd();
        assertThat(first.lnStd()).isCloseTo(before, within(1e-9));
        assertThat(first.lnStdAfterDoubling()).isCloseTo(after, within(1e-9));
        // The derivative, by a run longer by a millionth.
        List<SweepPoint> longer = new ArrayList<>(line());
        longer.set(0, measured("a", 700, 1, 0.2 / Math.sqrt(1 + 1e-6)));
        double little = TemperatureSweep.fit(longer, 300)
                .fit()
                .orElseThrow()
                .diffusivityCm2PerS(300)
                .lnStd();
        assertThat((before * before - little * little) / 1e-4 / first.variancePerPs())
                .isCloseTo(1, within(1e-3));
        assertThat(SweepExtension.rank(line().subList(0, 1), durations, 300)).isEmpty();
    }
}
