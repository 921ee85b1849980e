package org.percolith.cli.table;

import java.util.OptionalDouble;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.run.Carrier;
import org.percolith.trajectory.run.RunOptions;

/**
 * The carrier behind a table of diffusivities, from a structure file: number density and charge.
 *
 * @param densityPerA3 number density, Å⁻³; 0 if no structure was given
 * @param chargeE charge, e
 */
public record TableCarrier(double densityPerA3, double chargeE) {

    /** The carrier of the structure that the options name; none where they name none. */
    public static TableCarrier of(RunOptions options) {
        Structure structure = options.structureHints().structure();
        if (structure == null) {
            return new TableCarrier(0, 0);
        }
        Carrier carrier = Carrier.choose(structure.atoms(), options).require();
        return new TableCarrier(
                carrier.count() / structure.cell().volumeA3(), carrier.chargeE().value());
    }

    /** σ/D by Nernst and Einstein, mS/cm per cm²/s, if a structure was given. */
    public OptionalDouble conductivityPerDiffusivity(double temperatureK) {
        return densityPerA3 == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        PhysicalConstants.conductivityMsPerCmPerDiffusivity(densityPerA3, chargeE, temperatureK));
    }
}
