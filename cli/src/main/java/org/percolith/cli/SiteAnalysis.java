package org.percolith.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.percolith.cli.result.ListedSites;
import org.percolith.cli.result.SiteGraph;
import org.percolith.density.PairDistribution;
import org.percolith.density.PartialPairDistribution;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.file.PathwayStructure;
import org.percolith.pathways.file.PathwayTables;
import org.percolith.pathways.file.SiteFiles;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinCoordination;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.pathways.site.SiteComparison;
import org.percolith.pathways.site.SiteSetting;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.crystal.CrystalSite;
import org.percolith.trajectory.crystal.CrystalStructure;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;

/** The sites and pathways of one run, as tables and structure files. */
final class SiteAnalysis {

    private final Run run;
    private final CrystalView crystal;
    private final TaskRunner runner;
    private final ResultFolder folder;
    private final String prefix;

    SiteAnalysis(Run run, CrystalView crystal, TaskRunner runner, ResultFolder folder, String prefix) {
        this.run = run;
        this.crystal = crystal;
        this.runner = runner;
        this.folder = folder;
        this.prefix = prefix;
    }

    /**
     * Basins of the density and the passes between them, with their tables and structure files.
     *
     * @param known basins of the run's own cell
     * @param listed the crystal structure whose sites of the mobile ion they are compared with
     */
    SiteGraph sites(BasinMap known, Optional<PairDistribution> pairs, Optional<CrystalStructure> listed) {
        BasinMap map = crystal.ions() == run.ions()
                ? known
                : BasinAnalysis.analyze(
                        crystal.ions(),
                        BasinSettings.at(run.info().temperatureK().require()),
                        runner);
        String species = run.info().carrier().species();
        String title = run.info().label() + ": sites of " + species;
        folder.writeText(prefix + "basins.csv", out -> PathwayTables.basins(out, map));
        folder.writeText(prefix + "saddles.csv", out -> PathwayTables.saddles(out, map));
        folder.writeText(
                prefix + "sites.cif", out -> SiteFiles.writeCif(out, title, map, species, crystal.framework()));
        folder.writeText(
                prefix + "sites.vasp", out -> SiteFiles.writePoscar(out, title, map, species, crystal.framework()));
        List<BasinCoordination> coordination = pairs.map(
                        found -> BasinCoordination.of(map, crystal.framework(), firstMinimaA(found, species)))
                .orElse(List.of());
        return new SiteGraph(
                map.basins(), map.saddles(), coordination, listed.flatMap(structure -> comparison(structure, map)));
    }

    private Optional<ListedSites> comparison(CrystalStructure structure, BasinMap map) {
        String species = run.info().carrier().species();
        CrystalStructure listed = structure.of(species);
        List<CrystalSite> sites = listed.inCellOf(map.grid().cell()).sites();
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
        folder.writeText(prefix + "site_comparison.csv", out -> PathwayTables.sites(out, comparison));
        return Optional.of(
                new ListedSites(comparison, SiteSetting.betterThanGiven(listed, map, SiteComparison.DEFAULT_REACH_A)));
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
        folder.writeText(
                prefix + "percolation_curve.csv",
                out -> PathwayTables.curve(
                        out, result.curve(), result.settings().temperatureK()));
        if (!result.paths().isEmpty()) {
            folder.writeText(prefix + "pathways.csv", out -> PathwayTables.paths(out, result.paths()));
            folder.writeText(prefix + "pathway_profiles.csv", out -> PathwayTables.profiles(out, result.paths()));
            folder.writeText(
                    prefix + "pathways.cif",
                    out -> PathwayStructure.writeCif(
                            out, title, crystal.ions().cell(), crystal.framework(), result.paths()));
            folder.writeText(
                    prefix + "pathways.xyz",
                    out -> PathwayStructure.writeExtendedXyz(
                            out, title, crystal.ions().cell(), crystal.framework(), result.paths()));
        }
    }
}
