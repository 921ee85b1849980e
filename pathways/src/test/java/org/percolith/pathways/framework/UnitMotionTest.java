package org.percolith.pathways.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;

/** Units that walk at a known pace. */
class UnitMotionTest {

    private static final Cell CELL = Cell.cubic(20);
    private static final double STEP_A = 0.1;
    private static final int RUNS = 300;

    private static List<FrameworkUnit> units(int count) {
        List<FrameworkUnit> units = new ArrayList<>();
        for (int atom = 0; atom < count; atom++) {
            units.add(new FrameworkUnit("I", List.of(atom), List.of(0, 0, 0)));
        }
        return units;
    }

    private static double[][] walk(int count, int frames, SplittableRandom random) {
        double[][] positions = new double[frames][3 * count];
        for (int frame = 1; frame < frames; frame++) {
            for (int k = 0; k < 3 * count; k++) {
                positions[frame][k] = positions[frame - 1][k] + STEP_A * random.nextGaussian();
            }
        }
        return positions;
    }

    private static Estimate.Measured slope(double[][] positions) {
        int count = positions[0].length / 3;
        double[] masses = new double[count];
        Arrays.fill(masses, 1);
        List<FrameworkUnit> units = units(count);
        return new UnitMotion(IonTracks.ofCartesian(CELL, positions), masses, units, units, 10, 40).slopeA2PerFrame();
    }

    /** The slope of a walk is 3 s² per frame, and the network's own centre takes none of it. */
    @ParameterizedTest
    @CsvSource({"8, 400", "27, 200", "27, 800"})
    void intervalsHoldTheTruth(int count, int frames) {
        SplittableRandom random = new SplittableRandom(61);
        double truth = 3 * STEP_A * STEP_A;
        int held = 0;
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            Estimate.Measured found = slope(walk(count, frames, random));
            held += found.lower95() <= truth && truth <= found.upper95() ? 1 : 0;
            sum += found.value();
        }
        assertThat(sum / RUNS / truth).isCloseTo(1, within(0.03));
        assertThat((double) held / RUNS).isBetween(0.92, 0.985);
    }

    /** Sliding as a whole is no motion, nor is the order of the units, nor where the cell begins. */
    @Test
    void slidingOrderAndOriginDoNotMatter() {
        double[][] walk = walk(8, 300, new SplittableRandom(5));
        double[][] slid = new double[walk.length][];
        double[][] turned = new double[walk.length][];
        for (int frame = 0; frame < walk.length; frame++) {
            slid[frame] = walk[frame].clone();
            turned[frame] = new double[24];
            for (int k = 0; k < 24; k++) {
                slid[frame][k] += 7 + 0.05 * frame;
                turned[frame][k] = walk[frame][(k + 9) % 24];
            }
        }
        Estimate.Measured found = slope(walk);
        assertThat(slope(slid).value()).isCloseTo(found.value(), within(1e-9));
        assertThat(slope(turned).value()).isCloseTo(found.value(), within(1e-9));
        assertThat(slope(turned).std()).isCloseTo(found.std(), within(1e-9));
    }
}
