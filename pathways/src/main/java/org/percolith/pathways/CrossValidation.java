package org.percolith.pathways;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.percolation.LevelSweep;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.track.TrackDensity;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The barrier of the pathway. Both ends of F_c are extremes of noisy counts: of several equal sites the one that happened
 * to be visited most sets τ_max, and of several equal passes the one visited least sets τ_c, so that the map of a run
 * overstates the barrier, and resampling repeats the choice with the data that made it. Here one half of the data chooses
 * the voxels and the other half, which knows nothing of the choice, counts there (cross-validation, Stone 1974, doi
 * 10.1111/j.2517-6161.1974.tb00994.x): F = kB T ln(Σ τ(site)/Σ τ(pass)), summed over many random halvings. What is halved
 * are stretches of single ions: three an ion where ions share their sites, and up to ten where each place is one ion's, as
 * in a glass, whose sites both halves could not know otherwise.
 *
 * <p>The standard deviation joins that of the counts, (kB T)² Σ_i (P_i/P - B_i/B)² over the ions i, of which P_i and B_i
 * are the shares of both sums, with half of what choosing apart has taken off the map's own value. On hopping models of
 * known truth it is 0.85 to 1.29 of the scatter, and 0.60 where the energies of all voxels are random besides. There the
 * map is right, and not overstated; so the interval reaches up to the map's value and the error of its counts.
 */
final class CrossValidation {

    static final int SPLITS = 50;

    /**
     * Stretches an ion. Ten where ions share their sites make neighbouring stretches too alike (coverage 0.77 for eight wells
     * in a row); three in a glass at 600 K, where sites are not shared, let its barrier fall from 0.10 to 0.04 eV.
     */
    private static final int FEWEST_STRETCHES = 3;

    private static final int MOST_STRETCHES = 10;

    private static final int SPLITS_PER_TASK = 5;
    private static final double OF_WHAT_CHOOSING_TOOK = 1 / 2.0;
    private static final double Z95 = 1.96;

    private final TrackDensity stretches;
    private final int stretchesPerIon;
    private final List<HalfSample> halves;

    private CrossValidation(TrackDensity stretches, int stretchesPerIon, List<HalfSample> halves) {
        this.stretches = stretches;
        this.stretchesPerIon = stretchesPerIon;
        this.halves = List.copyOf(halves);
    }

    /** Halves the tracks at random; halving r draws from the r-th split of one seeded generator. */
    static CrossValidation run(
            IonTracks tracks, TrackDensity density, NeighbourShell shell, long seed, TaskRunner runner) {
        VoxelGrid grid = density.grid();
        double shared = MOST_STRETCHES / density.ionsSharingVoxels();
        int perIon = (int) Math.max(FEWEST_STRETCHES, Math.min(MOST_STRETCHES, Math.round(shared)));
        TrackDensity stretches = TrackDensity.byIonAndTimeBlock(tracks, grid, perIon, runner);
        SplittableRandom root = new SplittableRandom(seed);
        List<SplittableRandom> randoms = new ArrayList<>(SPLITS);
        for (int r = 0; r < SPLITS; r++) {
            randoms.add(root.split());
        }
        int[] counts = stretches.counts();
        int[] visited = LevelSweep.visited(counts);
        List<HalfSample> halves = runner
                .map(SPLITS / SPLITS_PER_TASK, task -> {
                    int from = task * SPLITS_PER_TASK;
                    PercolationSweep sweep = new PercolationSweep(grid, shell);
                    return randoms.subList(from, from + SPLITS_PER_TASK).stream()
                            .flatMap(random -> HalfSample.both(stretches, counts, visited, sweep, random).stream())
                            .toList();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        return new CrossValidation(stretches, stretches.ions() / Math.max(1, tracks.ions()), halves);
    }

    /** The barrier of a rank that all data reach, eV. */
    Estimate barrierEv(RankThreshold allData, double temperatureK) {
        int rank = allData.rank();
        List<HalfSample> reaching =
                halves.stream().filter(half -> half.reaches(rank)).toList();
        Sums sums = new Sums(rank, reaching);
        if (2 * reaching.size() < halves.size() || sums.pass == 0) {
            return Estimate.withheld("half of the data seldom connect in " + rank
                    + "D: too few crossings to find the bottleneck with one half and count it with the other");
        }
        double thermalEv = PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK;
        double mapEv = allData.barrierEv(temperatureK);
        double valueEv = thermalEv * Math.log(sums.site / sums.pass);
        double countsEv = thermalEv * Math.sqrt(sums.variance());
        double stdEv = Math.hypot(countsEv, OF_WHAT_CHOOSING_TOOK * (mapEv - valueEv));
        double upperEv = Math.max(valueEv + Z95 * stdEv, mapEv + Z95 * countsEv);
        if (valueEv < countsEv) {
            return new Estimate.UpperBound(upperEv, "lower than the noise of the counts");
        }
        return new Estimate.Measured(valueEv, stdEv, Math.max(0, valueEv - Z95 * stdEv), upperEv);
    }

    /** Counts at sites and passes over all halves, and every ion's share of them. */
    private final class Sums {
        private final Int2ObjectOpenHashMap<int[]> known = new Int2ObjectOpenHashMap<>();
        private final double[] siteOfIon = new double[stretches.ions() / stretchesPerIon];
        private final double[] passOfIon = new double[siteOfIon.length];
        private double site;
        private double pass;

        Sums(int rank, List<HalfSample> reaching) {
            for (HalfSample half : reaching) {
                int[] atSite = ofStretches(half.siteVoxel());
                int[] atPass = ofStretches(half.passVoxel(rank));
                for (int stretch = 0; stretch < atSite.length; stretch++) {
                    if (half.counts(stretch)) {
                        siteOfIon[stretch / stretchesPerIon] += atSite[stretch];
                        passOfIon[stretch / stretchesPerIon] += atPass[stretch];
                        site += atSite[stretch];
                        pass += atPass[stretch];
                    }
                }
            }
        }

        private int[] ofStretches(int voxel) {
            return known.computeIfAbsent(voxel, (int v) -> stretches.countsByIon(v));
        }

        double variance() {
            double sum = 0;
            for (int ion = 0; ion < siteOfIon.length; ion++) {
                double off = siteOfIon[ion] / site - passOfIon[ion] / pass;
                sum += off * off;
            }
            return sum;
        }
    }
}
