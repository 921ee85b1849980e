package org.percolith.pathways.periodic;

/**
 * Sorts lattice vectors by what matters of them: a linear map of Z³ that sends to zero exactly the vectors to be taken
 * for no winding. Two walks to the same voxel whose offsets have one class are interchangeable, which keeps a search on
 * the unwrapped grid finite although the map may already wind without end.
 */
public final class WindingClass {

    private final int[][] rows;

    private WindingClass(int[]... rows) {
        this.rows = rows;
    }

    /** Only the component along one lattice vector matters. */
    public static WindingClass along(int axis) {
        int[] row = new int[3];
        row[axis] = 1;
        return new WindingClass(row, new int[3], new int[3]);
    }

    /** Only what sticks out of the space spanned by these independent vectors (at most two) matters. */
    public static WindingClass beyond(LatticeVector... spanned) {
        return switch (spanned.length) {
            case 0 -> new WindingClass(new int[] {1, 0, 0}, new int[] {0, 1, 0}, new int[] {0, 0, 1});
            case 1 -> {
                LatticeVector x = spanned[0].primitive();
                yield new WindingClass(
                        new int[] {0, x.w(), -x.v()}, new int[] {-x.w(), 0, x.u()}, new int[] {x.v(), -x.u(), 0});
            }
            case 2 -> {
                LatticeVector x = spanned[0];
                LatticeVector y = spanned[1];
                LatticeVector normal = new LatticeVector(
                                x.v() * y.w() - x.w() * y.v(),
                                x.w() * y.u() - x.u() * y.w(),
                                x.u() * y.v() - x.v() * y.u())
                        .primitive();
                yield new WindingClass(new int[] {normal.u(), normal.v(), normal.w()}, new int[3], new int[3]);
            }
            default -> throw new IllegalArgumentException("nothing sticks out of three directions");
        };
    }

    /** The class of a lattice vector as a packed vector, 0 for no winding. Adds as the vectors do. */
    public long of(int u, int v, int w) {
        return LatticeOffset.pack(image(0, u, v, w), image(1, u, v, w), image(2, u, v, w));
    }

    private int image(int row, int u, int v, int w) {
        return rows[row][0] * u + rows[row][1] * v + rows[row][2] * w;
    }
}
