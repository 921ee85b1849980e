package org.percolith.msd;

import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * What the tracks do not say themselves.
 *
 * @param frameIntervalPs time between stored frames, ps
 * @param temperatureK K
 * @param chargeE charge of the mobile ion, e; 0 means not stated
 * @param hopDistanceA distance a between neighbouring sites, Å
 * @param seed of the random draws behind the intervals of the principal axes
 */
public record DiffusionSettings(
        double frameIntervalPs, double temperatureK, double chargeE, double hopDistanceA, long seed) {

    /** A typical distance between neighbouring cation sites, Å. */
    public static final double DEFAULT_HOP_DISTANCE_A = 3.0;

    public static final long DEFAULT_SEED = 20260101;

    /** @throws IllegalArgumentException if the interval, temperature or hop distance is not positive and finite */
    public DiffusionSettings {
        requirePositive("frame interval", frameIntervalPs, "ps");
        requirePositive("temperature", temperatureK, "K");
        requirePositive("hop distance", hopDistanceA, "Å");
        if (!Double.isFinite(chargeE)) {
            throw new IllegalArgumentException("the charge of the mobile ion must be finite, got " + chargeE + " e");
        }
    }

    /** Settings with the default hop distance and seed. */
    public static DiffusionSettings of(double frameIntervalPs, double temperatureK, double chargeE) {
        return new DiffusionSettings(frameIntervalPs, temperatureK, chargeE, DEFAULT_HOP_DISTANCE_A, DEFAULT_SEED);
    }

    /** D = β/(2d Δ): diffusivity in cm²/s of a slope of 1 Å² per frame, d = 3. */
    double cm2PerSPerSlope() {
        return PhysicalConstants.CM2_PER_S_PER_A2_PER_PS / (2 * RunShape.DIMENSIONS * frameIntervalPs);
    }

    private static void requirePositive(String name, double value, String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("the " + name + " must be positive, got " + value + " " + unit);
        }
    }
}
