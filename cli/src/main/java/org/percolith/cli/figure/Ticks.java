package org.percolith.cli.figure;

import java.util.ArrayList;
import java.util.List;

/** Where an axis carries marks: labelled major ones and bare minor ones, in axis units. */
record Ticks(List<Major> major, List<Double> minor) {

    record Major(double value, RichText label) {}

    Ticks {
        major = List.copyOf(major);
        minor = List.copyOf(minor);
    }

    /** Round steps of 1, 2 or 5 times a power of ten: at most {@code most} intervals on a linear axis. */
    static Ticks linear(double lower, double upper, int most) {
        double step = roundStep((upper - lower) / most);
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
        List<Major> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        double tolerance = 1e-9 * step;
        for (long k = (long) Math.ceil((lower - tolerance) / step); k * step <= upper + tolerance; k++) {
            major.add(new Major(k * step, RichText.of(Numerals.fixed(k * step, decimals))));
        }
        for (long k = (long) Math.ceil((lower - tolerance) / step * 2); k * step / 2 <= upper + tolerance; k++) {
            if (k % 2 != 0) {
                minor.add(k * step / 2);
            }
        }
        return new Ticks(major, minor);
    }

    /** Powers of ten with at most {@code most} labels, and 2 to 9 times each, on a logarithmic axis. */
    static Ticks decades(double lower, double upper, int most) {
        int first = (int) Math.floor(Math.log10(lower) + 1e-9);
        int last = (int) Math.floor(Math.log10(upper) + 1e-9);
        int every = Math.max(1, (last - first + most) / most);
        List<Major> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            double decade = Math.pow(10, exponent);
            if (decade >= lower * (1 - 1e-9)) {
                if (Math.floorMod(exponent, every) == 0) {
                    major.add(new Major(decade, Numerals.powerOfTen(exponent)));
                } else {
                    minor.add(decade);
                }
            }
            for (int k = 2; k <= 9 && every == 1; k++) {
                if (k * decade >= lower && k * decade <= upper) {
                    minor.add(k * decade);
                }
            }
        }
        return new Ticks(major, minor);
    }

    private static double roundStep(double atLeast) {
        double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (int k : new int[] {1, 2, 5}) {
            if (k * decade >= atLeast * (1 - 1e-9)) {
                return k * decade;
            }
        }
        return 10 * decade;
    }
}
