package org.percolith.pathways;

import org.percolith.pathways.track.TrackDensity;

/**
 * The thinnest place of a percolating pathway.
 *
 * @param sa fractional coordinate along a of the voxel's middle
 * @param sb along b
 * @param sc along c
 * @param counts segments that touch the voxel
 * @param ions different ions that they belong to
 */
public record Bottleneck(double sa, double sb, double sc, int counts, int ions) {

    static Bottleneck at(int voxel, int counts, TrackDensity tracks) {
        return new Bottleneck(
                tracks.grid().centre(voxel, 0),
                tracks.grid().centre(voxel, 1),
                tracks.grid().centre(voxel, 2),
                counts,
                tracks.ionsThrough(voxel));
    }
}
