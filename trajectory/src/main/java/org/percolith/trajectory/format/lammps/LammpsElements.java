package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.MissingStructureException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.TokenLine;

/**
 * The elements of the rows of a LAMMPS dump, from the first source that names all of them: types as the user maps them;
 * the element column; a structure with as many atoms, in the order of rows; labels of types; the mass column; types as the
 * masses of a data file beside the dump or the script that wrote it name them.
 */
final class LammpsElements {

    /** What {@code dump custom} writes for every type whose element the script does not name. */
    private static final String UNNAMED = "C";

    private final LammpsColumns columns;
    private final List<String> elements = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> masses = new ArrayList<>();

    LammpsElements(LammpsColumns columns) {
        this.columns = columns;
    }

    /** Keeps what the row that was split last says about its atom. */
    void add(TokenLine row) {
        keep(row, columns.element(), elements);
        keep(row, columns.type(), types);
        keep(row, columns.typeLabel(), labels);
        keep(row, columns.mass(), masses);
    }

    private static void keep(TokenLine row, int column, List<String> texts) {
        if (column >= 0) {
            texts.add(row.text(column));
        }
    }

    /**
     * The element of every row; a guess is told in {@code log}.
     *
     * @throws MalformedTrajectoryException if nothing names the atoms, or a map of types leaves one out
     */
    List<String> ofRows(Path file, LammpsSnapshotHeader header, StructureHints hints, ReadingLog log)
            throws IOException {
        if (!types.isEmpty() && !hints.elementOfType().isEmpty()) {
            return byType(file, header, hints.elementOfType());
        }
        List<String> named = columnIsUnnamed() ? null : all(elements, LammpsElements::ofLabel);
        if (named != null) {
            return named;
        }
        Structure structure = hints.structure();
        if (structure != null && structure.atoms().size() == header.atoms()) {
            return structure.atoms().symbols();
        }
        List<String> labelled = all(labels.isEmpty() ? types : labels, LammpsElements::ofLabel);
        return labelled != null ? labelled : guessed(file, header, log);
    }

    private List<String> guessed(Path file, LammpsSnapshotHeader header, ReadingLog log) throws IOException {
        List<String> weighed = all(masses, LammpsElements::ofMass);
        if (weighed != null) {
            Map<String, String> ofMass = new TreeMap<>();
            for (int row = 0; row < weighed.size(); row++) {
                ofMass.put(masses.get(row), weighed.get(row));
            }
            log.note("atoms are named by the mass column: " + ofMass + "; --types overrides this");
            return weighed;
        }
        LammpsData data = types.isEmpty() ? null : LammpsData.beside(file, header.atoms());
        if (data != null && !data.elementOfType().isEmpty()) {
            return typesAsIn(data.file(), "named by the masses in ", data.elementOfType(), header, log);
        }
        LammpsScript script = types.isEmpty() ? null : LammpsScript.naming(file);
        if (script != null) {
            return typesAsIn(script.file(), "named as in ", script.elementOfType(), header, log);
        }
        throw MissingStructureException.ofUnnamed(
                file + ", line " + header.line()
                        + ": expected an 'element' column (dump_modify element) or named types (for example --types"
                        + " 1=Li,2=P), found "
                        + (elements.isEmpty()
                                ? "neither"
                                : "an 'element' column of '" + elements.get(0) + "' for several types"),
                header.atoms());
    }

    private List<String> typesAsIn(
            Path source, String how, Map<Integer, String> ofType, LammpsSnapshotHeader header, ReadingLog log) {
        log.note("types are " + how + source.getFileName() + ": " + ofType + "; --types overrides this");
        return byType(log.file(), header, ofType);
    }

    private boolean columnIsUnnamed() {
        return types.stream().distinct().limit(2).count() > 1
                && elements.stream().allMatch(UNNAMED::equals);
    }

    /** What every text stands for; null if one stands for nothing, or there is none. */
    private static @Nullable List<String> all(List<String> texts, Function<String, Optional<String>> meaning) {
        List<String> meanings = new ArrayList<>(texts.size());
        for (String text : texts) {
            Optional<String> one = meaning.apply(text);
            if (one.isEmpty()) {
                return null;
            }
            meanings.add(one.get());
        }
        return meanings.isEmpty() ? null : meanings;
    }

    private static Optional<String> ofLabel(String label) {
        return Optional.of(ElementSymbols.ofLabel(label)).filter(ElementSymbols::isElement);
    }

    private static Optional<String> ofMass(String mass) {
        return mass.matches("\\d{1,3}(\\.\\d*)?") ? ElementSymbols.ofMass(Double.parseDouble(mass)) : Optional.empty();
    }

    private List<String> byType(Path file, LammpsSnapshotHeader header, Map<Integer, String> ofType) {
        List<String> symbols = new ArrayList<>(types.size());
        for (String type : types) {
            String element = type.matches("\\d{1,6}") ? ofType.get(Integer.valueOf(type)) : null;
            if (element == null) {
                throw new MalformedTrajectoryException(
                        file,
                        header.line(),
                        "atoms of type " + type,
                        "types " + ofType.keySet() + "; name all of them, for example --types 1=Li,2=P");
            }
            symbols.add(element);
        }
        return symbols;
    }
}
