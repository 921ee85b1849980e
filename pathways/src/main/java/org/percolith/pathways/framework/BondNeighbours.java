package org.percolith.pathways.framework;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.percolith.density.NearestImage;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/** Covalent bonds of a periodic structure, found in bins as wide as the longest of them. */
final class BondNeighbours {

    /** A bond to another atom, in the image that this packed lattice vector leads to. */
    record Bond(int to, long image) {}

    private static final int SAMPLES = 8;

    /** Fractional coordinates {@code [3 * atom + axis]} in frames over the run, the first one first. */
    private final List<double[]> samples;

    private final double[] positions;
    private final List<String> symbols;
    private final NearestImage nearest;
    private final int[] bins = new int[3];
    private final Int2ObjectOpenHashMap<List<Bond>> near = new Int2ObjectOpenHashMap<>();
    private final List<List<Integer>> atomsOfBin;

    private BondNeighbours(List<double[]> samples, List<String> symbols, Cell cell) {
        this.samples = samples;
        positions = samples.get(0);
        this.symbols = symbols;
        nearest = new NearestImage(cell);
        double longestA = CovalentRadii.longestBondA(Set.copyOf(symbols));
        for (int axis = 0; axis < 3; axis++) {
            bins[axis] = longestA == 0 ? 1 : (int) Math.max(1, Math.min(64, cell.heightA(axis) / longestA));
        }
        atomsOfBin = new ArrayList<>();
        for (int bin = 0; bin < bins[0] * bins[1] * bins[2]; bin++) {
            atomsOfBin.add(new ArrayList<>());
        }
        for (int atom = 0; longestA > 0 && atom < symbols.size(); atom++) {
            atomsOfBin
                    .get(bin(column(atom, 0), column(atom, 1), column(atom, 2)))
                    .add(atom);
        }
    }

    /** Of the atoms of these tracks. */
    static BondNeighbours of(IonTracks tracks, List<String> symbols) {
        List<double[]> samples = new ArrayList<>();
        double[] one = new double[1];
        int first = tracks.pieces().get(0).from();
        for (int sample = 0; sample < SAMPLES; sample++) {
            int frame = first + (int) ((long) (tracks.frames() - first) * sample / SAMPLES);
            double[] row = new double[3 * tracks.ions()];
            for (int k = 0; k < row.length; k++) {
                tracks.fractional(k / 3, k % 3, new FrameRange(frame, frame + 1), one);
                row[k] = one[0];
            }
            samples.add(row);
        }
        return new BondNeighbours(samples, symbols, tracks.cell());
    }

    List<String> symbols() {
        return symbols;
    }

    private int column(int atom, int axis) {
        double s = positions[3 * atom + axis];
        return (int) Math.min(bins[axis] - 1.0, (s - Math.floor(s)) * bins[axis]);
    }

    private int bin(int i, int j, int k) {
        return (Math.floorMod(i, bins[0]) * bins[1] + Math.floorMod(j, bins[1])) * bins[2] + Math.floorMod(k, bins[2]);
    }

    /** The bonds of one atom. */
    List<Bond> of(int atom) {
        List<Bond> near = near(atom);
        return bonds(atom, near)
                ? near.stream()
                        .filter(bond -> bonds(bond.to(), near(bond.to())))
                        .toList()
                : List.of();
    }

    private boolean bonds(int atom, List<Bond> near) {
        return CovalentRadii.bonds(symbols.get(atom), near.size());
    }

    /** Atoms at bonding distance. */
    private List<Bond> near(int atom) {
        return near.computeIfAbsent(atom, (int added) -> search(added));
    }

    private List<Bond> search(int atom) {
        Set<Integer> around = new TreeSet<>();
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (int k = -1; k <= 1; k++) {
                    around.add(bin(column(atom, 0) + i, column(atom, 1) + j, column(atom, 2) + k));
                }
            }
        }
        List<Bond> bonds = new ArrayList<>();
        for (int bin : around) {
            for (int other : atomsOfBin.get(bin)) {
                double longestA = CovalentRadii.longestBondA(symbols.get(atom), symbols.get(other));
                if (other != atom && longestA > 0) {
                    addBond(atom, other, longestA, bonds);
                }
            }
        }
        return bonds;
    }

    private void addBond(int atom, int other, double longestA, List<Bond> bonds) {
        double[] step = step(positions, atom, other);
        double[] shortest = step.clone();
        if (nearest.reduce(shortest) <= longestA && meanDistanceA(atom, other) <= longestA) {
            bonds.add(new Bond(
                    other,
                    LatticeOffset.pack(
                            (int) Math.rint(shortest[0] - step[0]), (int) Math.rint(shortest[1] - step[1]), (int)
                                    Math.rint(shortest[2] - step[2]))));
        }
    }

    private double meanDistanceA(int atom, int other) {
        return samples.stream()
                .mapToDouble(sample -> nearest.reduce(step(sample, atom, other)))
                .average()
                .orElseThrow();
    }

    private static double[] step(double[] sample, int atom, int other) {
        double[] step = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            step[axis] = sample[3 * other + axis] - sample[3 * atom + axis];
        }
        return step;
    }
}
