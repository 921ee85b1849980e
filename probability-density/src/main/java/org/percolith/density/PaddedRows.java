package org.percolith.density;

/**
 * The rows of a density along a, each continued periodically on both sides by a margin, so that a convolution needs no wrap.
 * Of a row that is mostly empty only the values that are not zero are kept, with their places; most rows of a crystal are.
 */
final class PaddedRows {

    /** From this share of values on, running over all of them is faster than finding the way to each. */
    private static final double DENSE = 0.5;

    private final int width;
    private final int[] starts;
    private final int[] positions;
    private final double[] values;

    PaddedRows(DensityMap density, int margin) {
        VoxelGrid grid = density.grid();
        int na = grid.na();
        int rows = grid.nb() * grid.nc();
        width = na + 2 * margin;
        starts = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            int kept = 0;
            for (int p = 0; p < width; p++) {
                kept += density.perA3(row * na + Math.floorMod(p - margin, na)) != 0 ? 1 : 0;
            }
            starts[row + 1] = Math.addExact(starts[row], kept > DENSE * width ? width : kept);
        }
        positions = new int[starts[rows]];
        values = new double[starts[rows]];
        for (int row = 0; row < rows; row++) {
            int entry = starts[row];
            for (int p = 0; p < width && entry < starts[row + 1]; p++) {
                double value = density.perA3(row * na + Math.floorMod(p - margin, na));
                if (value != 0 || isDense(row)) {
                    positions[entry] = p;
                    values[entry++] = value;
                }
            }
        }
    }

    /** Whether all values of a row are kept, zero or not. */
    boolean isDense(int row) {
        return starts[row + 1] - starts[row] == width;
    }

    /** First entry of a row; that of the next ends it. */
    int start(int row) {
        return starts[row];
    }

    /** Place of an entry in its row, from 0 at the begin of the margin. */
    int position(int entry) {
        return positions[entry];
    }

    /** The values of all entries, Å⁻³; not to be changed. */
    double[] values() {
        return values;
    }
}
