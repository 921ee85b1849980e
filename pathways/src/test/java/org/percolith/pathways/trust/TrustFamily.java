package org.percolith.pathways.trust;

import org.percolith.density.Framework;
import org.percolith.trajectory.Cell;

/**
 * A kind of motion with known truth, at any number of hops.
 *
 * @param name in the table
 * @param kind what the truth is
 * @param rank of the pathway: 0 for closed cages
 * @param cell of the runs
 * @param framework mean positions, which repeat or do not
 * @param repeats whether the framework's translations show the network
 * @param ions mobile ions
 * @param walk makes a run
 */
record TrustFamily(
        String name, Kind kind, int rank, Cell cell, Framework framework, boolean repeats, int ions, Walk walk) {

    static final int FRAMES = 1000;

    /** What the truth is. */
    enum Kind {
        CONDUCTOR,
        CLOSED_CAGES,
        /** A conductor that spends its hops in cages. */
        RARE_ESCAPES
    }

    /** Makes runs. */
    @FunctionalInterface
    interface Walk {
        /**
         * A run with this mean number of effective hops, 6 D T/a², of each ion (of hops in cages that are closed).
         *
         * @return positions and truth
         */
        Sample run(double hopsPerIon, long seed);
    }

    /**
     * One run.
     *
     * @param positionsA unwrapped, {@code [frame][3 * ion + axis]}, Å
     * @param diffusivityA2PerFrame mean of D over the axes; 0 for closed cages
     * @param effectiveHops 6 D T/a² of all ions together
     */
    record Sample(double[][] positionsA, double diffusivityA2PerFrame, double effectiveHops) {}
}
