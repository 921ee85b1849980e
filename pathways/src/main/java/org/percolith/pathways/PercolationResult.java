package org.percolith.pathways;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.path.MinimaxPath;
import org.percolith.pathways.percolation.DimensionalityCurve;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.pathways.periodic.LatticeVector;

/**
 * Whether, how and at what barrier the ions' tracks percolate.
 *
 * @param grid the percolation grid, which divides the cell exactly
 * @param settings what was asked for
 * @param ions mobile ions
 * @param dimensionality rank that at least 95 % of the resamples have; null if none: undetermined
 * @param resamplesByRank how many resamples have rank 0, 1, 2, 3
 * @param allData percolation of the track density of all ions
 * @param segments Σ τ over all voxels
 * @param bottlenecks where this map connects in 1, 2, 3 directions, as far as it does
 * @param barriers for ranks 1, 2 and 3, in this order
 * @param sensitivity all data on a finer and a coarser grid
 * @param pointDensity the same question put to the plain visit counts
 * @param curve dimensionality and percolating volume of all data against the isovalue
 * @param paths minimax pathways of all data, for each rank and lattice vector that is reached
 */
public record PercolationResult(
        VoxelGrid grid,
        PercolationSettings settings,
        int ions,
        @Nullable Integer dimensionality,
        List<Integer> resamplesByRank,
        Percolation allData,
        long segments,
        List<Bottleneck> bottlenecks,
        List<BarrierEstimate> barriers,
        List<GridSensitivity> sensitivity,
        PointDensityComparison pointDensity,
        DimensionalityCurve curve,
        List<MinimaxPath> paths) {

    /** Name of the map that is judged. */
    public static final String MAP = "track-density";

    public PercolationResult {
        resamplesByRank = List.copyOf(resamplesByRank);
        bottlenecks = List.copyOf(bottlenecks);
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
        return probabilityOfAtLeast(1) >= PathwayRank.ASSURED;
    }

    /** Barrier of rank 1, 2 or 3. */
    public BarrierEstimate barrier(int rank) {
        return barriers.get(rank - 1);
    }

    /**
     * The number density at which this run's map first connects in {@code rank} directions: the level τ_c of the track
     * density, scaled to hold all ions, N τ_c/(V_voxel Σ τ), Å⁻³. A property of the map, without an interval; empty where the
     * map never connects so far.
     */
    public OptionalDouble mapLevelPerA3(int rank) {
        return allData.threshold(rank).stream()
                .mapToDouble(threshold -> ions * (double) threshold.count() / (segments * grid.voxelVolumeA3()))
                .findFirst();
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
        return headline().map(threshold -> bottlenecks.get(threshold.rank() - 1));
    }
}
