package org.percolith.pathways;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.percolith.pathways.percolation.LevelSweep;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.percolation.ResampleThresholds;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.track.TrackDensity;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Bootstrap over ions: the map of N ions drawn from N with replacement, swept anew in each resample. Ions, not frames
 * or hops, are what a run has independent samples of.
 *
 * <p>Resample r draws from the r-th split of one seeded generator, so the result does not depend on the number of
 * threads.
 */
final class IonBootstrap {

    private static final int RESAMPLES_PER_TASK = 8;

    private final TrackDensity tracks;
    private final NeighbourShell shell;
    private final int[] visited;

    private IonBootstrap(TrackDensity tracks, NeighbourShell shell) {
        this.tracks = tracks;
        this.shell = shell;
        visited = LevelSweep.visited(tracks.counts());
    }

    /** The thresholds of all resamples, in resample order. */
    static ResampledRanks run(TrackDensity tracks, NeighbourShell shell, int resamples, long seed, TaskRunner runner) {
        SplittableRandom root = new SplittableRandom(seed);
        List<SplittableRandom> randoms = new ArrayList<>(resamples);
        for (int r = 0; r < resamples; r++) {
            randoms.add(root.split());
        }
        IonBootstrap bootstrap = new IonBootstrap(tracks, shell);
        int tasks = (resamples + RESAMPLES_PER_TASK - 1) / RESAMPLES_PER_TASK;
        return new ResampledRanks(runner
                .map(tasks, task -> {
                    int from = task * RESAMPLES_PER_TASK;
                    return bootstrap.resample(randoms.subList(from, Math.min(resamples, from + RESAMPLES_PER_TASK)));
                })
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private List<ResampleThresholds> resample(List<SplittableRandom> randoms) {
        PercolationSweep sweep = new PercolationSweep(tracks.grid(), shell);
        int[] counts = new int[tracks.grid().voxels()];
        List<ResampleThresholds> results = new ArrayList<>(randoms.size());
        for (SplittableRandom random : randoms) {
            int[] multiplicity = draw(random);
            for (int voxel : visited) {
                counts[voxel] = 0;
            }
            for (int ion = 0; ion < multiplicity.length; ion++) {
                if (multiplicity[ion] > 0) {
                    tracks.addIon(ion, multiplicity[ion], counts);
                }
            }
            results.add(sweep.thresholds(counts, visited));
        }
        return results;
    }

    /** How often each ion is drawn in N draws with replacement. */
    private int[] draw(SplittableRandom random) {
        int[] multiplicity = new int[tracks.ions()];
        for (int k = 0; k < multiplicity.length; k++) {
            multiplicity[random.nextInt(multiplicity.length)]++;
        }
        return multiplicity;
    }
}
