package org.percolith.msd;

import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Nernst-Einstein conductivity σ = c z² e² D/(kB T), not yet gated: whether it may be stated is decided elsewhere.
 *
 * @param densityPerA3 c = N/V, Å⁻³
 * @param perDiffusivityMsPerCm σ/D, mS/cm per cm²/s
 * @param tracerMsPerCm from the tracer diffusivity D* (uncorrelated ions)
 * @param chargeMsPerCm from the charge diffusivity D_σ (correlations included)
 */
public record Conductivity(
        double densityPerA3, double perDiffusivityMsPerCm, Estimate tracerMsPerCm, Estimate chargeMsPerCm) {

    static Conductivity of(int ions, Cell cell, Estimate tracer, Estimate charge, DiffusionSettings settings) {
        double density = ions / cell.volumeA3();
        if (settings.chargeE() == 0) {
            Estimate none = Estimate.withheld("the charge of the mobile ion is not stated");
            return new Conductivity(density, 0, none, none);
        }
        double factor = PhysicalConstants.conductivityMsPerCmPerDiffusivity(
                density, settings.chargeE(), settings.temperatureK());
        return new Conductivity(density, factor, tracer.scaled(factor), charge.scaled(factor));
    }
}
