package org.percolith.cli.option;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time with its unit, {@code 2fs}, {@code 0.1ps} or {@code 1ns}, in fs. A bare number is refused. */
public final class TimeConverter implements ITypeConverter<Double> {

    private static final Pattern TIME = Pattern.compile("([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*(fs|ps|ns)");
    private static final Map<String, Double> FEMTOSECONDS = Map.of("fs", 1.0, "ps", 1e3, "ns", 1e6);

    @Override
    public Double convert(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no time with a unit. Write for example 100fs or 0.1ps");
        }
        return Double.parseDouble(matcher.group(1)) * FEMTOSECONDS.getOrDefault(matcher.group(2), 1.0);
    }
}
