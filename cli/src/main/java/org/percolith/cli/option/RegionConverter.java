package org.percolith.cli.option;

import java.util.Objects;
import org.percolith.pathways.region.RegionChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --regions}. */
final class RegionConverter implements ITypeConverter<RegionChoice> {

    @Override
    public RegionChoice convert(String value) {
        try {
            return RegionChoice.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(Objects.requireNonNullElse(e.getMessage(), value));
        }
    }
}
