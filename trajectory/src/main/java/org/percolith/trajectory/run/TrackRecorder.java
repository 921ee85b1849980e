package org.percolith.trajectory.run;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * Takes unwrapped paths of all atoms, removes the mass-weighted drift of the reference and, unless only the account of the
 * run is wanted, stores what is left for the mobile ions and for the framework. Also averages the cell, and the framework's
 * positions in blocks.
 */
final class TrackRecorder implements AutoCloseable {

    private final int[] ionIndices;
    private final int[] frameworkIndices;
    private final int[] referenceIndices;
    private final double[] masses;
    private final double referenceMass;
    private final @Nullable Stores stores;
    private final double[] ionRow;
    private final double[] frameworkRow;
    private final double[] referenceOrigin = new double[3];
    private final double[] cellSum = new double[9];
    private double maxDriftA;
    private int frames;

    /** Where tracks are kept. */
    private record Stores(IonTracks.Builder ions, IonTracks.Builder framework) {}

    /**
     * For some atoms of a run.
     *
     * @param ions indices of the mobile ions
     * @param framework indices of the framework's atoms; none for the whole cell as the reference
     */
    TrackRecorder(Atoms atoms, int[] ions, int[] framework, RunOptions options, boolean keepTracks) {
        ionIndices = ions;
        frameworkIndices = framework;
        referenceIndices = frameworkIndices.length > 0
                ? frameworkIndices
                : atoms.indicesOf(atoms.composition().keySet());
        masses = ElementMasses.of(atoms.symbols());
        double mass = 0;
        for (int i : referenceIndices) {
            mass += masses[i];
        }
        referenceMass = mass;
        stores = keepTracks ? stores(options) : null;
        ionRow = new double[3 * ionIndices.length];
        frameworkRow = new double[3 * frameworkIndices.length];
    }

    private Stores stores(RunOptions options) {
        long total = (long) ionIndices.length + frameworkIndices.length;
        long ionBudget = options.memoryBytes() / total * ionIndices.length;
        return new Stores(
                new IonTracks.Builder(ionIndices.length, ionBudget, options.scratchDirectory()),
                new IonTracks.Builder(
                        frameworkIndices.length, options.memoryBytes() - ionBudget, options.scratchDirectory()));
    }

    /** Adds a frame whose unwrapped fractional paths are {@code path[3 * atom + axis]}. */
    void add(double[] path, Cell cell) {
        double[] drift = new double[3];
        for (int i : referenceIndices) {
            for (int axis = 0; axis < 3; axis++) {
                drift[axis] += masses[i] * path[3 * i + axis] / referenceMass;
            }
        }
        if (frames == 0) {
            System.arraycopy(drift, 0, referenceOrigin, 0, 3);
        }
        for (int axis = 0; axis < 3; axis++) {
            drift[axis] -= referenceOrigin[axis];
        }
        maxDriftA = Math.max(maxDriftA, Math.sqrt(cell.squaredLengthA2(drift[0], drift[1], drift[2])));
        copyRow(path, frameworkIndices, drift, frameworkRow);
        if (stores != null) {
            copyRow(path, ionIndices, drift, ionRow);
            stores.ions().add(ionRow);
            stores.framework().add(frameworkRow);
        }
        frames++;
        double[] rows = cell.rows();
        for (int k = 0; k < 9; k++) {
            cellSum[k] += rows[k];
        }
    }

    private static void copyRow(double[] path, int[] indices, double[] drift, double[] row) {
        for (int k = 0; k < indices.length; k++) {
            for (int axis = 0; axis < 3; axis++) {
                row[3 * k + axis] = path[3 * indices[k] + axis] - drift[axis];
            }
        }
    }

    int frames() {
        return frames;
    }

    /** Largest drift of the reference, Å. */
    double maxDriftA() {
        return maxDriftA;
    }

    boolean spilled() {
        return stores != null && (stores.ions().spilled() || stores.framework().spilled());
    }

    List<String> frameworkSymbols(Atoms atoms) {
        return Arrays.stream(frameworkIndices).mapToObj(atoms.symbols()::get).toList();
    }

    Cell meanCell() {
        double[] mean = cellSum.clone();
        for (int k = 0; k < 9; k++) {
            mean[k] /= frames;
        }
        return Cell.ofRows(mean);
    }

    IonTracks ionTracks(List<FrameRange> pieces) {
        return kept().ions().build(meanCell(), pieces);
    }

    IonTracks frameworkTracks(List<FrameRange> pieces) {
        return kept().framework().build(meanCell(), pieces);
    }

    private Stores kept() {
        if (stores == null) {
            throw new IllegalStateException("tracks were not to be kept");
        }
        return stores;
    }

    @Override
    public void close() {
        if (stores != null) {
            stores.ions().close();
            stores.framework().close();
        }
    }
}
