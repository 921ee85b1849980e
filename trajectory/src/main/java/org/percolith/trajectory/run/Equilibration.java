package org.percolith.trajectory.run;

import java.util.Arrays;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * The automatic equilibration cut, from the rms step of the framework between frames: in a solid it measures the
 * vibrational temperature. The run is cut into 20 blocks; leading blocks whose mean lies more than 4 standard deviations
 * from the blocks of the second half are dropped, at most a quarter of the run. Blocks that may be dropped are no part
 * of the reference: two hot ones would hide each other in its spread.
 */
record Equilibration(int framesToSkip, double deviation, boolean tested, boolean settled) {

    private static final int BLOCKS = 20;
    private static final int MOST_BLOCKS_CUT = 5;
    private static final int FEWEST_FRAMES = 200;
    private static final double LARGEST_DEVIATION = 4;
    private static final double SMALLEST_RELATIVE_CHANGE = 0.05;

    /** Judges a series of one rms step per frame, Å. */
    static Equilibration of(double[] rmsStepsA) {
        if (rmsStepsA.length < FEWEST_FRAMES) {
            return new Equilibration(0, 0, false, true);
        }
        int blockFrames = rmsStepsA.length / BLOCKS;
        double[] means = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            for (int k = 0; k < blockFrames; k++) {
                means[block] += rmsStepsA[block * blockFrames + k] / blockFrames;
            }
        }
        double[] reference = Arrays.copyOfRange(means, BLOCKS / 2, BLOCKS);
        double mean = Arrays.stream(reference).average().orElse(0);
        double squares =
                Arrays.stream(reference).map(m -> (m - mean) * (m - mean)).sum();
        double std = Math.sqrt(squares / (reference.length - 1));
        int cut = 0;
        double deviation = deviation(means[0], mean, std);
        while (deviation > LARGEST_DEVIATION && cut < MOST_BLOCKS_CUT) {
            cut++;
            deviation = deviation(means[cut], mean, std);
        }
        boolean settled = deviation <= LARGEST_DEVIATION;
        return new Equilibration(settled ? cut * blockFrames : 0, deviation, true, settled);
    }

    /** Distance of a block from the reference in its standard deviations; 0 if it is too small to matter. */
    private static double deviation(double block, double mean, double std) {
        double distance = Math.abs(block - mean);
        return distance < SMALLEST_RELATIVE_CHANGE * mean || std == 0 ? 0 : distance / std;
    }

    /** Verdict T4. */
    Verdict verdict(boolean skipGiven) {
        if (!tested) {
            return new Verdict(
                    "T4",
                    "equilibration",
                    Status.NOT_APPLICABLE,
                    null,
                    "first block within 4 standard deviations",
                    "fewer than " + FEWEST_FRAMES + " frames: too short to tell whether the start is equilibrated");
        }
        String message = !settled
                ? "the framework's vibration is still changing after a quarter of the run; skip more with --skip"
                : framesToSkip > 0 && !skipGiven
                        ? "the start differs from the rest and was cut off (" + framesToSkip + " frames)"
                        : "the framework vibrates alike from the first frame used to the last";
        return new Verdict(
                "T4",
                "equilibration",
                settled ? Status.PASS : Status.WARN,
                deviation,
                "first block within 4 standard deviations",
                message);
    }
}
