package org.percolith.pathways;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.percolith.trajectory.crystal.CrystalSite;

/** Pathways, basins and their graph as comma-separated tables, with the unit in each column's name. */
public final class PathwayTables {

    private PathwayTables() {}

    /** Energy profiles of all pathways, one point a line. */
    public static void profiles(Appendable out, List<MinimaxPath> paths) throws IOException {
        out.append("event,length_A,energy_eV,counts,a,b,c\n");
        for (MinimaxPath path : paths) {
            for (PathPoint point : path.points()) {
                row(
                        out,
                        "%s,%.6f,%.6f,%d,%.8f,%.8f,%.8f",
                        path.event(),
                        point.lengthA(),
                        point.energyEv(),
                        point.counts(),
                        point.sa(),
                        point.sb(),
                        point.sc());
            }
        }
    }

    /** One line a pathway. */
    public static void paths(Appendable out, List<MinimaxPath> paths) throws IOException {
        out.append("event,u,v,w,length_A,straight_A,tortuosity,barrier_eV,climb_eV\n");
        for (MinimaxPath path : paths) {
            row(
                    out,
                    "%s,%d,%d,%d,%.6f,%.6f,%.6f,%.6f,%.6f",
                    path.event(),
                    path.winding().u(),
                    path.winding().v(),
                    path.winding().w(),
                    path.lengthA(),
                    path.straightA(),
                    path.tortuosity(),
                    path.barrierEv(),
                    path.climbEv());
        }
    }

    /** Dimensionality against isovalue, one level a line. */
    public static void curve(Appendable out, DimensionalityCurve curve, double temperatureK) throws IOException {
        out.append("isovalue_eV,counts,rank,network_rank,visited_fraction,percolating_fraction\n");
        double[] isovalueEv = curve.isovalueEv(temperatureK);
        for (int k = 0; k < curve.levels(); k++) {
            row(
                    out,
                    "%.6f,%d,%d,%d,%.8f,%.8f",
                    isovalueEv[k],
                    curve.counts()[k],
                    curve.rank()[k],
                    curve.networkRank()[k],
                    curve.visitedFraction()[k],
                    curve.percolatingFraction()[k]);
        }
    }

    /** Nodes of the site graph. */
    public static void basins(Appendable out, BasinMap map) throws IOException {
        out.append("basin,occupancy,centre_a,centre_b,centre_c,peak_per_A3,volume_A3,maxima\n");
        for (Basin basin : map.basins()) {
            row(
                    out,
                    "%d,%.6f,%.8f,%.8f,%.8f,%.8g,%.4f,%d",
                    basin.index(),
                    basin.occupancy(),
                    basin.centreA(),
                    basin.centreB(),
                    basin.centreC(),
                    basin.peakPerA3(),
                    basin.volumeA3(),
                    basin.merged());
        }
    }

    /** Given sites, one a line, with the nearest basin; at the end the basins that belong to none of them. */
    public static void sites(Appendable out, SiteComparison comparison) throws IOException {
        out.append(
                "site,label,a,b,c,listed_occupancy,nearest_basin,distance_A,basin_occupancy,shared_by,within_reach\n");
        for (SiteComparison.Match match : comparison.matches()) {
            CrystalSite site = match.site();
            row(
                    out,
                    "%d,%s,%.8f,%.8f,%.8f,%.4f,%d,%.4f,%.6f,%d,%b",
                    match.index(),
                    site.label().replace(',', ' '),
                    site.sa(),
                    site.sb(),
                    site.sc(),
                    site.occupancy(),
                    match.basin(),
                    match.distanceA(),
                    match.occupancy(),
                    match.sharedBy(),
                    match.within());
        }
        for (int basin : comparison.unmatchedBasins()) {
            row(out, ",,,,,,%d,,,,false", basin);
        }
    }

    /** Edges of the site graph; u, v, w is the lattice vector to the image of the second basin. */
    public static void saddles(Appendable out, BasinMap map) throws IOException {
        out.append("from,to,u,v,w,energy_eV,climb_from_eV,climb_to_eV,density_per_A3,visits,a,b,c\n");
        for (BasinSaddle saddle : map.saddles()) {
            row(
                    out,
                    "%d,%d,%d,%d,%d,%.6f,%.6f,%.6f,%.8g,%.4g,%.8f,%.8f,%.8f",
                    saddle.from(),
                    saddle.to(),
                    saddle.translation().u(),
                    saddle.translation().v(),
                    saddle.translation().w(),
                    saddle.energyEv(),
                    saddle.climbFromEv(),
                    saddle.climbToEv(),
                    saddle.densityPerA3(),
                    saddle.visits(),
                    saddle.sa(),
                    saddle.sb(),
                    saddle.sc());
        }
    }

    private static void row(Appendable out, String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
