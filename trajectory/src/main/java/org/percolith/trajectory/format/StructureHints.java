package org.percolith.trajectory.format;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;

/**
 * What the user says about a system whose trajectory does not: elements of numeric types, and a structure for formats
 * without elements or cell.
 *
 * @param elementOfType element symbol of each LAMMPS type; empty if not given
 * @param structure cell and atoms of the same system, or null
 */
public record StructureHints(
        Map<Integer, String> elementOfType, @Nullable Structure structure) {

    public StructureHints {
        elementOfType = Map.copyOf(elementOfType);
    }

    /** Nothing is known but what the files say. */
    public static StructureHints none() {
        return new StructureHints(Map.of(), null);
    }

    /**
     * Elements of numeric types from a text such as {@code 1=Li,2=P}.
     *
     * @throws TrajectoryException if the text is of another form
     */
    public static Map<Integer, String> parseTypes(String text) {
        Map<Integer, String> elements = new TreeMap<>();
        for (String pair : text.split(",")) {
            if (!pair.strip().matches("\\d{1,6}\\s*=\\s*[A-Z][a-z]?")) {
                throw new TrajectoryException(
                        "'" + text + "' does not map types to elements. Write for example --types 1=Li,2=P,3=S");
            }
            String[] sides = pair.strip().split("\\s*=\\s*");
            elements.put(Integer.valueOf(sides[0]), sides[1]);
        }
        return elements;
    }
}
