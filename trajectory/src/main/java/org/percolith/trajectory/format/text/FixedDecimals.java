package org.percolith.trajectory.format.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal numbers of a fixed number of decimals; {@code String.format} takes ten times as long. */
public final class FixedDecimals {

    private static final int DECIMALS = 12;
    private static final double LARGEST = 9e6;
    private static final double SCALE = 1e12;
    private static final long UNIT = 1_000_000_000_000L;

    private FixedDecimals() {}

    /** A number with twelve decimals, as {@code %.12f} prints it. */
    public static String twelve(double value) {
        if (!(Math.abs(value) < LARGEST)) {
            return new BigDecimal(value)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        long units = Math.round(Math.abs(value) * SCALE);
        String decimals = Long.toString(units % UNIT + UNIT);
        return (value < 0 && units != 0 ? "-" : "") + units / UNIT + "." + decimals.substring(1);
    }
}
