package org.percolith.pathways;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.percolith.density.IonDensity;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.path.MinimaxPaths;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.pathways.track.TrackDensity;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Percolation of the mobile ions' track density, judged by a bootstrap over ions. */
public final class PercolationAnalysis {

    /** Voxel edges of the sensitivity check, relative to the one asked for: 0.3 and 0.5 Å beside 0.4 Å. */
    private static final List<Double> SENSITIVITY_FACTORS = List.of(0.75, 1.25);

    private final IonTracks tracks;
    private final PercolationSettings settings;
    private final TaskRunner runner;

    private PercolationAnalysis(IonTracks tracks, PercolationSettings settings, TaskRunner runner) {
        this.tracks = tracks;
        this.settings = settings;
        this.runner = runner;
    }

    /**
     * Rasterises the tracks, sweeps the map, and repeats the sweep for resamples of the ions. Tracks without ions or
     * without a step have rank 0.
     *
     * @throws IllegalArgumentException if the voxel is so small that the grid cannot be held
     */
    public static PercolationResult analyze(IonTracks tracks, PercolationSettings settings, TaskRunner runner) {
        return analyze(tracks, tracks, settings, runner);
    }

    /**
     * The same, with the barriers of these tracks in another cell.
     *
     * @param crystal the tracks folded into the smallest cell that the framework repeats: its map has more counts a voxel
     */
    public static PercolationResult analyze(
            IonTracks tracks, IonTracks crystal, PercolationSettings settings, TaskRunner runner) {
        PercolationAnalysis inRun = new PercolationAnalysis(tracks, settings, runner);
        Mapped map = inRun.map();
        if (crystal == tracks) {
            return inRun.result(map, inRun.barriers(map));
        }
        PercolationAnalysis inCrystal = new PercolationAnalysis(crystal, settings, runner);
        return inRun.result(map, inCrystal.barriers(inCrystal.map()));
    }

    /** A map with its sweep and those of its resamples. */
    private record Mapped(VoxelGrid grid, TrackDensity density, Percolation allData, ResampledRanks resampled) {}

    private Mapped map() {
        VoxelGrid grid = VoxelGrid.of(tracks.cell(), settings.voxelA());
        TrackDensity density = TrackDensity.of(tracks, grid, runner);
        return new Mapped(
                grid,
                density,
                new PercolationSweep(grid, settings.shell()).sweep(density.counts()),
                IonBootstrap.run(density, settings.shell(), settings.resamples(), settings.seed(), runner));
    }

    private PercolationResult result(Mapped map, List<BarrierEstimate> barriers) {
        VoxelGrid grid = map.grid();
        int[] counts = map.density().counts();
        return new PercolationResult(
                grid,
                settings,
                tracks.ions(),
                map.resampled().assured(),
                map.resampled().byRank(),
                map.allData(),
                IntStream.of(counts).asLongStream().sum(),
                bottlenecks(map),
                barriers,
                SENSITIVITY_FACTORS.stream()
                        .map(factor -> sensitivity(factor * settings.voxelA()))
                        .toList(),
                pointDensity(grid),
                new PercolationSweep(grid, settings.shell()).curve(counts),
                MinimaxPaths.find(grid, settings.shell(), counts, map.allData(), settings.temperatureK()));
    }

    private List<BarrierEstimate> barriers(Mapped map) {
        CrossValidation halves = CrossValidation.run(tracks, map.density(), settings.shell(), settings.seed(), runner);
        return IntStream.rangeClosed(1, 3)
                .mapToObj(rank -> barrier(rank, map, halves))
                .toList();
    }

    private BarrierEstimate barrier(int rank, Mapped map, CrossValidation halves) {
        RankThreshold threshold = map.allData().threshold(rank).orElse(null);
        if (threshold == null) {
            Estimate never = Estimate.withheld("the tracks never connect in " + rank + "D");
            return new BarrierEstimate(rank, never, OptionalDouble.empty());
        }
        double temperatureK = settings.temperatureK();
        return new BarrierEstimate(
                rank,
                map.resampled().reaches(rank)
                        ? halves.barrierEv(threshold, temperatureK)
                        : Estimate.withheld("fewer than 95 % of the resamples of the ions connect in " + rank + "D"),
                OptionalDouble.of(threshold.barrierEv(temperatureK)));
    }

    private static List<Bottleneck> bottlenecks(Mapped map) {
        return map.allData().thresholds().stream()
                .map(threshold -> Bottleneck.at(threshold.bottleneckVoxel(), threshold.count(), map.density()))
                .toList();
    }

    private GridSensitivity sensitivity(double voxelA) {
        VoxelGrid grid = VoxelGrid.of(tracks.cell(), voxelA);
        TrackDensity density = TrackDensity.of(tracks, grid, runner);
        Percolation percolation = new PercolationSweep(grid, settings.shell()).sweep(density.counts());
        return new GridSensitivity(voxelA, percolation.rank(), barrierEv(percolation, percolation.rank()));
    }

    private PointDensityComparison pointDensity(VoxelGrid grid) {
        IonDensity density = IonDensity.of(tracks, grid, runner);
        Percolation percolation = new PercolationSweep(grid, settings.shell()).sweep(density.counts());
        int rank = (int) percolation.thresholds().stream()
                .filter(threshold -> threshold.count() >= PointDensityComparison.MIN_COUNTS)
                .count();
        return new PointDensityComparison(rank, barrierEv(percolation, rank));
    }

    private OptionalDouble barrierEv(Percolation percolation, int rank) {
        return percolation.thresholds().stream()
                .filter(threshold -> threshold.rank() == rank)
                .mapToDouble(threshold -> threshold.barrierEv(settings.temperatureK()))
                .findFirst();
    }
}
