package org.percolith.density;

import org.percolith.trajectory.quantity.PhysicalConstants;

/** A density on a grid, one value in Å⁻³ per voxel, never negative. Immutable. */
public final class DensityMap implements VoxelField {

    private final VoxelGrid grid;
    private final double[] perA3;

    private DensityMap(VoxelGrid grid, double[] perA3) {
        this.grid = grid;
        this.perA3 = perA3;
    }

    /**
     * A map with these values, which are checked and copied.
     *
     * @param perA3 one value per voxel in the grid's order, Å⁻³
     * @throws IllegalArgumentException if the length is not the grid's or a value is negative or not finite
     */
    public static DensityMap of(VoxelGrid grid, double[] perA3) {
        if (perA3.length != grid.voxels()) {
            throw new IllegalArgumentException(
                    "a grid of " + grid.voxels() + " voxels got " + perA3.length + " density values");
        }
        for (int v = 0; v < perA3.length; v++) {
            if (!(perA3[v] >= 0 && perA3[v] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("density " + perA3[v] + " in voxel " + v);
            }
        }
        return new DensityMap(grid, perA3.clone());
    }

    /** A map that takes over an array which nobody else keeps, of values known to be finite and not negative. */
    static DensityMap takingOver(VoxelGrid grid, double[] perA3) {
        return new DensityMap(grid, perA3);
    }

    @Override
    public VoxelGrid grid() {
        return grid;
    }

    @Override
    public double perA3(int voxel) {
        return perA3[voxel];
    }

    /** The values as a fresh array, in the grid's voxel order, Å⁻³. */
    public double[] toArray() {
        return perA3.clone();
    }

    public double maxPerA3() {
        double max = 0;
        for (double value : perA3) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** Σ ρ V_voxel, the number of ions in the cell. */
    public double integral() {
        double sum = 0;
        for (double value : perA3) {
            sum += value;
        }
        return sum * grid.voxelVolumeA3();
    }

    /**
     * Free energy F(v) = -kB T ln(ρ(v)/ρ_max), eV, zero at the highest density. Positive infinity where no ion ever
     * was: such a voxel has no finite free energy at this length of run.
     */
    public double[] freeEnergyEv(double temperatureK) {
        double thermalEv = PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK;
        double max = maxPerA3();
        double[] freeEnergyEv = new double[perA3.length];
        for (int v = 0; v < perA3.length; v++) {
            freeEnergyEv[v] = perA3[v] > 0 ? thermalEv * Math.log(max / perA3[v]) : Double.POSITIVE_INFINITY;
        }
        return freeEnergyEv;
    }
}
