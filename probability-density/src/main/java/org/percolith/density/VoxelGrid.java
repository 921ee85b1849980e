package org.percolith.density;

import org.percolith.trajectory.Cell;

/**
 * A periodic grid of equal voxels that divides a cell exactly: n_α voxels along lattice vector α, so that no voxel is
 * stretched or cut at the cell's face.
 *
 * <p>Voxel (i, j, k) covers the fractional coordinates [i/n_a, (i+1)/n_a) and so on, and has the index
 * {@code i + n_a (j + n_b k)}: x runs fastest, as in a CHGCAR and in VESTA.
 *
 * @param cell the (mean) cell
 * @param na voxels along lattice vector a
 * @param nb voxels along lattice vector b
 * @param nc voxels along lattice vector c
 */
public record VoxelGrid(Cell cell, int na, int nb, int nc) {

    /** Keeps a length that is a multiple of the spacing, but for rounding, from getting one voxel more. */
    private static final double ROUNDING = 1e-9;

    public VoxelGrid {
        if (na < 1 || nb < 1 || nc < 1) {
            throw new IllegalArgumentException(
                    "a grid needs a voxel along each vector, got " + na + " x " + nb + " x " + nc);
        }
        if ((double) na * nb * nc > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a grid of " + na + " x " + nb + " x " + nc + " voxels is too fine; choose a larger voxel");
        }
    }

    /**
     * The coarsest grid on this cell whose voxel edges do not exceed the spacing: n_α = ceil(L_α / spacing).
     *
     * @param spacingA largest voxel edge, Å
     * @throws IllegalArgumentException if the spacing is not a positive number
     */
    public static VoxelGrid of(Cell cell, double spacingA) {
        if (!(spacingA > 0) || Double.isInfinite(spacingA)) {
            throw new IllegalArgumentException("the voxel edge must be a positive length, got " + spacingA + " Å");
        }
        return new VoxelGrid(
                cell,
                voxelsAlong(cell.lengthA(0), spacingA),
                voxelsAlong(cell.lengthA(1), spacingA),
                voxelsAlong(cell.lengthA(2), spacingA));
    }

    /** The grid with the same numbers of voxels on another cell. */
    public VoxelGrid on(Cell other) {
        return new VoxelGrid(other, na, nb, nc);
    }

    private static int voxelsAlong(double lengthA, double spacingA) {
        return Math.max(1, (int) Math.ceil(lengthA / spacingA - ROUNDING));
    }

    /**
     * Refuses to mix this grid with positions in another cell.
     *
     * @throws IllegalArgumentException if the cell is not this grid's
     */
    public void requireCell(Cell other) {
        if (!cell.equals(other)) {
            throw new IllegalArgumentException("the grid's cell " + cell + " is not the tracks' cell " + other);
        }
    }

    public int voxels() {
        return na * nb * nc;
    }

    /** Voxels along lattice vector 0, 1 or 2. */
    public int size(int vector) {
        return switch (vector) {
            case 0 -> na;
            case 1 -> nb;
            case 2 -> nc;
            default -> throw new IndexOutOfBoundsException("lattice vector " + vector);
        };
    }

    public double voxelVolumeA3() {
        return cell.volumeA3() / voxels();
    }

    /** Index of voxel (i, j, k), each within its range. */
    public int index(int i, int j, int k) {
        return i + na * (j + nb * k);
    }

    /** The voxel that holds fractional coordinates s, which may lie outside [0, 1). */
    public int voxelAt(double sa, double sb, double sc) {
        return index(slot(sa, na), slot(sb, nb), slot(sc, nc));
    }

    /**
     * floor(n frac(s)), in 0 ... n-1: the slot of a fractional coordinate among n along one lattice vector. A coordinate
     * a rounding error below an integer (-1e-17 has a computed fraction of exactly 1) belongs to the last slot.
     */
    public static int slot(double s, int n) {
        int slot = (int) (n * (s - floor(s)));
        return slot < n ? slot : n - 1;
    }

    /** Math.floor of a coordinate within some 10¹⁸ cells, without the call that an unoptimised program makes for it. */
    private static double floor(double s) {
        long whole = (long) s;
        return whole > s ? whole - 1 : whole;
    }

    /** Fractional coordinate, along lattice vector 0, 1 or 2, of the middle of a voxel. */
    public double centre(int voxel, int vector) {
        return (slotOf(voxel, vector) + 0.5) / size(vector);
    }

    /** i, j or k of a voxel. */
    public int slotOf(int voxel, int vector) {
        return switch (vector) {
            case 0 -> voxel % na;
            case 1 -> voxel / na % nb;
            case 2 -> voxel / (na * nb);
            default -> throw new IndexOutOfBoundsException("lattice vector " + vector);
        };
    }
}
