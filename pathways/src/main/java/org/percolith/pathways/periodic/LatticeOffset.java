package org.percolith.pathways.periodic;

/**
 * A lattice vector (u, v, w) packed in one long as u + 2²¹ v + 2⁴² w, so that vectors add, subtract and negate as longs
 * do and the zero vector is 0. Exact while |u|, |v|, |w| &lt; 2²⁰.
 */
public final class LatticeOffset {

    static final int LIMIT = 1 << 20;

    private static final int BITS = 21;

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
}
