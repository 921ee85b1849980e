package org.percolith.pathways.region;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which regions are asked for. */
public sealed interface RegionChoice {

    /** None. */
    record Off() implements RegionChoice {}

    /** Found from the framework's composition profile. */
    record Auto() implements RegionChoice {}

    /**
     * Between two fractional coordinates along a lattice vector, and the rest.
     *
     * @param axis 0, 1, 2 for a, b, c
     * @param from fractional coordinate, in [0, 1)
     * @param to fractional coordinate; smaller than {@code from} for a slab across the face of the cell
     */
    record Slab(int axis, double from, double to) implements RegionChoice {}

    /**
     * Within a distance of any atom of a framework species, and the rest.
     *
     * @param species element
     * @param distanceA Å
     */
    record Near(String species, double distanceA) implements RegionChoice {}

    /**
     * Reads {@code off}, {@code auto}, {@code slab:c:0.2,0.6} or {@code near:I:3.5}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static RegionChoice parse(String text) {
        if (text.equals("off")) {
            return new Off();
        }
        if (text.equals("auto")) {
            return new Auto();
        }
        Matcher slab = Pattern.compile("slab:([abc]):([0-9.]+),([0-9.]+)").matcher(text);
        if (slab.matches()) {
            double from = Double.parseDouble(slab.group(2));
            double to = Double.parseDouble(slab.group(3));
            if (from < 1 && to <= 1 && from != to) {
                return new Slab(List.of("a", "b", "c").indexOf(slab.group(1)), from, to);
            }
        }
        Matcher near = Pattern.compile("near:([A-Z][a-z]?):([0-9.]+)").matcher(text);
        if (near.matches() && Double.parseDouble(near.group(2)) > 0) {
            return new Near(near.group(1), Double.parseDouble(near.group(2)));
        }
        throw new IllegalArgumentException("'" + text
                + "' names no regions. Write auto, slab:c:0.2,0.6 (fractional coordinates along a lattice vector),"
                + " near:I:3.5 (Å from an element), or off");
    }
}
