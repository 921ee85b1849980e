package org.percolith.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An amount of memory, {@code 512m} or {@code 2g}, in bytes. */
public final class MemoryConverter implements ITypeConverter<Long> {

    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,6})([kmg])b?");
    private static final Map<String, Long> BYTES = Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    @Override
    public Long convert(String text) {
        Matcher matcher = MEMORY.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is no amount of memory. Write for example 2g or 512m");
        }
        return Long.parseLong(matcher.group(1)) * BYTES.getOrDefault(matcher.group(2), 1L);
    }
}
