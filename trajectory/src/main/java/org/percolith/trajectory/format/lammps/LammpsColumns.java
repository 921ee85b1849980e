package org.percolith.trajectory.format.lammps;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.text.TokenLine;

/**
 * Which columns of a LAMMPS dump hold what. Positions in order of preference: {@code xu}, {@code xsu}, {@code x} with
 * image flags, {@code xs} with image flags, {@code x}, {@code xs}.
 *
 * @param position columns of the three coordinates
 * @param image columns of the three image flags, or null
 */
record LammpsColumns(
        int count,
        int id,
        int element,
        int type,
        int typeLabel,
        int mass,
        int[] position,
        int @Nullable [] image,
        boolean scaled,
        boolean unwrapped) {

    static @Nullable LammpsColumns of(List<String> names) {
        int[] image = triple(names, "ix", "iy", "iz");
        int[] xu = triple(names, "xu", "yu", "zu");
        if (xu != null) {
            return make(names, xu, null, false, true);
        }
        int[] xsu = triple(names, "xsu", "ysu", "zsu");
        if (xsu != null) {
            return make(names, xsu, null, true, true);
        }
        int[] x = triple(names, "x", "y", "z");
        int[] xs = triple(names, "xs", "ys", "zs");
        if (x != null && (image != null || xs == null)) {
            return make(names, x, image, false, image != null);
        }
        return xs == null ? null : make(names, xs, image, true, image != null);
    }

    private static LammpsColumns make(
            List<String> names, int[] position, int @Nullable [] image, boolean scaled, boolean unwrapped) {
        return new LammpsColumns(
                names.size(),
                names.indexOf("id"),
                names.indexOf("element"),
                names.indexOf("type"),
                names.indexOf("typelabel"),
                names.indexOf("mass"),
                position,
                image,
                scaled,
                unwrapped);
    }

    private static int @Nullable [] triple(List<String> names, String x, String y, String z) {
        int[] found = {names.indexOf(x), names.indexOf(y), names.indexOf(z)};
        return Arrays.stream(found).allMatch(column -> column >= 0) ? found : null;
    }

    /** True if the last column is a coordinate with fewer decimals than both others, in a row split before. */
    boolean lastLooksCut(TokenLine row) {
        int last = count - 1;
        return Arrays.stream(position).anyMatch(column -> column == last)
                && Arrays.stream(position)
                        .filter(column -> column != last)
                        .allMatch(column -> row.width(column) > row.width(last));
    }
}
