package org.percolith.density;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * The vacuum beside a slab: a layer between two lattice planes in which no atom of any kind was, in any of some frames over
 * the run. Per volume of such a cell a conductivity has no meaning.
 *
 * @param vector lattice vector 0, 1 or 2 that the slab does not fill
 * @param thicknessA of the vacuum, Å
 * @param heightA of the whole cell across the slab, Å
 */
public record EmptySlab(int vector, double thicknessA, double heightA) {

    /** Thicker than any layer that atoms of a solid leave between them: twice the longest bond of iodide, 3.7 Å, and more. */
    private static final double THINNEST_A = 8;

    private static final double BIN_A = 0.25;
    private static final int SAMPLES = 20;

    /** The thickest empty layer of a run, if one is thick enough to be vacuum. */
    public static Optional<EmptySlab> find(IonTracks ions, IonTracks framework) {
        EmptySlab thickest = null;
        for (int vector = 0; vector < 3; vector++) {
            double heightA = ions.cell().heightA(vector);
            int bins = (int) Math.max(1, Math.floor(heightA / BIN_A));
            BitSet filled = new BitSet(bins);
            for (IonTracks tracks : List.of(ions, framework)) {
                fill(tracks, vector, bins, filled);
            }
            double emptyA = longestGap(filled, bins) * heightA / bins;
            if (emptyA >= THINNEST_A && (thickest == null || emptyA > thickest.thicknessA)) {
                thickest = new EmptySlab(vector, emptyA, heightA);
            }
        }
        return Optional.ofNullable(thickest);
    }

    private static void fill(IonTracks tracks, int vector, int bins, BitSet filled) {
        double[] one = new double[1];
        FrameRange first = tracks.pieces().get(0);
        for (int sample = 0; sample < SAMPLES; sample++) {
            int frame = first.from() + (int) ((long) first.frames() * sample / SAMPLES);
            for (int atom = 0; atom < tracks.ions(); atom++) {
                tracks.fractional(atom, vector, new FrameRange(frame, frame + 1), one);
                filled.set(VoxelGrid.slot(one[0], bins));
            }
        }
    }

    /** Bins in the longest run without an atom, around the cell. */
    private static int longestGap(BitSet filled, int bins) {
        if (filled.isEmpty()) {
            return 0;
        }
        int longest = 0;
        int last = filled.length() - 1 - bins;
        for (int bin = filled.nextSetBit(0); bin >= 0; bin = filled.nextSetBit(bin + 1)) {
            longest = Math.max(longest, bin - last - 1);
            last = bin;
        }
        return longest;
    }

    /** What is left for the slab itself, Å. */
    public double slabA() {
        return heightA - thicknessA;
    }

    /** The lattice vector's name. */
    public String vectorName() {
        return List.of("a", "b", "c").get(vector);
    }
}
