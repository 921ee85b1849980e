package org.percolith.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A temperature in kelvin, {@code 500} or {@code 500K}. */
public final class TemperatureConverter implements ITypeConverter<Double> {

    private static final Pattern TEMPERATURE = Pattern.compile("([0-9]*\\.?[0-9]+)\\s*K?");

    @Override
    public Double convert(String text) {
        Matcher matcher = TEMPERATURE.matcher(text.strip());
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) <= 0) {
            throw new TypeConversionException("'" + text + "' is no temperature in kelvin. Write for example 500K");
        }
        return Double.parseDouble(matcher.group(1));
    }
}
