package org.percolith.cli.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.percolith.trajectory.quantity.Estimate;

/** Numbers as a journal prints them: three significant digits, a true minus sign, powers of ten with raised exponents. */
final class Numerals {

    private static final int SIGNIFICANT_DIGITS = 3;

    private Numerals() {}

    /** 10 with a raised exponent. */
    static RichText powerOfTen(int exponent) {
        return RichText.of("10").raised(signed(Integer.toString(exponent)));
    }

    /** A decimal number without trailing noise, rounded to {@code decimals} places. */
    static String fixed(double value, int decimals) {
        return signed(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    /**
     * "{@code symbol} = 1.61 × 10⁻⁵ cm²/s, 95 %: [1.45, 1.79] × 10⁻⁵" or "{@code symbol} < 3 × 10⁻⁷ cm²/s (95 %)" or
     * "{@code symbol} withheld"; a reason is left to the caller, since it may need several lines.
     */
    static RichText statement(RichText symbol, Estimate estimate, RichText unit) {
        if (estimate instanceof Estimate.Measured measured) {
            int exponent = exponent(measured.value());
            return symbol.text(" = ")
                    .then(scaled(significant(measured.value(), exponent), exponent))
                    .text(" ")
                    .then(unit)
                    .text(", 95 %: ")
                    .then(scaled(
                            "[" + significant(measured.lower95(), exponent) + ", "
                                    + significant(measured.upper95(), exponent) + "]",
                            exponent));
        }
        if (estimate instanceof Estimate.UpperBound bound) {
            int exponent = exponent(bound.upper95());
            return symbol.text(" < ")
                    .then(scaled(significant(bound.upper95(), exponent), exponent))
                    .text(" ")
                    .then(unit)
                    .text(" (95 %)");
        }
        return symbol.text(" withheld");
    }

    /** Why there is no interval, or nothing where there is one. */
    static String reason(Estimate estimate) {
        if (estimate instanceof Estimate.UpperBound bound) {
            return bound.reason();
        }
        return estimate instanceof Estimate.Withheld withheld ? withheld.reason() : "";
    }

    /** A number with as many digits as a legend needs. */
    static String brief(double value) {
        return significant(value, 0);
    }

    /** The power of ten to print a number with; 0 for numbers that read well without one. */
    private static int exponent(double value) {
        if (value == 0) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        return exponent >= -2 && exponent <= 3 ? 0 : exponent;
    }

    private static RichText scaled(String mantissa, int exponent) {
        RichText number = RichText.of(mantissa);
        return exponent == 0 ? number : number.text(" × ").then(powerOfTen(exponent));
    }

    private static String significant(double value, int exponent) {
        if (value == 0) {
            return "0";
        }
        BigDecimal mantissa = BigDecimal.valueOf(value).scaleByPowerOfTen(-exponent);
        int leading = mantissa.precision() - mantissa.scale();
        return signed(mantissa.setScale(Math.max(0, SIGNIFICANT_DIGITS - leading), RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    private static String signed(String digits) {
        return digits.replace('-', '−');
    }
}
