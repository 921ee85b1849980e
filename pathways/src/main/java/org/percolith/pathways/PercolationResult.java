package org.percolith.pathways;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.quantity.Verdict;

/**
 * Whether, how and at what barrier the ions' tracks percolate.
 *
 * @param grid the percolation grid, which divides the cell exactly
 * @param settings what was asked for
 * @param ions mobile ions
 * @param dimensionality rank that at least 95 % of the resamples have; null if none: undetermined
 * @param resamplesByRank how many resamples have rank 0, 1, 2, 3
 * @param allData percolation of the track density of all ions
 * @param barriers for ranks 1, 2 and 3, in this order
 * @param sensitivity all data on a finer and a coarser grid
 * @param pointDensity the same question put to the plain visit counts
 * @param rankAssured verdict D1
 * @param curve dimensionality and percolating volume of all data against the isovalue
 * @param timeBlocks the same verdict under a bootstrap over time blocks
 * @param meanSiteEv mean of -kB T ln(τ / τ_max) at the given sites, weighted by occupancy: F_c less this is the barrier
 *     from the mean site instead of the densest; empty where no sites were given
 * @param paths minimax pathways of all data, for each rank and lattice vector that is reached
 */
public record PercolationResult(
        VoxelGrid grid,
        PercolationSettings settings,
        int ions,
        @Nullable Integer dimensionality,
        List<Integer> resamplesByRank,
        Percolation allData,
        List<BarrierEstimate> barriers,
        List<GridSensitivity> sensitivity,
        PointDensityComparison pointDensity,
        Verdict rankAssured,
        DimensionalityCurve curve,
        BlockBootstrap timeBlocks,
        OptionalDouble meanSiteEv,
        List<MinimaxPath> paths) {

    /** Name of the map that is judged. */
    public static final String MAP = "track-density";

    public PercolationResult {
        resamplesByRank = List.copyOf(resamplesByRank);
        barriers = List.copyOf(barriers);
        sensitivity = List.copyOf(sensitivity);
        paths = List.copyOf(paths);
    }

    /** Fractions of the resamples with rank 0, 1, 2, 3. */
    public List<Double> rankProbability() {
        return resamplesByRank.stream().map(this::fraction).toList();
    }

    /** P(rank ≥ {@code rank}); for rank 1 the percolation half of verdict M7, met from 0.95 up. */
    public double probabilityOfAtLeast(int rank) {
        return fraction(resamplesByRank.subList(rank, 4).stream()
                .mapToInt(Integer::intValue)
                .sum());
    }

    private double fraction(int resamples) {
        return (double) resamples / settings.resamples();
    }

    /** Whether the pathway winds through the crystal at all, with P(rank ≥ 1) ≥ 0.95. */
    public boolean percolates() {
        return probabilityOfAtLeast(1) >= ResampledRanks.ASSURED;
    }

    /** Barrier of rank 1, 2 or 3. */
    public BarrierEstimate barrier(int rank) {
        return barriers.get(rank - 1);
    }

    /** F_c of all data from the occupancy-weighted mean site, eV; empty if the rank is not reached or no sites are known. */
    public OptionalDouble fromMeanSiteEv(int rank) {
        OptionalDouble allDataEv = barrier(rank).allDataEv();
        return allDataEv.isPresent() && meanSiteEv.isPresent()
                ? OptionalDouble.of(allDataEv.getAsDouble() - meanSiteEv.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The threshold that is headlined: of the assigned rank; of the data's own rank where none is assigned. */
    public Optional<RankThreshold> headline() {
        int rank = dimensionality == null ? allData.rank() : dimensionality;
        return rank == 0 ? Optional.empty() : allData.threshold(rank);
    }

    /** Lattice directions [uvw] of the headlined pathway; empty for rank 0. */
    public List<LatticeVector> directions() {
        return headline().map(threshold -> threshold.windings().directions()).orElse(List.of());
    }

    /** Where the headlined pathway is thinnest. */
    public Optional<Bottleneck> bottleneck() {
        return headline().flatMap(threshold -> barrier(threshold.rank()).bottleneck());
    }
}
