package org.percolith.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.DensityFormat;
import org.percolith.cli.result.DensityFile;
import org.percolith.cli.result.SiteGraph;
import org.percolith.density.DensityMap;
import org.percolith.density.IonDensity;
import org.percolith.density.PairCounts;
import org.percolith.density.PairDistribution;
import org.percolith.density.PairTables;
import org.percolith.density.PartialPairDistribution;
import org.percolith.density.Radiation;
import org.percolith.density.TotalPairDistribution;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.BasinAnalysis;
import org.percolith.pathways.BasinCoordination;
import org.percolith.pathways.BasinMap;
import org.percolith.pathways.BasinSettings;
import org.percolith.pathways.PathwayStructure;
import org.percolith.pathways.PathwayTables;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.SiteComparison;
import org.percolith.pathways.SiteFiles;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.crystal.CrystalSite;
import org.percolith.trajectory.crystal.CrystalStructure;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;

/** What the density of one run shows, with its files: the map, its basins, pair distributions, pathways. */
final class StructureAnalysis {

    private final Run run;
    private final CrystalView crystal;
    private final AnalysisOptions options;
    private final TaskRunner runner;
    private final ResultFolder folder;
    private final String prefix;

    StructureAnalysis(
            Run run,
            CrystalView crystal,
            AnalysisOptions options,
            TaskRunner runner,
            ResultFolder folder,
            String prefix) {
        this.run = run;
        this.crystal = crystal;
        this.options = options;
        this.runner = runner;
        this.folder = folder;
        this.prefix = prefix;
    }

    private interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    private void write(String name, Text text) {
        folder.write(prefix + name, out -> flush(text, out));
    }

    private static void flush(Text text, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.writeTo(writer);
        writer.flush();
    }

    /** The density map of the mobile ion, in the formats asked for. */
    DensityFile density() {
        VoxelGrid grid = VoxelGrid.of(crystal.ions().cell(), options.gridA());
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
        return new DensityFile(
                options.gridA(),
                grid.na(),
                grid.nb(),
                grid.nc(),
                density.ions(),
                density.frames(),
                map.maxPerA3(),
                files);
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
        write("pair_distribution.csv", out -> PairTables.write(out, pairs, totals));
        return Optional.of(pairs);
    }

    /**
     * Basins of the density and the passes between them, with their tables and structure files.
     *
     * @param listed the crystal structure whose sites of the mobile ion they are compared with
     */
    SiteGraph sites(Optional<PairDistribution> pairs, Optional<CrystalStructure> listed) {
        double temperatureK = run.info().temperatureK().require();
        BasinMap map = BasinAnalysis.analyze(crystal.ions(), BasinSettings.at(temperatureK), runner);
        String species = run.info().carrier().species();
        String title = run.info().label() + ": sites of " + species;
        write("basins.csv", out -> PathwayTables.basins(out, map));
        write("saddles.csv", out -> PathwayTables.saddles(out, map));
        write("sites.cif", out -> SiteFiles.writeCif(out, title, map, species, crystal.framework()));
        write("sites.vasp", out -> SiteFiles.writePoscar(out, title, map, species, crystal.framework()));
        List<BasinCoordination> coordination = pairs.map(
                        found -> BasinCoordination.of(map, crystal.framework(), firstMinimaA(found, species)))
                .orElse(List.of());
        return new SiteGraph(
                map.basins(), map.saddles(), coordination, listed.flatMap(structure -> comparison(structure, map)));
    }

    private Optional<SiteComparison> comparison(CrystalStructure structure, BasinMap map) {
        String species = run.info().carrier().species();
        List<CrystalSite> sites =
                structure.of(species).inCellOf(map.grid().cell()).sites();
        if (sites.isEmpty()) {
            throw new TrajectoryException("the file of --sites lists no site of " + species
                    + ". Its elements: "
                    + structure.sites().stream()
                            .map(CrystalSite::element)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        if (map.basins().isEmpty()) {
            return Optional.empty();
        }
        SiteComparison comparison = SiteComparison.of(sites, map, SiteComparison.DEFAULT_REACH_A);
        write("site_comparison.csv", out -> PathwayTables.sites(out, comparison));
        return Optional.of(comparison);
    }

    private static Map<String, Double> firstMinimaA(PairDistribution pairs, String ion) {
        Map<String, Double> minima = new LinkedHashMap<>();
        for (PartialPairDistribution pair : pairs.partials()) {
            String other = pair.first().equals(ion) ? pair.second() : pair.first();
            boolean involvesIon = pair.first().equals(ion) || pair.second().equals(ion);
            if (involvesIon && !other.equals(ion)) {
                pair.firstShell().ifPresent(shell -> shell.minimumA().ifPresent(at -> minima.put(other, at)));
            }
        }
        return minima;
    }

    /** The pathways of a percolation analysis as tables and as structures with pseudo-atoms. */
    void writePathways(PercolationResult result) {
        String title = run.info().label() + ": minimax pathways of "
                + run.info().carrier().species();
        write(
                "percolation_curve.csv",
                out -> PathwayTables.curve(
                        out, result.curve(), result.settings().temperatureK()));
        if (!result.paths().isEmpty()) {
            write("pathways.csv", out -> PathwayTables.paths(out, result.paths()));
            write("pathway_profiles.csv", out -> PathwayTables.profiles(out, result.paths()));
            write(
                    "pathways.cif",
                    out -> PathwayStructure.writeCif(
                            out, title, crystal.ions().cell(), crystal.framework(), result.paths()));
            write(
                    "pathways.xyz",
                    out -> PathwayStructure.writeExtendedXyz(
                            out, title, crystal.ions().cell(), crystal.framework(), result.paths()));
        }
    }
}
