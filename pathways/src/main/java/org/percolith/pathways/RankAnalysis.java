package org.percolith.pathways;

import java.util.List;
import org.percolith.density.Framework;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.periodic.WindingLattice;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.pathways.translation.FrameworkTranslations;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The ions' hops in the cell of the run, and in the crystal that the framework's translations show.
 *
 * @param translations of the mean framework
 * @param basins of the density in the run's own cell
 * @param inRun hops between the basins of the run's own cell
 * @param inCrystal hops between the basins of the crystal's cell; the same as {@code inRun} where no translation was found
 */
public record RankAnalysis(
        FrameworkTranslations translations, BasinMap basins, HopNetwork inRun, HopNetwork inCrystal) {

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
        BasinMap basins = basins(tracks, temperatureK, runner);
        HopNetwork inRun = HopNetwork.of(tracks, basins, runner);
        if (!translations.found()) {
            return new RankAnalysis(translations, basins, inRun, inRun);
        }
        IonTracks folded = tracks.folded(translations.supercell());
        HopNetwork inCrystal = HopNetwork.of(folded, basins(folded, temperatureK, runner), runner);
        return new RankAnalysis(translations, basins, inRun, inCrystal);
    }

    private static BasinMap basins(IonTracks tracks, double temperatureK, TaskRunner runner) {
        return BasinAnalysis.analyze(tracks, BasinSettings.at(temperatureK), runner);
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

    /**
     * The tracks without their motion in directions in which the crystal is closed: where the hops, by themselves, leave
     * no doubt that they wind in one or two directions only. Else the tracks as they are.
     */
    public IonTracks conducting(IonTracks tracks, int resamples, long seed, TaskRunner runner) {
        List<Integer> byRank = inCrystal.resampledRanks(resamples, seed, runner);
        Integer rank = PathwayRank.of(
                        byRank, byRank, inCrystal.coverage(), Estimate.withheld("not asked for"), translations)
                .assured();
        WindingLattice windings = inCrystal.windings();
        if (rank == null || rank == 0 || rank == 3 || windings.rank() != rank) {
            return tracks;
        }
        Cell cell = translations.supercell().smallerCellOf(tracks.cell());
        return tracks.projected(orthonormal(windings.basis(), cell));
    }

    /** Gram and Schmidt's orthonormal vectors of the space that lattice vectors span. */
    private static double[][] orthonormal(List<LatticeVector> basis, Cell cell) {
        double[][] vectors = new double[basis.size()][3];
        for (int k = 0; k < vectors.length; k++) {
            LatticeVector v = basis.get(k);
            for (int axis = 0; axis < 3; axis++) {
                vectors[k][axis] = cell.cartesian(v.u(), v.v(), v.w(), axis);
            }
            for (int earlier = 0; earlier < k; earlier++) {
                double along = dot(vectors[k], vectors[earlier]);
                for (int axis = 0; axis < 3; axis++) {
                    vectors[k][axis] -= along * vectors[earlier][axis];
                }
            }
            double length = Math.sqrt(dot(vectors[k], vectors[k]));
            for (int axis = 0; axis < 3; axis++) {
                vectors[k][axis] /= length;
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
