package org.percolith.trajectory.format.lammps;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The unit styles of LAMMPS. */
public final class LammpsUnits {

    private static final Map<String, Double> TIME_FS =
            Map.of("metal", 1000.0, "real", 1.0, "electron", 1.0, "si", 1e15, "cgs", 1e15, "micro", 1e9, "nano", 1e6);

    private LammpsUnits() {}

    /** The unit of time of a style, fs; null for reduced units (lj) and for no style. */
    public static @Nullable Double timeFs(@Nullable String style) {
        return style == null ? null : TIME_FS.get(style);
    }
}
