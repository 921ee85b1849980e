package org.percolith.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.DensityFormat;
import org.percolith.cli.result.DensityFile;
import org.percolith.density.DensityMap;
import org.percolith.density.IonDensity;
import org.percolith.density.LocalMobility;
import org.percolith.density.PairCounts;
import org.percolith.density.PairDistribution;
import org.percolith.density.PairTables;
import org.percolith.density.ProjectionTables;
import org.percolith.density.Radiation;
import org.percolith.density.TotalPairDistribution;
import org.percolith.density.VoxelGrid;
import org.percolith.density.XsfWriter;
import org.percolith.msd.DiffusionResult;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;

/** What the density of one run shows, with its files: the map, its projections, pair distributions. */
final class DensityAnalysis {

    /** Voxels of a mobility need more visits than those of a density. */
    private static final double MOBILITY_GRID_A = 0.5;

    private final Run run;
    private final CrystalView crystal;
    private final AnalysisOptions options;
    private final TaskRunner runner;
    private final ResultFolder folder;
    private final Figures figures;
    private final String prefix;

    DensityAnalysis(
            Run run,
            CrystalView crystal,
            AnalysisOptions options,
            TaskRunner runner,
            ResultFolder folder,
            Figures figures,
            String prefix) {
        this.run = run;
        this.crystal = crystal;
        this.options = options;
        this.runner = runner;
        this.folder = folder;
        this.figures = figures;
        this.prefix = prefix;
    }

    /** The density map of the mobile ion, in the formats asked for. */
    DensityFile density() {
        VoxelGrid grid = crystal.grid();
        IonDensity density = IonDensity.of(crystal.ions(), grid, runner);
        DensityMap map = density.map();
        String species = run.info().carrier().species();
        String title = run.info().label() + ": probability density of " + species;
        List<String> files = new ArrayList<>();
        for (DensityFormat format : options.densityFormats()) {
            if (crystal.framework().atoms() > 0) {
                String name = prefix + format.fileName(species);
                folder.write(name, out -> format.write(out, title, map, crystal.framework()));
                files.add(name);
            }
        }
        folder.writeText(
                prefix + "density_lines.csv", out -> ProjectionTables.lines(out, List.of("ions"), List.of(map)));
        folder.writeText(prefix + "density_planes.csv", out -> ProjectionTables.planes(out, map));
        figures.writeDensity(title, map, crystal.framework(), prefix);
        return new DensityFile(
                options.gridA(),
                grid.na(),
                grid.nb(),
                grid.nc(),
                density.ions(),
                density.frames(),
                map.maxPerA3(),
                connects(density),
                files);
    }

    /**
     * Where ions move fast: {@code mobility_Li.xsf}. The lag is that in which the mean ion gets half a hop far, or a
     * quarter of the run.
     */
    void mobility(DiffusionResult moved) {
        int longest = moved.curve().maxLag() / 4;
        if (longest < 1 || crystal.framework().atoms() == 0) {
            return;
        }
        double halfHopA2 = moved.settings().hopDistanceA() * moved.settings().hopDistanceA() / 4;
        int lag = 1;
        while (lag < longest && moved.curve().totalA2(lag) < halfHopA2) {
            lag++;
        }
        LocalMobility mobility =
                LocalMobility.of(crystal.ions(), VoxelGrid.of(crystal.grid().cell(), MOBILITY_GRID_A), lag);
        String species = run.info().carrier().species();
        String title = String.format(
                Locale.ROOT,
                "%s: mean squared displacement of %s in %.4g ps by where it starts, A^2",
                run.info().label(),
                species,
                lag * moved.settings().frameIntervalPs());
        folder.write(
                prefix + "mobility_" + species + ".xsf",
                out -> XsfWriter.write(out, title, mobility, crystal.framework()));
    }

    private static List<DensityFile.Level> connects(IonDensity density) {
        VoxelGrid grid = density.grid();
        double perA3 = 1 / (density.frames() * grid.voxelVolumeA3());
        return new PercolationSweep(grid, NeighbourShell.FACES)
                .sweep(density.counts()).thresholds().stream()
                        .map(level -> new DensityFile.Level(level.count(), level.count() * perA3))
                        .toList();
    }

    /** Partial and total pair distributions, as {@code pair_distribution.csv}; none without a framework. */
    Optional<PairDistribution> pairs() {
        if (run.framework().ions() == 0) {
            return Optional.empty();
        }
        PairDistribution pairs = PairCounts.of(
                run.ions(),
                run.info().carrier().species(),
                run.framework(),
                run.info().frameworkSymbols(),
                PairCounts.DEFAULT_BIN_A,
                PairCounts.DEFAULT_REACH_A,
                PairCounts.DEFAULT_FRAMES,
                runner);
        List<TotalPairDistribution> totals = new ArrayList<>();
        for (Radiation radiation : Radiation.values()) {
            TotalPairDistribution.of(pairs, radiation).ifPresent(totals::add);
        }
        folder.writeText(prefix + "pair_distribution.csv", out -> PairTables.write(out, pairs, totals));
        return Optional.of(pairs);
    }
}
