package org.percolith.pathways.hop;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import org.percolith.density.IonPath;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.IonTracks;

/**
 * The hops of one ion, with hysteresis: it is in the basin whose core it entered last, so a recrossing at the top of a
 * barrier is no hop. The first entry of a piece of the run comes from nowhere and counts as none.
 */
final class IonHops {

    private final IntArrayList from = new IntArrayList();
    private final IntArrayList to = new IntArrayList();
    private final LongArrayList offset = new LongArrayList();

    private final BitSet returns = new BitSet();

    private int basin = BasinMap.NONE;
    private long image;
    private boolean cameByHop;

    private IonHops() {}

    /**
     * Follows one ion.
     *
     * @param coreDensityPerA3 of each basin, {@link BasinMap#coreDensityPerA3}
     */
    static IonHops follow(IonTracks tracks, int ion, BasinMap map, double[] coreDensityPerA3) {
        IonHops hops = new IonHops();
        VoxelGrid grid = map.grid();
        IonPath.walk(tracks, ion, (startsPiece, sa, sb, sc) -> {
            if (startsPiece) {
                hops.basin = BasinMap.NONE;
                hops.cameByHop = false;
            }
            int voxel = grid.voxelAt(sa, sb, sc);
            int here = map.basinAt(voxel);
            if (here != BasinMap.NONE && map.density().perA3(voxel) >= coreDensityPerA3[here]) {
                long cell = LatticeOffset.pack((int) Math.floor(sa), (int) Math.floor(sb), (int) Math.floor(sc));
                hops.enter(here, cell + map.packedImageAt(voxel));
            }
        });
        return hops;
    }

    private void enter(int next, long nextImage) {
        if (basin != BasinMap.NONE && (next != basin || nextImage != image)) {
            int last = from.size() - 1;
            boolean back = cameByHop && from.getInt(last) == next && offset.getLong(last) == image - nextImage;
            returns.set(from.size(), back);
            from.add(basin);
            to.add(next);
            offset.add(nextImage - image);
            cameByHop = true;
        }
        basin = next;
        image = nextImage;
    }

    int count() {
        return from.size();
    }

    HopEdge edge(int hop) {
        return HopEdge.of(from.getInt(hop), to.getInt(hop), offset.getLong(hop));
    }

    /** Whether a hop goes straight back over the edge of the one before. */
    boolean returns(int hop) {
        return returns.get(hop);
    }
}
