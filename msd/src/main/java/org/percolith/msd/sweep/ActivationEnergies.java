package org.percolith.msd.sweep;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The activation energy in the three conventions in use, eV. They differ by about kB T: which one is meant must be said.
 *
 * @param ofDiffusivityEv slope of ln D
 * @param ofConductivityTEv slope of ln(σT)
 * @param ofConductivityEv slope of ln σ
 */
public record ActivationEnergies(Estimate ofDiffusivityEv, Estimate ofConductivityTEv, Estimate ofConductivityEv) {

    /** ln σT = ln D + ln(T σ/D) and ln σ = ln D + ln(σ/D); with unknown densities these are taken as constant. */
    static ActivationEnergies of(List<LogPoint> points, SweepLine line) {
        Estimate.Measured energy = line.activationEnergyEv();
        boolean known = Extrapolation.densityKnown(points);
        double ofConductivityT =
                known ? shift(points, line, p -> Extrapolation.conductivityPerDiffusivity(p) * p.temperatureK()) : 0;
        double ofConductivity = known
                ? shift(points, line, Extrapolation::conductivityPerDiffusivity)
                : shift(points, line, p -> 1 / p.temperatureK());
        return new ActivationEnergies(energy, moved(energy, ofConductivityT), moved(energy, ofConductivity));
    }

    /** By how much the slope of ln(D f) differs from that of ln D, eV: the bounds do not enter the difference. */
    private static double shift(List<LogPoint> points, SweepLine line, ToDoubleFunction<SweepPoint> factor) {
        List<LogPoint> shifted = points.stream()
                .map(p -> p.shifted(Math.log(factor.applyAsDouble(p.point()))))
                .toList();
        return ArrheniusFit.of(shifted).activationEnergyEv() - line.measured().activationEnergyEv();
    }

    private static Estimate.Measured moved(Estimate.Measured energy, double shift) {
        return new Estimate.Measured(
                energy.value() + shift, energy.std(), energy.lower95() + shift, energy.upper95() + shift);
    }
}
