package org.percolith.pathways.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.density.NearestImage;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.hop.Jump;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Whether ions hop when the polyanion beside them turns (paddle wheel: Lundén, Solid State Commun. 65, 1237 (1988)). Hops
 * whose middle lies beside a unit and within a time of one of its turns are counted, and again with the turns of every
 * unit moved round in time by random amounts: the ratio of the two is 1 where hops know nothing of turns.
 */
final class PaddleWheel {

    private static final int DRAWS = 200;

    /** Beyond a unit's own atoms, Å. */
    private static final double BESIDE_A = 3;

    private final HopNetwork network;
    private final BasinMap map;
    private final NearestImage nearest;
    private final int withinFrames;
    private final long seed;

    PaddleWheel(HopNetwork network, BasinMap map, Cell cell, int withinFrames, long seed) {
        this.network = network;
        this.map = map;
        nearest = new NearestImage(cell);
        this.withinFrames = withinFrames;
        this.seed = seed;
    }

    /**
     * The ratio.
     *
     * @param turnFrames frames at which each unit turned
     * @param centres mean fractional position of each unit
     * @param radiusA of a unit
     */
    Estimate ratio(List<int[]> turnFrames, List<double[]> centres, double radiusA) {
        List<int[]> beside = new ArrayList<>();
        for (int unit = 0; unit < turnFrames.size(); unit++) {
            beside.add(turnFrames.get(unit).length == 0 ? new int[0] : beside(centres.get(unit), radiusA + BESIDE_A));
        }
        int frames = Math.max(1, network.intervals());
        SplittableRandom random = new SplittableRandom(seed);
        double[] chance = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            chance[draw] = pairs(
                    turnFrames,
                    beside,
                    random.ints(turnFrames.size(), 0, frames).toArray());
        }
        double mean = StatUtils.mean(chance);
        if (mean < 1) {
            return Estimate.withheld("too few turns, or hops beside them, to tell concert from chance");
        }
        double ratio = pairs(turnFrames, beside, new int[turnFrames.size()]) / mean;
        double std = Math.sqrt(StatUtils.variance(chance)) / mean * Math.sqrt(Math.max(1, ratio));
        return new Estimate.Measured(ratio, std, Math.max(0, ratio - 1.96 * std), ratio + 1.96 * std);
    }

    /** Frames of the hops whose middle lies within a distance of a place, in order. */
    private int[] beside(double[] place, double withinA) {
        return network.jumps().stream()
                .filter(jump -> distanceA(jump, place) < withinA)
                .mapToInt(jump -> (jump.leftFrame() + jump.arrivedFrame()) / 2)
                .sorted()
                .toArray();
    }

    private double distanceA(Jump jump, double[] place) {
        Basin from = map.basins().get(jump.from());
        Basin to = map.basins().get(jump.to());
        int[] offset = {LatticeOffset.u(jump.offset()), LatticeOffset.v(jump.offset()), LatticeOffset.w(jump.offset())};
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            middle[axis] = 0.5 * (from.centre(axis) + to.centre(axis) + offset[axis]) - place[axis];
        }
        return nearest.distanceA(middle[0], middle[1], middle[2]);
    }

    private long pairs(List<int[]> turnFrames, List<int[]> hopFrames, int[] shifts) {
        int frames = Math.max(1, network.intervals());
        long pairs = 0;
        for (int unit = 0; unit < turnFrames.size(); unit++) {
            for (int turn : turnFrames.get(unit)) {
                int at = (turn + shifts[unit]) % frames;
                pairs += below(hopFrames.get(unit), at + withinFrames + 1)
                        - below(hopFrames.get(unit), at - withinFrames);
            }
        }
        return pairs;
    }

    /** How many of the sorted values are below a limit. */
    private static int below(int[] sorted, int limit) {
        int at = Arrays.binarySearch(sorted, limit);
        while (at > 0 && sorted[at - 1] == limit) {
            at--;
        }
        return at >= 0 ? at : -at - 1;
    }
}
