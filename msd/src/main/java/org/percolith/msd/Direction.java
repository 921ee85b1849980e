package org.percolith.msd;

/** A direction in space: three components, not necessarily of unit length. */
public record Direction(double x, double y, double z) {

    /** The unit vector along (x, y, z), its largest component positive so that its sign is reproducible. */
    static Direction of(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        double largest =
                Math.abs(x) >= Math.abs(y) && Math.abs(x) >= Math.abs(z) ? x : Math.abs(y) >= Math.abs(z) ? y : z;
        double scale = largest < 0 ? -1 / length : 1 / length;
        return new Direction(x * scale, y * scale, z * scale);
    }
}
