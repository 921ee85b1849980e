package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Means of a row of numbers over blocks of consecutive frames, in memory that does not grow with the run: whenever there
 * are 40 blocks, or 20 of long rows, neighbours are joined to half as many of twice the length.
 */
final class BlockMeans {

    private static final int MOST_BLOCKS = 40;
    private static final int MOST_BLOCKS_OF_LONG_ROWS = 20;
    private static final int LONG_ROW = 100_000;

    private final int values;
    private final int mostBlocks;
    private final List<double[]> sums = new ArrayList<>();
    private long framesPerBlock = 1;
    private long frames;

    BlockMeans(int values) {
        this.values = values;
        mostBlocks = values < LONG_ROW ? MOST_BLOCKS : MOST_BLOCKS_OF_LONG_ROWS;
    }

    /** Adds one frame; the row is not kept. */
    void add(double[] row) {
        if (frames % framesPerBlock == 0) {
            openBlock();
        }
        double[] open = sums.get(sums.size() - 1);
        for (int k = 0; k < values; k++) {
            open[k] += row[k];
        }
        frames++;
    }

    private void openBlock() {
        if (sums.size() == mostBlocks) {
            for (int block = 0; block < mostBlocks / 2; block++) {
                double[] joined = sums.get(2 * block);
                double[] second = sums.get(2 * block + 1);
                for (int k = 0; k < values; k++) {
                    joined[k] += second[k];
                }
                sums.set(block, joined);
            }
            sums.subList(mostBlocks / 2, mostBlocks).clear();
            framesPerBlock *= 2;
        }
        sums.add(new double[values]);
    }

    /** Mean over the first tenth of the run, to whole blocks but at least one. */
    double[] firstTenth() {
        return mean(0, tenth());
    }

    /** Mean over the last tenth of the run, to whole blocks but at least one. */
    double[] lastTenth() {
        return mean(sums.size() - tenth(), sums.size());
    }

    private int tenth() {
        return Math.max(1, sums.size() / 10);
    }

    private double[] mean(int fromBlock, int toBlock) {
        double[] mean = new double[values];
        long count = Math.min(frames, toBlock * framesPerBlock) - fromBlock * framesPerBlock;
        for (double[] sum : sums.subList(fromBlock, toBlock)) {
            for (int k = 0; k < values; k++) {
                mean[k] += sum[k] / count;
            }
        }
        return mean;
    }
}
