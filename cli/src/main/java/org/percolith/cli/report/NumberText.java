package org.percolith.cli.report;

import java.util.Locale;
import org.percolith.trajectory.quantity.Estimate;

/** Estimates as people read them: {@code (1.04 ± 0.09)e-5 cm²/s, 95 % 0.88e-5 to 1.23e-5}. */
public final class NumberText {

    private static final int PLAIN_FROM = -3;
    private static final int PLAIN_TO = 4;

    private NumberText() {}

    /** Value, error and interval with their unit; or the bound; or why it is withheld. */
    static String of(Estimate estimate, String unit) {
        if (estimate instanceof Estimate.Measured measured) {
            return valueAndError(measured, unit) + "   95 % " + interval(measured);
        }
        if (estimate instanceof Estimate.UpperBound bound) {
            return "< " + general(bound.upper95()) + " " + unit + " (95 %): " + bound.reason();
        }
        return "withheld: " + ((Estimate.Withheld) estimate).reason();
    }

    /** Value and error only, or the bound; {@code not resolved} where there is neither. */
    public static String brief(Estimate estimate) {
        if (estimate instanceof Estimate.Measured measured) {
            return valueAndError(measured, "");
        }
        return estimate instanceof Estimate.UpperBound bound ? "< " + general(bound.upper95()) : "not resolved";
    }

    private static String valueAndError(Estimate.Measured measured, String unit) {
        int exponent = exponent(measured);
        double scale = Math.pow(10, exponent);
        int decimals = decimals(measured.std() / scale, measured.value() / scale);
        String value = fixed(measured.value() / scale, decimals);
        String error = fixed(measured.std() / scale, decimals);
        String power = exponent == 0 ? "" : "e" + exponent;
        String suffix = unit.isEmpty() ? "" : " " + unit;
        return (power.isEmpty() ? value + " ± " + error : "(" + value + " ± " + error + ")" + power) + suffix;
    }

    private static String interval(Estimate.Measured measured) {
        int exponent = exponent(measured);
        double scale = Math.pow(10, exponent);
        int decimals = decimals(measured.std() / scale, measured.value() / scale);
        String power = exponent == 0 ? "" : "e" + exponent;
        return fixed(measured.lower95() / scale, decimals) + power + " to "
                + fixed(measured.upper95() / scale, decimals) + power;
    }

    /** Powers of ten are split off outside 0.001 to 9999. */
    private static int exponent(Estimate.Measured measured) {
        double size = Math.max(Math.abs(measured.value()), measured.std());
        int exponent = size == 0 ? 0 : (int) Math.floor(Math.log10(size));
        return exponent >= PLAIN_FROM && exponent < PLAIN_TO ? 0 : exponent;
    }

    /** Two significant digits of the error; three of the value where there is no error. */
    private static int decimals(double error, double value) {
        double size = error > 0 ? error : Math.abs(value) / 10;
        int leading = size == 0 ? 0 : (int) Math.floor(Math.log10(size));
        return Math.max(0, Math.min(12, 1 - leading));
    }

    /** Three significant digits, plain or with an exponent. */
    public static String general(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.2e", value)
                    .replace("e-0", "e-")
                    .replace("e+0", "e")
                    .replace("e+", "e");
        }
        int leading = size == 0 ? 0 : (int) Math.floor(Math.log10(size));
        return fixed(value, Math.max(0, 2 - leading));
    }

    static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
    }
}
