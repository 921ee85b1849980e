package org.percolith.pathways.residence;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
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
    private final double reachA;
    private final IntArrayList nearestUnits = new IntArrayList();
    private final IntArrayList sits = new IntArrayList();
    private final IntArrayList neighbourStart = new IntArrayList(new int[] {0});
    private final IntArrayList neighbours = new IntArrayList();
    private final Map<IntArrayList, Integer> combinations = new HashMap<>();
    private final double[] valence;
    private final IntArrayList inReach = new IntArrayList();
    private final DoubleArrayList scaled = new DoubleArrayList();
    private int unit = -1;

    AnionTrack(AnionUnits units) {
        this.units = units;
        reachA = units.reachA();
        valence = new double[units.kinds().size()];
    }

    /**
     * Looks once.
     *
     * @param place of the ion, {@code [axis]}, fractional
     * @param atoms coordinates of the anions, {@code [3 * atom + axis][look]}
     * @param near anions that may be within reach, in order, so that those of one unit follow each other
     */
    void look(double[] place, double[][] atoms, int look, IntArrayList near, NearestImage nearest) {
        inReach.clear();
        scaled.clear();
        double[] bonds = new double[valence.length];
        int[] neighboursOf = new int[valence.length];
        double[] step = new double[3];
        int listed = -1;
        for (int k = 0; k < near.size(); k++) {
            int atom = near.getInt(k);
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = atoms[3 * atom + axis][look] - place[axis];
            }
            double distanceA = nearest.reduceWithin(step, reachA);
            if (distanceA > reachA) {
                continue;
            }
            int of = units.unitOfAtom()[atom];
            offer(of, distanceA / units.peakA()[atom]);
            bonds[units.kindOfUnit()[of]] += BondValence.valence(units.r0A()[atom], distanceA);
            if (distanceA <= units.minimumA()[atom] && of != listed) {
                listed = of;
                neighbours.add(of);
                neighboursOf[units.kindOfUnit()[of]]++;
            }
        }
        neighbourStart.add(neighbours.size());
        combinations.merge(IntArrayList.wrap(neighboursOf), 1, Integer::sum);
        addValence(bonds);
        choose();
    }

    /** The distance of a unit is that of the nearest of its atoms. */
    private void offer(int of, double scaledDistance) {
        int last = inReach.size() - 1;
        if (last >= 0 && inReach.getInt(last) == of) {
            scaled.set(last, Math.min(scaled.getDouble(last), scaledDistance));
        } else {
            inReach.add(of);
            scaled.add(scaledDistance);
        }
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
        double own = Double.POSITIVE_INFINITY;
        for (int k = 0; k < inReach.size(); k++) {
            if (scaled.getDouble(k) < least) {
                least = scaled.getDouble(k);
                best = inReach.getInt(k);
            }
            if (inReach.getInt(k) == unit) {
                own = scaled.getDouble(k);
            }
        }
        if (best >= 0 && (unit < 0 || least < (1 - HYSTERESIS) * own)) {
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

    /** How often it had how many neighbouring units of each kind. */
    Map<IntArrayList, Integer> combinations() {
        return combinations;
    }

    /** When each unit that ever was one was a neighbour, by unit. */
    Map<Integer, LookBits> neighbourhoods() {
        Map<Integer, LookBits> found = new TreeMap<>();
        for (int look = 0; look < looks(); look++) {
            for (int k = neighbourStart.getInt(look); k < neighbourStart.getInt(look + 1); k++) {
                found.computeIfAbsent(neighbours.getInt(k), of -> new LookBits(looks()))
                        .set(look);
            }
        }
        return found;
    }

    /** A gap in time: whatever it sat on, it may sit elsewhere. */
    void forget() {
        unit = -1;
    }
}
