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

    /**
     * Pairs within reach after which more say nothing new about a mean: 54,000 by chance in a bin of 0.05 Å at 3 Å, where the
     * reach is 10 Å. Large systems have them in a few frames.
     */
    private static final double ENOUGH_PAIRS = 4e7;

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
        double sphereA3 = 4 * Math.PI / 3 * Math.pow(bins * binA, 3);
        frames = sampled(ions.pieces(), (int)
                Math.min(maxFrames, framesWithEnoughPairs(atoms.size(), sphereA3 / cell.volumeA3())));
    }

    /**
     * The pair distribution of mobile ions and framework, over frames spread evenly over all pieces.
     *
     * @param frameworkSpecies element of each framework track
     * @param binA width of a bin, Å
     * @param reachA largest distance asked for, Å; the inscribed sphere of the cell may end it sooner
     * @param maxFrames at most about so many frames are used; fewer where they hold tens of millions of pairs within reach
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

    /**
     * Frames after which more change nothing; one at least.
     *
     * @param withinReach share of the cell that the sphere of the reach fills
     */
    static long framesWithEnoughPairs(long atoms, double withinReach) {
        double pairs = Math.max(1, 0.5 * atoms * (atoms - 1) * withinReach);
        return (long) Math.max(1, ENOUGH_PAIRS / pairs);
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
        PairBoxes boxes = new PairBoxes(cell, speciesOfAtoms(), species.size(), binA, bins);
        for (int k = 0; k < size; k++) {
            boxes.add(s, k * atoms.size());
        }
        return boxes.counts();
    }

    private int[] speciesOfAtoms() {
        return atoms.stream().mapToInt(Atom::species).toArray();
    }
}
