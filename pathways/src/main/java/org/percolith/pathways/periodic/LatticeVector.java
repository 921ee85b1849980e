package org.percolith.pathways.periodic;

import java.util.List;

/** A lattice vector u a + v b + w c with integer components. */
public record LatticeVector(int u, int v, int w) {

    long dot(LatticeVector other) {
        return (long) u * other.u + (long) v * other.v + (long) w * other.w;
    }

    LatticeVector minus(long factor, LatticeVector other) {
        return new LatticeVector(
                Math.toIntExact(u - factor * other.u),
                Math.toIntExact(v - factor * other.v),
                Math.toIntExact(w - factor * other.w));
    }

    /** This vector or its negative, whichever has its first non-zero component positive. */
    public LatticeVector positive() {
        int first = u != 0 ? u : v != 0 ? v : w;
        return first < 0 ? new LatticeVector(-u, -v, -w) : this;
    }

    /** The shortest lattice vector along this direction, {@link #positive}: the index [uvw]. */
    LatticeVector primitive() {
        int divisor = gcd(gcd(u, v), w);
        return new LatticeVector(u / divisor, v / divisor, w / divisor).positive();
    }

    /** Components u, v, w in a list. */
    public List<Integer> components() {
        return List.of(u, v, w);
    }

    /** The crystallographer's notation, {@code [1 -1 0]}. */
    @Override
    public String toString() {
        return "[" + u + " " + v + " " + w + "]";
    }

    private static int gcd(int a, int b) {
        int x = Math.abs(a);
        int y = Math.abs(b);
        while (y != 0) {
            int rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
