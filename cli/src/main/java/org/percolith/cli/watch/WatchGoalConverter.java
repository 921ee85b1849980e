package org.percolith.cli.watch;

import java.util.Locale;
import org.percolith.cli.option.TimeConverter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code rsd=0.2}, {@code hops=200}, {@code length=100ps} or {@code publishable}. */
public final class WatchGoalConverter implements ITypeConverter<WatchGoal> {

    @Override
    public WatchGoal convert(String text) {
        String[] halves = text.strip().toLowerCase(Locale.ROOT).split("=", 2);
        if (halves.length == 1 && halves[0].equals("publishable")) {
            return new WatchGoal.Publishable();
        }
        if (halves.length == 2) {
            switch (halves[0]) {
                case "rsd" -> {
                    return new WatchGoal.RelativeStd(positive(text, halves[1]));
                }
                case "hops" -> {
                    return new WatchGoal.Hops(positive(text, halves[1]));
                }
                case "length" -> {
                    return new WatchGoal.Length(new TimeConverter().convert(halves[1]) / 1000);
                }
                default -> {}
            }
        }
        throw new TypeConversionException(
                "'" + text + "' is nothing to wait for. Write rsd=0.2, hops=200, length=100ps or publishable");
    }

    private static double positive(String text, String number) {
        try {
            double value = Double.parseDouble(number);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "': '" + number + "' is no number");
        }
        throw new TypeConversionException("'" + text + "': the number must be positive");
    }
}
