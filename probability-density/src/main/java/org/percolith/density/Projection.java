package org.percolith.density;

/** Densities summed along lattice vectors. */
public final class Projection {

    /**
     * A density projected onto the plane of two lattice vectors.
     *
     * @param alongVector the lattice vector that was summed over; the other two, in cyclic order, span the plane
     * @param width voxels along the first of them
     * @param height voxels along the second
     * @param perA2 ions per area, {@code [first + width * second]}, Å⁻²
     */
    public record Plane(int alongVector, int width, int height, double[] perA2) {}

    /**
     * A density projected onto one lattice vector.
     *
     * @param vector the lattice vector
     * @param distanceA distance of each layer's middle from the face at its origin, perpendicular to the other two
     *     vectors, Å
     * @param perA ions per length of that distance, Å⁻¹
     */
    public record Line(int vector, double[] distanceA, double[] perA) {}

    private Projection() {}

    /** ∫ ρ ds along a lattice vector, s perpendicular to the plane of the other two. */
    public static Plane plane(VoxelField field, int alongVector) {
        VoxelGrid grid = field.grid();
        int first = (alongVector + 1) % 3;
        int second = (alongVector + 2) % 3;
        int width = grid.size(first);
        double layerA = grid.cell().heightA(alongVector) / grid.size(alongVector);
        double[] perA2 = new double[width * grid.size(second)];
        int[] stride = {0, 0, 0};
        stride[first] = 1;
        stride[second] = width;
        for (int row = 0; row < grid.nb() * grid.nc(); row++) {
            int target = stride[1] * (row % grid.nb()) + stride[2] * (row / grid.nb());
            for (int i = 0; i < grid.na(); i++) {
                perA2[target + stride[0] * i] += field.perA3(row * grid.na() + i) * layerA;
            }
        }
        return new Plane(alongVector, width, grid.size(second), perA2);
    }

    /** ∫ ρ dA over the planes parallel to the other two lattice vectors. */
    public static Line line(VoxelField field, int vector) {
        VoxelGrid grid = field.grid();
        int layers = grid.size(vector);
        double layerA = grid.cell().heightA(vector) / layers;
        double[] distanceA = new double[layers];
        double[] perA = new double[layers];
        double pieceA2 = grid.voxelVolumeA3() / layerA;
        for (int row = 0; row < grid.nb() * grid.nc(); row++) {
            int slot = vector == 1 ? row % grid.nb() : row / grid.nb();
            for (int i = 0; i < grid.na(); i++) {
                perA[vector == 0 ? i : slot] += field.perA3(row * grid.na() + i) * pieceA2;
            }
        }
        for (int layer = 0; layer < layers; layer++) {
            distanceA[layer] = (layer + 0.5) * layerA;
        }
        return new Line(vector, distanceA, perA);
    }
}
