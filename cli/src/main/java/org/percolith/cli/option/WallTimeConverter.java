package org.percolith.cli.option;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the clock with its unit: {@code 30s, 5min, 2h}. */
public final class WallTimeConverter implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("([0-9]*\\.?[0-9]+)\\s*(ms|s|min|h|d)");
    private static final Map<String, Double> SECONDS =
            Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0);

    @Override
    public Duration convert(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no time with a unit. Write for example 30s, 5min or 2h");
        }
        double seconds = Double.parseDouble(matcher.group(1)) * SECONDS.getOrDefault(matcher.group(2), 1.0);
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
