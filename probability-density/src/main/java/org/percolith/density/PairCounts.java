package org.percolith.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Counts pairs of atoms by species and distance. Distances are taken on the mean cell, and stop at its inscribed sphere
 * (half the shortest height): within it every image of a pair but one is farther, and rounding in fractional space finds
 * that one, so shells are complete in any cell. Counts are exact integers and independent of the number of threads.
 */
public final class PairCounts {

    public static final double DEFAULT_BIN_A = 0.05;
    public static final double DEFAULT_REACH_A = 10;
    public static final int DEFAULT_FRAMES = 1000;

    private static final int FRAMES_PER_TASK = 16;

    /** More say nothing new about a mean; large systems reach this in a few frames. */
    private static final long ENOUGH_PAIRS = 1_000_000_000L;

    /** One species' atoms: which tracks of which store. */
    private record Atom(IonTracks tracks, int track, int species) {}

    private final List<String> species = new ArrayList<>();
    private final List<Atom> atoms = new ArrayList<>();
    private final Cell cell;
    private final double binA;
    private final int bins;
    private final int[] frames;

    private PairCounts(
            IonTracks ions,
            String ionSpecies,
            IonTracks framework,
            List<String> frameworkSpecies,
            double binA,
            double reachA,
            int maxFrames) {
        cell = ions.cell();
        this.binA = binA;
        double insideA = Math.min(reachA, 0.5 * cell.shortestHeightA());
        bins = (int) Math.floor(insideA / binA + 1e-9);
        Map<String, List<Atom>> bySpecies = new LinkedHashMap<>();
        for (int ion = 0; ion < ions.ions(); ion++) {
            add(bySpecies, ionSpecies, ions, ion);
        }
        for (int atom = 0; atom < framework.ions(); atom++) {
            add(bySpecies, frameworkSpecies.get(atom), framework, atom);
        }
        bySpecies.values().forEach(atoms::addAll);
        frames = sampled(ions.pieces(), (int) Math.min(maxFrames, framesWithEnoughPairs(atoms.size())));
    }

    /**
     * The pair distribution of mobile ions and framework, over frames spread evenly over all pieces.
     *
     * @param frameworkSpecies element of each framework track
     * @param binA width of a bin, Å
     * @param reachA largest distance asked for, Å; the inscribed sphere of the cell may end it sooner
     * @param maxFrames at most about so many frames are used; fewer where they hold billions of pairs
     * @throws IllegalArgumentException if the two tracks are not of one run, or a length is not positive
     */
    public static PairDistribution of(
            IonTracks ions,
            String ionSpecies,
            IonTracks framework,
            List<String> frameworkSpecies,
            double binA,
            double reachA,
            int maxFrames,
            TaskRunner runner) {
        if (!(binA > 0) || !(reachA > 0) || maxFrames < 1) {
            throw new IllegalArgumentException(
                    "bins of " + binA + " Å up to " + reachA + " Å over " + maxFrames + " frames");
        }
        if (framework.ions() != frameworkSpecies.size() || framework.frames() != ions.frames()) {
            throw new IllegalArgumentException("ions and framework are not of one run");
        }
        return new PairCounts(ions, ionSpecies, framework, frameworkSpecies, binA, reachA, maxFrames).count(runner);
    }

    private void add(Map<String, List<Atom>> bySpecies, String name, IonTracks tracks, int track) {
        if (!species.contains(name)) {
            species.add(name);
        }
        bySpecies.computeIfAbsent(name, key -> new ArrayList<>()).add(new Atom(tracks, track, species.indexOf(name)));
    }

    /** Frames after which more change nothing; one at least. */
    static long framesWithEnoughPairs(long atoms) {
        long pairs = Math.max(1, atoms * (atoms - 1) / 2);
        return Math.max(1, ENOUGH_PAIRS / pairs);
    }

    private static int[] sampled(List<FrameRange> pieces, int maxFrames) {
        int[] all = pieces.stream()
                .flatMapToInt(piece -> IntStream.range(piece.from(), piece.to()))
                .toArray();
        int stride = Math.max(1, (all.length + maxFrames - 1) / maxFrames);
        return IntStream.range(0, (all.length + stride - 1) / stride)
                .map(k -> all[k * stride])
                .toArray();
    }

    private PairDistribution count(TaskRunner runner) {
        int kinds = species.size();
        long[] counts = new long[kinds * kinds * bins];
        int tasks = (frames.length + FRAMES_PER_TASK - 1) / FRAMES_PER_TASK;
        for (long[] part : runner.map(tasks, this::countFrames)) {
            for (int k = 0; k < counts.length; k++) {
                counts[k] += part[k];
            }
        }
        return new PairSums(species, atomsOfSpecies(), cell.volumeA3(), binA, bins, frames.length).of(counts);
    }

    private List<Integer> atomsOfSpecies() {
        return IntStream.range(0, species.size())
                .mapToObj(kind -> (int)
                        atoms.stream().filter(atom -> atom.species == kind).count())
                .toList();
    }

    /** Pairs of some frames, {@code [(species of the first * species + species of the second) * bins + bin]}. */
    private long[] countFrames(int task) {
        int from = task * FRAMES_PER_TASK;
        int size = Math.min(frames.length, from + FRAMES_PER_TASK) - from;
        double[][] s = new double[3][size * atoms.size()];
        double[] one = new double[1];
        for (int atom = 0; atom < atoms.size(); atom++) {
            for (int k = 0; k < size; k++) {
                FrameRange frame = new FrameRange(frames[from + k], frames[from + k] + 1);
                for (int axis = 0; axis < 3; axis++) {
                    atoms.get(atom).tracks.fractional(atoms.get(atom).track, axis, frame, one);
                    s[axis][k * atoms.size() + atom] = one[0] - Math.floor(one[0]);
                }
            }
        }
        long[] counts = new long[species.size() * species.size() * bins];
        for (int k = 0; k < size; k++) {
            countFrame(s, k * atoms.size(), counts);
        }
        return counts;
    }

    private void countFrame(double[][] s, int start, long[] counts) {
        double[] h = cell.rows();
        double reachA2 = bins * binA * bins * binA;
        int[] rowOf = atoms.stream().mapToInt(atom -> atom.species * bins).toArray();
        for (int i = 0; i < rowOf.length; i++) {
            double si = s[0][start + i];
            double ti = s[1][start + i];
            double ui = s[2][start + i];
            int row = rowOf[i] * species.size();
            for (int j = i + 1; j < rowOf.length; j++) {
                double a = nearest(s[0][start + j] - si);
                double b = nearest(s[1][start + j] - ti);
                double c = nearest(s[2][start + j] - ui);
                double x = a * h[0] + b * h[3] + c * h[6];
                double y = a * h[1] + b * h[4] + c * h[7];
                double z = a * h[2] + b * h[5] + c * h[8];
                double squareA2 = x * x + y * y + z * z;
                if (squareA2 < reachA2) {
                    int bin = (int) (Math.sqrt(squareA2) / binA);
                    counts[row + rowOf[j] + Math.min(bin, bins - 1)]++;
                }
            }
        }
    }

    /** A difference of two numbers in [0, 1), brought into [-1/2, 1/2]. */
    private static double nearest(double d) {
        return d > 0.5 ? d - 1 : d < -0.5 ? d + 1 : d;
    }
}
