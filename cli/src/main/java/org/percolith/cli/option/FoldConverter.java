package org.percolith.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Cells along each lattice vector that are folded into one: {@code 2,2,2}. */
public final class FoldConverter implements ITypeConverter<FoldCells> {

    @Override
    public FoldCells convert(String text) {
        if (!text.strip().matches("[1-9]\\d{0,2},[1-9]\\d{0,2},[1-9]\\d{0,2}")) {
            throw new TypeConversionException("'" + text + "' is no fold. Write three positive numbers, such as 2,2,2");
        }
        String[] cells = text.strip().split(",");
        return new FoldCells(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
    }
}
