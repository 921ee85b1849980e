package org.percolith.pathways.framework;

import java.util.Locale;
import org.percolith.trajectory.quantity.Estimate;

/**
 * One kind of framework unit and what it does.
 *
 * @param unit formula
 * @param count units
 * @param state by name
 * @param diffusivityCm2PerS of their centres, against the rest of the framework, cm²/s
 * @param ratioToIon that over the mobile ion's, over the same lags
 * @param orientationMemory ⟨u(0)·u(t)⟩ of the directions from centre to atoms, where the unit has some; 1 for single atoms
 */
public record FrameworkSpecies(
        String unit,
        int count,
        State state,
        Estimate diffusivityCm2PerS,
        Estimate ratioToIon,
        double orientationMemory) {

    /** From a solid to a liquid. */
    public enum State {
        RIGID,
        LIBRATING,
        ROTATING,
        CREEPING,
        CO_MOBILE,
        MOLTEN;

        /** The name used in files: {@code co-mobile}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
