package org.percolith.trajectory.run;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Temperatures in the names of files and folders: {@code T600, 800K, temperature_1000, agi_450K.XDATCAR}. */
public final class TemperatureName {

    private static final Pattern PREFIXED = Pattern.compile(
            "(?:^|[^A-Za-z])(?:T|[Tt]emp(?:erature)?)[_=-]?(\\d{2,4}(?:\\.\\d+)?)(?:K?(?![A-Za-z0-9]|\\.\\d))");
    private static final Pattern SUFFIXED = Pattern.compile("(?:^|[^0-9.])(\\d{2,4}(?:\\.\\d+)?)[_ ]?K(?![A-Za-z0-9])");
    private static final double HIGHEST_K = 5000;

    private TemperatureName() {}

    /** The temperature that a name states, K. */
    public static OptionalDouble in(String name) {
        for (Pattern pattern : new Pattern[] {PREFIXED, SUFFIXED}) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.find()) {
                double temperatureK = Double.parseDouble(matcher.group(1));
                if (temperatureK <= HIGHEST_K) {
                    return OptionalDouble.of(temperatureK);
                }
            }
        }
        return OptionalDouble.empty();
    }
}
