package org.percolith.trajectory.format.xyz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** Elements of the labels in xyz rows: symbols, kind names such as {@code Li1}, atomic numbers, LAMMPS types. */
final class XyzLabels {

    private XyzLabels() {}

    /** The element of a label; a bare number is a type, unless the column is one of atomic numbers. */
    static String element(Path file, byte[] label, XyzColumns columns, StructureHints hints) {
        String text = new String(label, StandardCharsets.ISO_8859_1);
        if (!text.matches("\\d{1,6}")) {
            return ElementSymbols.ofLabel(text);
        }
        int number = Integer.parseInt(text);
        String given = hints.elementOfType().get(number);
        if (given != null) {
            return given;
        }
        if (columns.species() >= 0) {
            throw new UnsupportedFormatException(
                    file + " names its atoms by the number " + text + ". Name the types, for example --types 1=Li,2=P");
        }
        return ElementSymbols.ofAtomicNumber(number)
                .orElseThrow(() -> new UnsupportedFormatException(file + ": no element has the number " + text));
    }
}
