package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
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
record TableCarrier(double densityPerA3, double chargeE) {

    static TableCarrier of(@Nullable Path poscar, RunOptions options) {
        if (poscar == null) {
            return new TableCarrier(0, 0);
        }
        try {
            Structure structure = Structure.readPoscar(poscar);
            Carrier carrier = Carrier.choose(structure.atoms(), options);
            return new TableCarrier(
                    carrier.count() / structure.cell().volumeA3(),
                    carrier.chargeE().value());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + poscar, e);
        }
    }

    /** σ/D by Nernst and Einstein, mS/cm per cm²/s, if a structure was given. */
    OptionalDouble conductivityPerDiffusivity(double temperatureK) {
        return densityPerA3 == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        PhysicalConstants.conductivityMsPerCmPerDiffusivity(densityPerA3, chargeE, temperatureK));
    }
}
