package org.percolith.pathways.ledger;

import java.util.ArrayList;
import java.util.List;
import org.percolith.pathways.hop.Stay;
import org.percolith.pathways.interval.RatioOfSums;
import org.percolith.pathways.jump.BasinKinds;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;

/**
 * How far ions vibrate in one kind of basin: the true mean squared displacement about the basin's centre, not that about a
 * moving average.
 *
 * @param kind of basin
 * @param meanSquareA2 ⟨|r - r_centre|²⟩, Å², with the interval by ions
 */
public record Vibration(String kind, Estimate meanSquareA2) {

    static List<Vibration> of(IonTracks tracks, List<Stay> stays, BasinMap map, BasinKinds kinds) {
        int n = kinds.names().size();
        double[][] squares = new double[n][tracks.ions()];
        double[][] frames = new double[n][tracks.ions()];
        for (Stay stay : stays) {
            int kind = kinds.of(stay.basin());
            FrameRange range = new FrameRange(stay.entered(), stay.lastInCore() + 1);
            squares[kind][stay.ion()] += squaresA2(tracks, stay, range, map);
            frames[kind][stay.ion()] += range.frames();
        }
        List<Vibration> all = new ArrayList<>();
        for (int kind = 0; kind < n; kind++) {
            all.add(new Vibration(kinds.names().get(kind), RatioOfSums.of(squares[kind], frames[kind])));
        }
        return all;
    }

    private static double squaresA2(IonTracks tracks, Stay stay, FrameRange range, BasinMap map) {
        double[][] s = new double[3][range.frames()];
        Basin basin = map.basins().get(stay.basin());
        double[] centre = {
            basin.centreA() + LatticeOffset.u(stay.image()),
            basin.centreB() + LatticeOffset.v(stay.image()),
            basin.centreC() + LatticeOffset.w(stay.image())
        };
        for (int axis = 0; axis < 3; axis++) {
            tracks.fractional(stay.ion(), axis, range, s[axis]);
        }
        double sum = 0;
        for (int k = 0; k < range.frames(); k++) {
            sum += tracks.cell().squaredLengthA2(s[0][k] - centre[0], s[1][k] - centre[1], s[2][k] - centre[2]);
        }
        return sum;
    }
}
