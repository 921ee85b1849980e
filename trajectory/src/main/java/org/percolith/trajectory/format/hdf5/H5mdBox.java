package org.percolith.trajectory.format.hdf5;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/**
 * The box of an H5MD group: edges that are fixed or written by step, each as three lengths along the axes or as three row
 * vectors. Edges may be written at other steps than positions.
 */
final class H5mdBox {

    private static final double SAME_CELL_A = 1e-9;

    private final @Nullable Hdf5Steps edges;
    private final @Nullable Cell fixed;
    private final H5mdClock clock;
    private final double unitA;
    private long row;

    /**
     * Finds the box in a group, whose path ends with a slash.
     *
     * @param unitA of the edges, Å
     * @param otherwise the cell if the group states no edges, or null
     */
    H5mdBox(Hdf5File hdf, String group, double unitA, @Nullable Cell otherwise) throws IOException {
        this.unitA = unitA;
        clock = new H5mdClock(hdf, group + "box/edges/");
        edges = hdf.steps(group + "box/edges/value");
        Hdf5Steps constant = edges == null ? hdf.steps(group + "box/edges") : null;
        fixed = constant == null ? otherwise : constant(constant);
    }

    /** True if there is a cell for some frame. */
    boolean isStated() {
        return edges != null || fixed != null;
    }

    private @Nullable Cell constant(Hdf5Steps stated) throws IOException {
        double[] all = new double[(int) Math.min(9, stated.steps() * stated.values())];
        double[] vector = new double[stated.values()];
        for (int k = 0; k * vector.length < all.length && stated.read(k, vector); k++) {
            System.arraycopy(vector, 0, all, k * vector.length, vector.length);
        }
        return cell(all);
    }

    /**
     * The cell of a frame: that of its step, or of its index where there are no steps. Between two steps at which edges
     * were written, the cell if it is the same at both. Null if the file does not tell.
     */
    @Nullable
    Cell of(long frame, long step) throws IOException {
        Hdf5Steps moving = edges;
        if (moving == null) {
            return fixed;
        }
        if (step == Frame.NO_LABEL || clock.step(0) == Frame.NO_LABEL || clock.step(frame) == step) {
            return cell(moving, frame);
        }
        while (row > 0 && clock.step(row) > step) {
            row--;
        }
        while (row + 1 < moving.steps() && clock.step(row + 1) <= step) {
            row++;
        }
        Cell before = cell(moving, row);
        if (before == null || clock.step(row) == step) {
            return before;
        }
        Cell after = row + 1 < moving.steps() ? cell(moving, row + 1) : before;
        boolean constant = clock.step(row) < step && after != null && before.maxDifferenceA(after) < SAME_CELL_A;
        return constant ? before : null;
    }

    private @Nullable Cell cell(Hdf5Steps moving, long at) throws IOException {
        double[] vectors = new double[moving.values()];
        return moving.read(at, vectors) ? cell(vectors) : null;
    }

    /** The cell of three edges of a box with right angles, or of three row vectors; null if it is neither. */
    private @Nullable Cell cell(double[] edgeVectors) {
        double[] v = edgeVectors.clone();
        for (int k = 0; k < v.length; k++) {
            v[k] *= unitA;
        }
        try {
            return v.length == 3 ? Cell.orthorhombic(v[0], v[1], v[2]) : Cell.ofRows(v);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
