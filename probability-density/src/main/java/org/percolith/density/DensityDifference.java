package org.percolith.density;

/**
 * The difference of two systems' densities on one grid, voxel by voxel in fractional space: Δρ V = ρ₁ V₁ - ρ₂ V₂ with V
 * the first system's cell, so that cells of somewhat different size compare, and ∫ Δρ dV = N₁ - N₂. Immutable.
 */
public final class DensityDifference implements VoxelField {

    private final VoxelGrid grid;
    private final double[] perA3;

    private DensityDifference(VoxelGrid grid, double[] perA3) {
        this.grid = grid;
        this.perA3 = perA3;
    }

    /**
     * First minus second, on the first one's grid.
     *
     * @throws IllegalArgumentException if the grids do not have the same numbers of voxels
     */
    public static DensityDifference of(DensityMap first, DensityMap second) {
        VoxelGrid grid = first.grid();
        VoxelGrid other = second.grid();
        if (grid.na() != other.na() || grid.nb() != other.nb() || grid.nc() != other.nc()) {
            throw new IllegalArgumentException("densities on " + grid + " and on " + other
                    + " cannot be subtracted: make both on grids of the same numbers of voxels");
        }
        double scale = other.cell().volumeA3() / grid.cell().volumeA3();
        double[] difference = new double[grid.voxels()];
        for (int voxel = 0; voxel < difference.length; voxel++) {
            difference[voxel] = first.perA3(voxel) - scale * second.perA3(voxel);
        }
        return new DensityDifference(grid, difference);
    }

    @Override
    public VoxelGrid grid() {
        return grid;
    }

    @Override
    public double perA3(int voxel) {
        return perA3[voxel];
    }

    /** N₁ - N₂. */
    public double integral() {
        double sum = 0;
        for (double value : perA3) {
            sum += value;
        }
        return sum * grid.voxelVolumeA3();
    }

    /**
     * What {@link #displacedIons()} would be on average if both systems had the same density and only these errors told
     * their maps apart: ½ (2/π)^½ Σ (σ₁² + σ₂²)^½ V, the mean modulus of normal deviates. A difference not well above
     * it shows the length of the runs, not the systems.
     *
     * @param firstStdPerA3 standard deviation of the first density in each voxel, Å⁻³
     * @param secondStdPerA3 the same of the second, in its own cell
     * @param second grid of the second density
     */
    public double displacedByChance(double[] firstStdPerA3, double[] secondStdPerA3, VoxelGrid second) {
        double scale = second.cell().volumeA3() / grid.cell().volumeA3();
        double sum = 0;
        for (int voxel = 0; voxel < firstStdPerA3.length; voxel++) {
            sum += Math.hypot(firstStdPerA3[voxel], scale * secondStdPerA3[voxel]);
        }
        return 0.5 * Math.sqrt(2 / Math.PI) * sum * grid.voxelVolumeA3();
    }

    /** Half of ∫ |Δρ| dV: how many ions would have to be moved to turn one density into the other, if N₁ = N₂. */
    public double displacedIons() {
        double sum = 0;
        for (double value : perA3) {
            sum += Math.abs(value);
        }
        return 0.5 * sum * grid.voxelVolumeA3();
    }
}
