package org.percolith.pathways.transport;

import java.util.Locale;

/** What the mobile ions do on the time scale of the run. */
public enum Transport {
    /** They walk from site to site and the mean squared displacement is a line. */
    DIFFUSIVE,
    /** They travel, but the line is not reached: the diffusivity still falls with time. */
    SUB_DIFFUSIVE,
    /** They stay in their cages. */
    CONFINED,
    /** The run is too short to tell. */
    UNDETERMINED;

    /** The name used in files: {@code sub-diffusive}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
