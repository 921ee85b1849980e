package org.percolith.trajectory.run;

import java.util.Random;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.TrajectoryTexts;

/**
 * A cubic crystal of 64 S that vibrate about their sites, with 16 Li that also hop between interstices: a run to cut into
 * segments, joined, broken or reordered as a test wants it. Seeded.
 */
final class VibratingCrystal {

    static final int SULFUR = 64;
    static final int LITHIUM = 16;
    static final Cell CELL = Cell.cubic(12);

    private static final double SITE_DISTANCE = 0.25;
    private static final double VIBRATION = 0.01;
    private static final double MEMORY = 0.5;
    private static final double HOP_PROBABILITY = 0.02;

    private final Random random;
    private final double[] sites = new double[3 * (LITHIUM + SULFUR)];
    private final double[] vibrations = new double[sites.length];

    VibratingCrystal(long seed) {
        random = new Random(seed);
        for (int i = 0; i < LITHIUM + SULFUR; i++) {
            int site = i < LITHIUM ? 4 * i : i - LITHIUM;
            double shift = i < LITHIUM ? SITE_DISTANCE / 2 : 0;
            int[] place = {site % 4, (site / 4) % 4, site / 16};
            for (int axis = 0; axis < 3; axis++) {
                sites[3 * i + axis] = SITE_DISTANCE * place[axis] + shift;
            }
        }
        for (int k = 0; k < sites.length; k++) {
            vibrations[k] = VIBRATION * random.nextGaussian();
        }
    }

    /** The next frames, unwrapped, fractional {@code [frame][3 * atom + axis]}, Li first. */
    double[][] frames(int count) {
        double[][] frames = new double[count][];
        for (int k = 0; k < count; k++) {
            frames[k] = step();
        }
        return frames;
    }

    private double[] step() {
        double[] positions = new double[sites.length];
        for (int i = 0; i < LITHIUM; i++) {
            if (random.nextDouble() < HOP_PROBABILITY) {
                sites[3 * i + random.nextInt(3)] += random.nextBoolean() ? SITE_DISTANCE : -SITE_DISTANCE;
            }
        }
        for (int k = 0; k < sites.length; k++) {
            vibrations[k] = MEMORY * vibrations[k] + Math.sqrt(1 - MEMORY * MEMORY) * VIBRATION * random.nextGaussian();
            positions[k] = sites[k] + vibrations[k];
        }
        return positions;
    }

    static String xdatcar(double[][] frames) {
        return TrajectoryTexts.xdatcar(CELL, "Li S", LITHIUM + " " + SULFUR, frames);
    }
}
