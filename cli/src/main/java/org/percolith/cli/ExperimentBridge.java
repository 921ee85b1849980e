package org.percolith.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.cli.result.ComparedMeasurement;
import org.percolith.cli.table.Measurement;
import org.percolith.cli.table.Measurement.Kind;
import org.percolith.msd.sweep.Extrapolation;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.msd.sweep.TemperatureSweep;
import org.percolith.pathways.interval.ArrheniusLine;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;

/**
 * Lays measured values beside the computed ones, at the measured temperature: on the line of the sweep, or by the run of that
 * temperature. T₁ of the mobile nucleus is least where ω₀ τ = 0.616, with τ = 1/Γ (Bloembergen, Purcell and Pound 1948:
 * isotropic hops, one exponential correlation time).
 */
final class ExperimentBridge {

    /** A run this far from the measured temperature may stand for it, K. */
    private static final double SAME_TEMPERATURE_K = 5;

    private static final double BPP_MINIMUM = 0.616;
    private static final double HZ_PER_THZ = 1e12;
    private static final double HZ_PER_MHZ = 1e6;

    private final List<SweepPoint> points;
    private final Optional<ArrheniusLine> rateThz;

    ExperimentBridge(List<SweepPoint> points, Optional<ArrheniusLine> rateThz) {
        this.points = List.copyOf(points);
        this.rateThz = rateThz;
    }

    List<ComparedMeasurement> compare(List<Measurement> measurements) {
        return measurements.stream().map(this::compare).toList();
    }

    private ComparedMeasurement compare(Measurement measured) {
        return switch (measured.kind()) {
            case CONDUCTIVITY, DIFFUSIVITY -> compareTransport(measured);
            case JUMP_RATE ->
                logarithmic(
                        measured,
                        rateThz.<Estimate>map(
                                        line -> line.at(measured.temperatureK()).scaled(HZ_PER_THZ))
                                .orElseGet(ExperimentBridge::noRates),
                        "line of the hop rates");
            case T1_MINIMUM -> compareMinimum(measured);
        };
    }

    private ComparedMeasurement compareTransport(Measurement measured) {
        boolean sweep =
                points.stream().mapToDouble(SweepPoint::temperatureK).distinct().count() > 1;
        boolean conductivity = measured.kind() == Kind.CONDUCTIVITY;
        if (sweep) {
            Extrapolation line =
                    TemperatureSweep.fit(points, measured.temperatureK()).extrapolation();
            return logarithmic(
                    measured,
                    conductivity ? line.conductivityMsPerCm() : line.diffusivityCm2PerS(),
                    conductivity ? "line of the sweep, from D* with H_R = 1" : "line of the sweep");
        }
        Optional<SweepPoint> near = points.stream()
                .filter(point -> Math.abs(point.temperatureK() - measured.temperatureK()) <= SAME_TEMPERATURE_K)
                .findFirst();
        Estimate computed = near.map(point -> conductivity
                        ? point.diffusivityCm2PerS()
                                .scaled(point.conductivityPerDiffusivityMsPerCm()
                                        .orElse(Double.NaN))
                        : point.diffusivityCm2PerS())
                .orElseGet(() -> Estimate.withheld(String.format(
                        Locale.ROOT, "no run within %.0f K of it, and one run makes no line", SAME_TEMPERATURE_K)));
        return logarithmic(measured, computed, conductivity ? "this run, from D* with H_R = 1" : "this run");
    }

    private ComparedMeasurement compareMinimum(Measurement measured) {
        double perS = 2 * Math.PI * measured.value() * HZ_PER_MHZ / BPP_MINIMUM;
        Optional<Measured> minimum = rateThz.flatMap(line -> line.temperatureK(perS / HZ_PER_THZ));
        OptionalDouble z = minimum.stream()
                .mapToDouble(
                        found -> (found.value() - measured.temperatureK()) / Math.hypot(found.std(), measured.std()))
                .findFirst();
        return new ComparedMeasurement(
                measured,
                minimum.<Estimate>map(found -> found).orElseGet(ExperimentBridge::noRates),
                z,
                "ω₀ τ = 0.616 on the line of the hop rates");
    }

    private static Estimate noRates() {
        return Estimate.withheld("it needs hops at two temperatures, and a rate that rises");
    }

    private static ComparedMeasurement logarithmic(Measurement measured, Estimate computed, String basis) {
        OptionalDouble z = computed instanceof Measured m && m.value() > 0
                ? OptionalDouble.of(Math.log(m.value() / measured.value())
                        / Math.hypot(m.relativeStd(), measured.std() / measured.value()))
                : OptionalDouble.empty();
        return new ComparedMeasurement(measured, computed, z, basis);
    }
}
