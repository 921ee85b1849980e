package org.percolith.pathways.hop;

/**
 * An ion's hop from the core of one basin to that of another, or of another image.
 *
 * @param ion index of the track
 * @param leftFrame last frame in the core that it leaves
 * @param arrivedFrame first frame in the core that it enters
 * @param from basin
 * @param to basin
 * @param offset packed lattice vector from the image of the first to that of the second
 * @param stepA Cartesian vector from the centre of the first to that of the second, Å
 * @param returns whether it goes straight back the way of the hop before
 */
public record Jump(
        int ion, int leftFrame, int arrivedFrame, int from, int to, long offset, Step stepA, boolean returns) {

    /** A vector, Å. */
    public record Step(double x, double y, double z) {

        public double squared() {
            return x * x + y * y + z * z;
        }

        public double dot(Step other) {
            return x * other.x + y * other.y + z * other.z;
        }
    }
}
