package org.percolith.pathways.framework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.trajectory.IonTracks;

/**
 * The units of a framework: atoms that covalent bonds join, across the faces of
 * the cell, are one polyanion. A cluster that winds through the cell, or of more than {@link #LARGEST} atoms, is a network
 * of bonds and no unit: its atoms count singly.
 */
public final class FrameworkUnits {

    private static final int LARGEST = 24;

    /** The order in which formulas name elements: by electronegativity, hydrogen last, as in PO4, BH4 and OH. */
    private static final List<String> ORDER =
            List.of("Si", "Sn", "Ge", "B", "Sb", "Te", "As", "P", "C", "Se", "S", "I", "Br", "N", "Cl", "O", "F", "H");

    private final List<String> symbols;
    private final BondNeighbours neighbours;
    private final long[] imageOf;
    private final boolean[] taken;

    private FrameworkUnits(BondNeighbours neighbours) {
        this.neighbours = neighbours;
        symbols = neighbours.symbols();
        imageOf = new long[symbols.size()];
        taken = new boolean[symbols.size()];
    }

    /**
     * Perceives the units: pairs near enough in the first frame and, on the average, in eight frames over the run.
     *
     * @param tracks of the framework's atoms
     * @param symbols element of each
     */
    public static List<FrameworkUnit> perceive(IonTracks tracks, List<String> symbols) {
        return new FrameworkUnits(BondNeighbours.of(tracks, symbols)).units();
    }

    /** Units by kind, kinds in the order in which they are met. */
    public static Map<String, List<FrameworkUnit>> byKind(Collection<FrameworkUnit> units) {
        Map<String, List<FrameworkUnit>> kinds = new LinkedHashMap<>();
        units.forEach(unit ->
                kinds.computeIfAbsent(unit.kind(), kind -> new ArrayList<>()).add(unit));
        return kinds;
    }

    private List<FrameworkUnit> units() {
        List<FrameworkUnit> units = new ArrayList<>();
        for (int atom = 0; atom < taken.length; atom++) {
            if (!taken[atom]) {
                List<Integer> cluster = new ArrayList<>();
                boolean winds = grow(atom, cluster);
                if (winds || cluster.size() > LARGEST) {
                    cluster.forEach(single -> units.add(unit(List.of(single))));
                } else {
                    units.add(unit(cluster));
                }
            }
        }
        return units;
    }

    /** Collects the atoms bonded to one, directly or not; true if a bond leads to another image of an atom met before. */
    private boolean grow(int first, List<Integer> cluster) {
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(first));
        taken[first] = true;
        boolean winds = false;
        while (!open.isEmpty()) {
            int atom = open.remove();
            cluster.add(atom);
            for (BondNeighbours.Bond bond : neighbours.of(atom)) {
                long image = imageOf[atom] + bond.image();
                if (!taken[bond.to()]) {
                    taken[bond.to()] = true;
                    imageOf[bond.to()] = image;
                    open.add(bond.to());
                } else {
                    winds |= imageOf[bond.to()] != image;
                }
            }
        }
        return winds;
    }

    private FrameworkUnit unit(List<Integer> atoms) {
        List<Integer> images = new ArrayList<>();
        for (int atom : atoms) {
            long image = atoms.size() == 1 ? 0 : imageOf[atom];
            images.addAll(List.of(LatticeOffset.u(image), LatticeOffset.v(image), LatticeOffset.w(image)));
        }
        return new FrameworkUnit(formula(atoms), atoms, images);
    }

    private String formula(List<Integer> atoms) {
        Map<String, Integer> counts =
                new TreeMap<>(Comparator.<String>comparingInt(ORDER::indexOf).thenComparing(symbol -> symbol));
        atoms.forEach(atom -> counts.merge(symbols.get(atom), 1, Integer::sum));
        StringBuilder formula = new StringBuilder();
        counts.forEach((symbol, count) -> formula.append(symbol).append(count == 1 ? "" : Objects.toString(count)));
        return formula.toString();
    }
}
