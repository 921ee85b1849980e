package org.percolith.pathways.site;

/**
 * A site as the density shows it: all that climbs to one maximum of the smoothed density.
 *
 * @param index place in the list of basins, highest maximum first
 * @param peakA fractional coordinate along a of the highest voxel's middle, in [0, 1)
 * @param peakB along b
 * @param peakC along c
 * @param centreA fractional coordinate along a of the mean position of all visits, in the image of the basin whose
 *     peak is given; so not always in [0, 1)
 * @param centreB along b
 * @param centreC along c
 * @param peakPerA3 smoothed density at the maximum, Å⁻³
 * @param occupancy ∫ ρ dV of the unsmoothed density, mean number of ions
 * @param volumeA3 volume of the voxels that belong to it, Å³
 * @param merged maxima of the density that it has
 */
public record Basin(
        int index,
        double peakA,
        double peakB,
        double peakC,
        double centreA,
        double centreB,
        double centreC,
        double peakPerA3,
        double occupancy,
        double volumeA3,
        int merged) {

    /** Peak and centre along lattice vector 0, 1 or 2. */
    public double centre(int vector) {
        return switch (vector) {
            case 0 -> centreA;
            case 1 -> centreB;
            case 2 -> centreC;
            default -> throw new IndexOutOfBoundsException("lattice vector " + vector);
        };
    }
}
