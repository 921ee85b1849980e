package org.percolith.pathways.jump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.hop.Jump;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Hops in strings: an ion enters the basin that another leaves while that one is on its way. How often this happens by
 * chance is counted in the same hops after each ion's have been moved round in time by a random amount; what is more than
 * that is concert.
 */
final class ConcertedJumps {

    private static final int DRAWS = 20;

    private final HopNetwork network;
    private final SplittableRandom random;

    /** Frames between the middles of two hops that count as one event: the median time on the way, and one frame more. */
    private final int withinFrames;

    ConcertedJumps(HopNetwork network, long seed) {
        this.network = network;
        random = new SplittableRandom(seed);
        double[] onTheWay = network.jumps().stream()
                .mapToDouble(jump -> jump.arrivedFrame() - jump.leftFrame())
                .toArray();
        withinFrames = onTheWay.length == 0 ? 1 : 1 + (int) Math.ceil(StatUtils.percentile(onTheWay, 50));
    }

    /** Share of the hops in strings beyond chance. */
    Estimate fraction() {
        int hops = network.jumps().size();
        if (hops == 0) {
            return Estimate.withheld("no hop was seen");
        }
        double seen = followers(new int[network.ions()]) / (double) hops;
        double[] chance = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] shifts = random.ints(network.ions(), 0, Math.max(1, network.intervals()))
                    .toArray();
            chance[draw] = followers(shifts) / (double) hops;
        }
        double byChance = StatUtils.mean(chance);
        double std = Math.sqrt(Math.max(seen * (1 - seen), byChance) / hops + StatUtils.variance(chance));
        double value = seen - byChance;
        return new Estimate.Measured(value, std, value - 1.96 * std, Math.min(1, value + 1.96 * std));
    }

    /** Hops that lead into a basin which another ion leaves, or out of one which another enters, at the same time. */
    private int followers(int[] shiftFrames) {
        Map<Integer, List<Jump>> leaving = new HashMap<>();
        network.jumps().forEach(jump -> leaving.computeIfAbsent(jump.from(), basin -> new ArrayList<>())
                .add(jump));
        int followers = 0;
        for (Jump jump : network.jumps()) {
            int at = middle(jump, shiftFrames);
            followers += leaving.getOrDefault(jump.to(), List.of()).stream()
                            .anyMatch(other ->
                                    other.ion() != jump.ion() && apart(at, middle(other, shiftFrames)) <= withinFrames)
                    ? 1
                    : 0;
        }
        return followers;
    }

    private int middle(Jump jump, int[] shiftFrames) {
        int length = Math.max(1, network.intervals());
        return ((jump.leftFrame() + jump.arrivedFrame()) / 2 + shiftFrames[jump.ion()]) % length;
    }

    private int apart(int a, int b) {
        int direct = Math.abs(a - b);
        return Math.min(direct, Math.abs(network.intervals() - direct));
    }
}
