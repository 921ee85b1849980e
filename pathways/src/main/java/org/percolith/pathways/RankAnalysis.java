package org.percolith.pathways;

import org.percolith.density.Framework;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.pathways.translation.FrameworkTranslations;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The ions' hops in the cell of the run, and in the crystal that the framework's translations show.
 *
 * @param translations of the mean framework
 * @param inRun hops between the basins of the run's own cell
 * @param inCrystal hops between the basins of the crystal's cell; the same as {@code inRun} where no translation was found
 */
public record RankAnalysis(FrameworkTranslations translations, HopNetwork inRun, HopNetwork inCrystal) {

    /** A median of fewer says little. */
    private static final int FEWEST_HOPS = 10;

    /**
     * Follows the ions through the basins of their density.
     *
     * @param tracks in the cell of the run
     * @param framework mean positions of the framework in that cell
     */
    public static RankAnalysis of(IonTracks tracks, Framework framework, double temperatureK, TaskRunner runner) {
        FrameworkTranslations translations = FrameworkTranslations.find(framework, tracks.cell());
        HopNetwork inRun = network(tracks, temperatureK, runner);
        HopNetwork inCrystal = translations.found()
                ? network(tracks.folded(translations.supercell()), temperatureK, runner)
                : inRun;
        return new RankAnalysis(translations, inRun, inCrystal);
    }

    private static HopNetwork network(IonTracks tracks, double temperatureK, TaskRunner runner) {
        BasinMap map = BasinAnalysis.analyze(tracks, BasinSettings.at(temperatureK), runner);
        return HopNetwork.of(tracks, map, runner);
    }

    /** The rank of the pathway by these hops and by the resamples of the track density in the run's cell. */
    public PathwayRank rank(PercolationResult tracks, TaskRunner runner) {
        PercolationSettings settings = tracks.settings();
        return PathwayRank.of(
                tracks.resamplesByRank(),
                inCrystal.resampledRanks(settings.resamples(), settings.seed(), runner),
                inCrystal.coverage(),
                inCrystal.diffusivityA2PerFrame(settings.resamples(), settings.seed(), runner),
                translations);
    }

    /**
     * The hop distance a: the median distance of basins visited in turn, in the run's own cell.
     *
     * @param otherwiseA the distance to take where fewer than ten hops were seen, Å
     */
    public double hopDistanceA(double otherwiseA) {
        return inRun.coverage().hops() < FEWEST_HOPS
                ? otherwiseA
                : inRun.medianHopA().orElse(otherwiseA);
    }
}
