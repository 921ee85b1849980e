package org.percolith.pathways;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.percolith.density.IonDensity;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Percolation of the mobile ions' track density, judged by a bootstrap over ions. */
public final class PercolationAnalysis {

    /** Voxel edges of the sensitivity check, relative to the one asked for: 0.3 and 0.5 Å beside 0.4 Å. */
    private static final List<Double> SENSITIVITY_FACTORS = List.of(0.75, 1.25);

    private final IonTracks tracks;
    private final List<Basin> sites;
    private final PercolationSettings settings;
    private final TaskRunner runner;

    private PercolationAnalysis(IonTracks tracks, List<Basin> sites, PercolationSettings settings, TaskRunner runner) {
        this.tracks = tracks;
        this.sites = sites;
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
        return analyze(tracks, List.of(), settings, runner);
    }

    /** The same, with barriers from the mean of these sites as well. */
    public static PercolationResult analyze(
            IonTracks tracks, List<Basin> sites, PercolationSettings settings, TaskRunner runner) {
        return new PercolationAnalysis(tracks, sites, settings, runner).analyze();
    }

    private PercolationResult analyze() {
        VoxelGrid grid = VoxelGrid.of(tracks.cell(), settings.voxelA());
        TrackDensity density = TrackDensity.of(tracks, grid, runner);
        int[] counts = density.counts();
        PercolationSweep sweep = new PercolationSweep(grid, settings.shell());
        Percolation allData = sweep.sweep(counts);
        ResampledRanks resampled =
                IonBootstrap.run(density, settings.shell(), settings.resamples(), settings.seed(), runner);
        CrossValidation halves = CrossValidation.run(density, settings.shell(), settings.seed(), runner);
        List<BarrierEstimate> barriers = IntStream.rangeClosed(1, 3)
                .mapToObj(rank -> barrier(rank, allData, resampled, halves, density))
                .toList();
        boolean moved = tracks.ions() > 0 && tracks.pieces().stream().anyMatch(piece -> piece.frames() > 1);
        return new PercolationResult(
                grid,
                settings,
                tracks.ions(),
                resampled.assured(),
                resampled.byRank(),
                allData,
                barriers,
                SENSITIVITY_FACTORS.stream()
                        .map(factor -> sensitivity(factor * settings.voxelA()))
                        .toList(),
                pointDensity(grid),
                moved ? RankVerdict.judge(resampled, tracks.ions(), barriers, grid) : RankVerdict.notApplicable(),
                sweep.curve(counts),
                timeBlocks(grid, allData),
                meanSiteEv(grid, counts, allData.maxCount()),
                MinimaxPaths.find(grid, settings.shell(), counts, allData, settings.temperatureK()));
    }

    private BarrierEstimate barrier(
            int rank, Percolation allData, ResampledRanks resampled, CrossValidation halves, TrackDensity density) {
        double temperatureK = settings.temperatureK();
        RankThreshold threshold = allData.threshold(rank).orElse(null);
        if (threshold == null) {
            Estimate never = Estimate.withheld("the tracks never connect in " + rank + "D");
            return new BarrierEstimate(rank, never, never, never, OptionalDouble.empty(), Optional.empty());
        }
        Estimate barrierEv;
        Estimate resampledEv;
        Estimate crossValidatedEv;
        if (resampled.reaches(rank)) {
            barrierEv = resampled.aroundAllData(threshold, temperatureK);
            resampledEv = resampled.fromOwnMaximum(rank, temperatureK);
            crossValidatedEv = halves.barrierEv(threshold, temperatureK);
        } else {
            barrierEv = Estimate.withheld("fewer than 95 % of the resamples connect in " + rank + "D");
            resampledEv = barrierEv;
            crossValidatedEv = barrierEv;
        }
        return new BarrierEstimate(
                rank,
                barrierEv,
                resampledEv,
                crossValidatedEv,
                OptionalDouble.of(threshold.barrierEv(temperatureK)),
                Optional.of(Bottleneck.at(threshold.bottleneckVoxel(), threshold.count(), density)));
    }

    /** Mean of -kB T ln(τ / τ_max) at the peaks of the sites, weighted by occupancy. */
    private OptionalDouble meanSiteEv(VoxelGrid grid, int[] counts, int maxCount) {
        double weighted = 0;
        double occupancy = 0;
        for (Basin site : sites) {
            int count = counts[grid.voxelAt(site.peakA(), site.peakB(), site.peakC())];
            if (count > 0) {
                weighted += site.occupancy() * RankThreshold.barrierEv(count, maxCount, settings.temperatureK());
                occupancy += site.occupancy();
            }
        }
        return occupancy > 0 ? OptionalDouble.of(weighted / occupancy) : OptionalDouble.empty();
    }

    private BlockBootstrap timeBlocks(VoxelGrid grid, Percolation allData) {
        TrackDensity byBlock = TrackDensity.byTimeBlock(tracks, grid, BlockBootstrap.BLOCKS, runner);
        return BlockBootstrap.of(
                byBlock.ions(),
                IonBootstrap.run(byBlock, settings.shell(), settings.resamples(), settings.seed(), runner),
                allData,
                settings.temperatureK());
    }

    private GridSensitivity sensitivity(double voxelA) {
        VoxelGrid grid = VoxelGrid.of(tracks.cell(), voxelA);
        TrackDensity density = TrackDensity.of(tracks, grid, runner);
        Percolation percolation = new PercolationSweep(grid, settings.shell()).sweep(density.counts());
        return new GridSensitivity(voxelA, percolation.rank(), barrierEv(percolation, percolation.rank()));
    }

    private PointDensityComparison pointDensity(VoxelGrid grid) {
        IonDensity density = IonDensity.of(tracks, grid, runner);
        int[] counts = IntStream.range(0, grid.voxels())
                .map(voxel -> Math.toIntExact(density.count(voxel)))
                .toArray();
        Percolation percolation = new PercolationSweep(grid, settings.shell()).sweep(counts);
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
