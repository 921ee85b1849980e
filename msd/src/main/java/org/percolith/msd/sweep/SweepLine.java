package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The line of a sweep and what follows from it.
 *
 * @param measured through the measured points alone
 * @param line with the bounds taken into account
 * @param posterior of the line, present where there are bounds
 */
record SweepLine(ArrheniusFit measured, ArrheniusFit line, Optional<CensoredPosterior> posterior) {

    static SweepLine of(List<LogPoint> points, List<LogPoint> counted, List<BoundedPoint> bounded) {
        ArrheniusFit measured = ArrheniusFit.of(points);
        if (counted.isEmpty() && bounded.isEmpty()) {
            return new SweepLine(measured, measured, Optional.empty());
        }
        List<LogPoint> all = new ArrayList<>(points);
        all.addAll(counted);
        CensoredPosterior posterior = CensoredPosterior.of(ArrheniusFit.of(all), all, bounded);
        return new SweepLine(measured, posterior.line(measured), Optional.of(posterior));
    }

    /** Ea of D, eV. */
    Estimate.Measured activationEnergyEv() {
        return posterior.map(CensoredPosterior::activationEnergy).orElseGet(line::activationEnergy);
    }

    /** D at a temperature, cm²/s. */
    Estimate.Measured diffusivityCm2PerS(double temperatureK) {
        return posterior
                .map(p -> p.diffusivityCm2PerS(temperatureK))
                .orElseGet(() -> line.diffusivityCm2PerS(temperatureK).estimate());
    }

    /** D₀, cm²/s. */
    Estimate.Measured prefactorCm2PerS() {
        return posterior.map(CensoredPosterior::prefactorCm2PerS).orElseGet(() -> line.prefactorCm2PerS()
                .estimate());
    }
}
