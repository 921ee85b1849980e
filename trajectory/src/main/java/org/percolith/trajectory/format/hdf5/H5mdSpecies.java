package org.percolith.trajectory.format.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;

/**
 * The elements in the species of an H5MD group: names, as text or as those of an enumeration; whole numbers that the user
 * names, or that the file says are atomic numbers.
 */
final class H5mdSpecies {

    /** Attribute of species that says what its numbers mean. */
    static final String MEANING = "meaning";

    static final String ATOMIC_NUMBER = "atomic number";

    private H5mdSpecies() {}

    /** The elements of all atoms; null if the file does not tell. */
    static @Nullable Atoms of(Hdf5File hdf, String group, Path file, int count, StructureHints hints)
            throws IOException {
        String fixed = group + "species";
        String path = hdf.find(fixed) == null ? fixed + "/value" : fixed;
        String[] names = hdf.names(path);
        if (names != null) {
            return named(names, count);
        }
        Hdf5Steps numbers = hdf.steps(path);
        boolean atomic = ATOMIC_NUMBER.equals(hdf.attribute(path, MEANING));
        if (numbers == null || (!atomic && hints.elementOfType().isEmpty())) {
            return null;
        }
        boolean oneByOne = numbers.values() == 1 && numbers.steps() == count;
        if (!oneByOne && numbers.values() != count) {
            return null;
        }
        double[] values = new double[count];
        double[] row = new double[numbers.values()];
        for (int k = 0; k * row.length < count; k++) {
            if (!numbers.read(k, row)) {
                throw new UnsupportedFormatException(file + ": the list of species is cut or damaged");
            }
            System.arraycopy(row, 0, values, k * row.length, row.length);
        }
        List<String> symbols = new ArrayList<>();
        for (double value : values) {
            symbols.add(element((int) value, hints)
                    .orElseThrow(() -> new UnsupportedFormatException(file + ": no element has the number " + value
                            + (atomic ? "" : ". Name all types, for example --types 1=Li,2=P"))));
        }
        return new Atoms(symbols);
    }

    private static Optional<String> element(int number, StructureHints hints) {
        return hints.elementOfType().isEmpty()
                ? ElementSymbols.ofAtomicNumber(number)
                : Optional.ofNullable(hints.elementOfType().get(number));
    }

    private static @Nullable Atoms named(String[] names, int count) {
        List<String> symbols = new ArrayList<>();
        for (String name : names) {
            // The library has no name for a value that is none of its enumeration.
            String symbol = name == null ? "" : ElementSymbols.ofLabel(name.strip());
            if (!ElementSymbols.isElement(symbol)) {
                return null;
            }
            symbols.add(symbol);
        }
        return symbols.size() == count ? new Atoms(symbols) : null;
    }
}
