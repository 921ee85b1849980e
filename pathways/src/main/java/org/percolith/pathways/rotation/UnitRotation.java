package org.percolith.pathways.rotation;

import org.percolith.trajectory.quantity.Estimate;

/**
 * How one kind of polyanion turns.
 *
 * @param unit formula
 * @param count units
 * @param motion what it does
 * @param librationDegrees root mean squared angle from the orientation that it keeps
 * @param turns seen, by more than {@link UnitTurns#TURNED_DEGREES}
 * @param turnsPerNs of one unit
 * @param meanTurnDegrees their mean angle; NaN where there is none
 * @param tau1Ps relaxation time of C₁
 * @param tau2Ps relaxation time of C₂; τ₁/τ₂ is 3 for small steps and near 1 for large jumps
 * @param hopsWithTurns hops of ions beside a unit within a picosecond of its turns, over those that chance would bring
 */
public record UnitRotation(
        String unit,
        int count,
        Motion motion,
        Estimate librationDegrees,
        int turns,
        Estimate turnsPerNs,
        double meanTurnDegrees,
        Estimate tau1Ps,
        Estimate tau2Ps,
        Estimate hopsWithTurns) {

    /** Kinds of motion. */
    public enum Motion {
        LIBRATES("librates"),
        JUMPS("turns by jumps"),
        TUMBLES("turns by small steps"),
        TURNS("turns");

        private final String words;

        Motion(String words) {
            this.words = words;
        }

        /** What it does, as in "it turns by jumps". */
        public String words() {
            return words;
        }
    }
}
