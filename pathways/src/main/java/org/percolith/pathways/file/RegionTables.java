package org.percolith.pathways.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.percolith.pathways.region.RegionProfile;

/** Profiles across an interface as comma-separated tables. */
public final class RegionTables {

    private RegionTables() {}

    /** One layer a line: its distance from the slab's centre, and the number density of each species. */
    public static void profile(Appendable out, RegionProfile profile) throws IOException {
        out.append("distance_A,in_slab");
        for (String species : profile.perA3().keySet()) {
            out.append(',').append(species).append("_per_A3");
        }
        out.append('\n');
        for (int layer = 0; layer < profile.distanceA().size(); layer++) {
            double distanceA = profile.distanceA().get(layer);
            boolean inside = distanceA >= profile.lowA() && distanceA < profile.highA();
            out.append(String.format(Locale.ROOT, "%.4f,%d", distanceA, inside ? 1 : 0));
            for (List<Double> perA3 : profile.perA3().values()) {
                out.append(String.format(Locale.ROOT, ",%.6g", perA3.get(layer)));
            }
            out.append('\n');
        }
    }
}
