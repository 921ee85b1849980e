package org.percolith.pathways.residence;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.percolith.density.NearestImage;

/**
 * The anion units around one ion, look after look: the one it sits on, all that are its neighbours, and the share of its
 * bond valence by kind.
 *
 * <p>Its nearest unit is the one with the smallest distance divided by the first peak of that pair's distribution: raw
 * distances and first minima both mislead where anions differ in size. Shares of time are those of the nearest unit. For the
 * times between changes it stays where it is until another is nearer by a tenth; such hysteresis would favour in the shares
 * what is left seldom (iodide in ordered Li6PS5I: 0.22 without, 0.12 with). A unit is a neighbour while one of its atoms lies
 * within the first minimum.
 */
final class AnionTrack {

    /** In scaled distance. */
    private static final double HYSTERESIS = 0.1;

    private final AnionUnits units;
    private final IntArrayList nearestUnits = new IntArrayList();
    private final IntArrayList sits = new IntArrayList();
    private final IntArrayList neighbourStart = new IntArrayList(new int[] {0});
    private final IntArrayList neighbours = new IntArrayList();
    private final double[] valence;
    private final Int2DoubleOpenHashMap scaled = new Int2DoubleOpenHashMap();
    private int unit = -1;

    AnionTrack(AnionUnits units) {
        this.units = units;
        valence = new double[units.kinds().size()];
        scaled.defaultReturnValue(Double.POSITIVE_INFINITY);
    }

    /**
     * Looks once.
     *
     * @param place of the ion, {@code [axis]}, fractional
     * @param atoms coordinates of the anions, {@code [3 * atom + axis][look]}
     * @param near anions that may be near enough
     */
    void look(double[] place, double[][] atoms, int look, IntArrayList near, NearestImage nearest) {
        scaled.clear();
        double[] bonds = new double[valence.length];
        double[] step = new double[3];
        int firstNeighbour = neighbours.size();
        for (int k = 0; k < near.size(); k++) {
            int atom = near.getInt(k);
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = atoms[3 * atom + axis][look] - place[axis];
            }
            double distanceA = nearest.reduce(step);
            int of = units.unitOfAtom()[atom];
            scaled.put(of, Math.min(scaled.get(of), distanceA / units.peakA()[atom]));
            bonds[units.kindOfUnit()[of]] += BondValence.valence(units.r0A()[atom], distanceA);
            if (distanceA <= units.minimumA()[atom] && !isListed(of, firstNeighbour)) {
                neighbours.add(of);
            }
        }
        neighbourStart.add(neighbours.size());
        addValence(bonds);
        choose();
    }

    private boolean isListed(int of, int from) {
        for (int k = from; k < neighbours.size(); k++) {
            if (neighbours.getInt(k) == of) {
                return true;
            }
        }
        return false;
    }

    private void addValence(double[] bonds) {
        double all = Arrays.stream(bonds).sum();
        for (int kind = 0; kind < bonds.length && all > 0; kind++) {
            valence[kind] += bonds[kind] / all;
        }
    }

    private void choose() {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (Int2DoubleMap.Entry entry : scaled.int2DoubleEntrySet()) {
            if (entry.getDoubleValue() < least || (entry.getDoubleValue() == least && entry.getIntKey() < best)) {
                least = entry.getDoubleValue();
                best = entry.getIntKey();
            }
        }
        if (best >= 0 && (unit < 0 || least < (1 - HYSTERESIS) * scaled.get(unit))) {
            unit = best;
        }
        nearestUnits.add(best);
        sits.add(unit);
    }

    /** Looks so far. */
    int looks() {
        return sits.size();
    }

    /** The unit nearest to it; -1 where none is in reach. */
    int nearestAt(int look) {
        return nearestUnits.getInt(look);
    }

    /** The unit it sits on; -1 before it came near to any. */
    int unitAt(int look) {
        return sits.getInt(look);
    }

    /** Summed share of the bond valence of a kind; NaN where R₀ is not known. */
    double valence(int kind) {
        return valence[kind];
    }

    /** Neighbouring units of each kind. */
    int[] neighboursByKind(int look) {
        int[] counts = new int[valence.length];
        for (int k = neighbourStart.getInt(look); k < neighbourStart.getInt(look + 1); k++) {
            counts[units.kindOfUnit()[neighbours.getInt(k)]]++;
        }
        return counts;
    }

    /** Units of each kind that are neighbours at both looks, added to {@code both}. */
    void addKept(int look, int later, long[] both) {
        for (int k = neighbourStart.getInt(look); k < neighbourStart.getInt(look + 1); k++) {
            int of = neighbours.getInt(k);
            for (int j = neighbourStart.getInt(later); j < neighbourStart.getInt(later + 1); j++) {
                if (neighbours.getInt(j) == of) {
                    both[units.kindOfUnit()[of]]++;
                }
            }
        }
    }

    /** A gap in time: whatever it sat on, it may sit elsewhere. */
    void forget() {
        unit = -1;
    }
}
