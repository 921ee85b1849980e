package org.percolith.pathways.hop;

import java.util.ArrayList;
import java.util.List;
import org.percolith.density.IonPath;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.IonTracks;

/**
 * The stays of one ion and the hops between them, with hysteresis: it is in the basin whose core it entered last, so a
 * recrossing at the top of a barrier is no hop. The first entry of a piece of the run comes from nowhere.
 */
final class IonHops {

    private final int ion;
    private final List<Stay> stays = new ArrayList<>();

    private int basin = BasinMap.NONE;
    private long image;
    private int entered;
    private int lastInCore;
    private int frame;
    private boolean came;

    private IonHops(int ion) {
        this.ion = ion;
    }

    /**
     * Follows one ion.
     *
     * @param coreDensityPerA3 of each basin, {@link BasinMap#coreDensityPerA3}
     */
    static IonHops follow(IonTracks tracks, int ion, BasinMap map, double[] coreDensityPerA3) {
        IonHops hops = new IonHops(ion);
        VoxelGrid grid = map.grid();
        IonPath.walk(tracks, ion, (frame, startsPiece, sa, sb, sc) -> {
            if (startsPiece) {
                hops.endPiece();
            }
            hops.frame = frame;
            int voxel = grid.voxelAt(sa, sb, sc);
            int here = map.basinAt(voxel);
            if (here != BasinMap.NONE && map.density().perA3(voxel) >= coreDensityPerA3[here]) {
                long cell = LatticeOffset.pack((int) Math.floor(sa), (int) Math.floor(sb), (int) Math.floor(sc));
                hops.visit(here, cell + map.packedImageAt(voxel));
            }
        });
        hops.endPiece();
        return hops;
    }

    private void visit(int here, long hereImage) {
        if (here != basin || hereImage != image) {
            boolean hop = basin != BasinMap.NONE;
            endStay(frame, true);
            basin = here;
            image = hereImage;
            entered = frame;
            came = hop;
        }
        lastInCore = frame;
    }

    /** An ion that enters a core in the last frame of all was not seen to stay in it: it is still on its way. */
    private void endPiece() {
        if (basin != BasinMap.NONE && came && entered == frame) {
            Stay before = stays.remove(stays.size() - 1);
            basin = before.basin();
            image = before.image();
            entered = before.entered();
            lastInCore = before.lastInCore();
            came = before.came();
        }
        endStay(frame + 1, false);
    }

    private void endStay(int until, boolean left) {
        if (basin != BasinMap.NONE) {
            stays.add(new Stay(ion, basin, image, entered, lastInCore, until, came, left));
        }
        basin = BasinMap.NONE;
    }

    List<Stay> stays() {
        return stays;
    }

    /** The edges that this ion takes, in order, and whether each is a way back. */
    void forEachHop(HopVisitor visitor) {
        for (int k = 1; k < stays.size(); k++) {
            Stay to = stays.get(k);
            if (to.came()) {
                Stay from = stays.get(k - 1);
                boolean back = from.came()
                        && stays.get(k - 2).basin() == to.basin()
                        && stays.get(k - 2).image() == to.image();
                visitor.hop(from, to, back);
            }
        }
    }

    /** Told each hop in turn. */
    @FunctionalInterface
    interface HopVisitor {

        /**
         * One hop.
         *
         * @param returns whether it goes straight back over the edge of the one before
         */
        void hop(Stay from, Stay to, boolean returns);
    }
}
