package org.percolith.pathways.periodic;

/**
 * A lattice vector (u, v, w) packed in one long as u + 2²¹ v + 2⁴² w, so that vectors add, subtract and negate as longs
 * do and the zero vector is 0. Exact while |u|, |v|, |w| &lt; 2²⁰.
 */
public final class LatticeOffset {

    static final int LIMIT = 1 << 20;

    private static final int BITS = 21;
    private static final int NARROW_BITS = 10;
    private static final int NARROW_LIMIT = 511;

    private LatticeOffset() {}

    public static long pack(int u, int v, int w) {
        return u + ((long) v << BITS) + ((long) w << (2 * BITS));
    }

    public static int u(long packed) {
        return (int) ((packed << (Long.SIZE - BITS)) >> (Long.SIZE - BITS));
    }

    public static int v(long packed) {
        return u((packed - u(packed)) >> BITS);
    }

    public static int w(long packed) {
        long aboveU = (packed - u(packed)) >> BITS;
        return (int) ((aboveU - u(aboveU)) >> BITS);
    }

    /**
     * The same vector in an int, as u + 2¹⁰ v + 2²⁰ w, for arrays of one per voxel; adds, subtracts and negates as well.
     *
     * @throws ArithmeticException if |u|, |v| or |w| passes 511
     */
    public static int narrow(long packed) {
        if (packed == 0) {
            return 0;
        }
        int u = u(packed);
        int v = v(packed);
        int w = w(packed);
        if (Math.max(Math.abs(u), Math.max(Math.abs(v), Math.abs(w))) > NARROW_LIMIT) {
            throw new ArithmeticException("lattice vector (" + u + " " + v + " " + w + ") is out of range");
        }
        return u + (v << NARROW_BITS) + (w << (2 * NARROW_BITS));
    }

    /** The packed vector of a {@link #narrow} one. */
    public static long widen(int narrow) {
        if (narrow == 0) {
            return 0;
        }
        int u = (narrow << (Integer.SIZE - NARROW_BITS)) >> (Integer.SIZE - NARROW_BITS);
        int aboveU = (narrow - u) >> NARROW_BITS;
        int v = (aboveU << (Integer.SIZE - NARROW_BITS)) >> (Integer.SIZE - NARROW_BITS);
        return pack(u, v, (aboveU - v) >> NARROW_BITS);
    }
}
