package org.percolith.pathways.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.percolith.pathways.hop.Jump;
import org.percolith.pathways.hop.Stay;
import org.percolith.pathways.interval.SurvivalCurve;
import org.percolith.pathways.jump.BasinKinds;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.pathways.jump.JumpStatistics.KindJumps;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.trajectory.quantity.Estimate;

/** Hops as comma-separated tables, with the unit in each column's name. */
public final class JumpTables {

    private JumpTables() {}

    /** Every hop: ion, times, basins, image, vector. */
    public static void jumps(Appendable out, List<Jump> jumps, double frameIntervalPs) throws IOException {
        out.append("ion,left_ps,arrived_ps,from_basin,to_basin,u,v,w,dx_A,dy_A,dz_A,length_A\n");
        for (Jump jump : jumps) {
            out.append(String.format(
                    Locale.ROOT,
                    "%d,%.6g,%.6g,%d,%d,%d,%d,%d,%.4f,%.4f,%.4f,%.4f%n",
                    jump.ion(),
                    jump.leftFrame() * frameIntervalPs,
                    jump.arrivedFrame() * frameIntervalPs,
                    jump.from(),
                    jump.to(),
                    LatticeOffset.u(jump.offset()),
                    LatticeOffset.v(jump.offset()),
                    LatticeOffset.w(jump.offset()),
                    jump.stepA().x(),
                    jump.stepA().y(),
                    jump.stepA().z(),
                    Math.sqrt(jump.stepA().squared())));
        }
    }

    /** Rates by kind of basin, and the hops from kind to kind. */
    public static void rates(Appendable out, JumpStatistics statistics) throws IOException {
        out.append("kind,basins,time_share,leaves_per_ns,lower95_per_ns,upper95_per_ns,median_stay_ps");
        for (KindJumps kind : statistics.kinds()) {
            out.append(",to ").append(kind.name());
        }
        out.append('\n');
        for (int k = 0; k < statistics.kinds().size(); k++) {
            KindJumps kind = statistics.kinds().get(k);
            out.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%.6f,%s,%s",
                    kind.name(),
                    kind.basins(),
                    kind.timeShare(),
                    interval(kind.leavesPerNs()),
                    Double.isNaN(kind.medianStayPs()) ? "" : String.format(Locale.ROOT, "%.6g", kind.medianStayPs())));
            for (int count : statistics.transitions().get(k)) {
                out.append(",").append(Integer.toString(count));
            }
            out.append('\n');
        }
    }

    /** By kind of basin: the share of stays that last longer than a time, those that the run cuts off included. */
    public static void stays(Appendable out, List<Stay> stays, BasinKinds kinds, double frameIntervalPs)
            throws IOException {
        out.append("kind,time_ps,staying\n");
        for (int kind = 0; kind < kinds.names().size(); kind++) {
            int own = kind;
            SurvivalCurve curve = SurvivalCurve.of(stays.stream()
                    .filter(stay -> kinds.of(stay.basin()) == own && stay.came())
                    .map(stay -> new SurvivalCurve.Stay(stay.frames(), stay.left()))
                    .toList());
            for (int k = 0; k < curve.frames().size(); k++) {
                out.append(String.format(
                        Locale.ROOT,
                        "%s,%.6g,%.6f%n",
                        kinds.names().get(kind),
                        curve.frames().get(k) * frameIntervalPs,
                        curve.survival().get(k)));
            }
        }
    }

    private static String interval(Estimate estimate) {
        return estimate instanceof Estimate.Measured m
                ? String.format(Locale.ROOT, "%.6g,%.6g,%.6g", m.value(), m.lower95(), m.upper95())
                : estimate instanceof Estimate.UpperBound bound
                        ? String.format(Locale.ROOT, ",,%.6g", bound.upper95())
                        : ",,";
    }
}
