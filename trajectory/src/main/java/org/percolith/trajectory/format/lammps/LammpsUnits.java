package org.percolith.trajectory.format.lammps;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** The unit styles of LAMMPS. */
public final class LammpsUnits {

    private static final Map<String, Double> TIME_FS =
            Map.of("metal", 1000.0, "real", 1.0, "electron", 1.0, "si", 1e15, "cgs", 1e15, "micro", 1e9, "nano", 1e6);

    private static final Map<String, Double> LENGTH_A = Map.of(
            "metal", 1.0,
            "real", 1.0,
            "electron", PhysicalConstants.BOHR_A,
            "si", 1e10,
            "cgs", 1e8,
            "micro", 1e4,
            "nano", 10.0);

    private LammpsUnits() {}

    /** The unit of time of a style, fs; null for reduced units (lj) and for no style. */
    public static @Nullable Double timeFs(@Nullable String style) {
        return style == null ? null : TIME_FS.get(style);
    }

    /**
     * The unit of length of a style, Å; 1 where no style is stated, since ion conductors are run in metal or real units.
     *
     * @throws UnsupportedFormatException for reduced units (lj), which have no length
     */
    static double lengthA(@Nullable String style, Path file) {
        Double unit = style == null ? Double.valueOf(1) : LENGTH_A.get(style);
        if (unit == null) {
            throw new UnsupportedFormatException(file + " is of a run in '" + style
                    + "' units, whose lengths are not known in \u00c5: no diffusivity follows from it");
        }
        return unit;
    }
}
