package org.percolith.trajectory.format.reading;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Units by the names that self-describing files give them, in singular or plural, however they are capitalised. */
public final class UnitNames {

    private static final Map<String, Double> LENGTH_A = Map.ofEntries(
            Map.entry("angstrom", 1.0),
            Map.entry("a", 1.0),
            Map.entry("\u00e5", 1.0),
            Map.entry("nanometer", 10.0),
            Map.entry("nm", 10.0),
            Map.entry("pm", 0.01),
            Map.entry("bohr", PhysicalConstants.BOHR_A),
            Map.entry("micrometer", 1e4),
            Map.entry("centimeter", 1e8),
            Map.entry("meter", 1e10),
            Map.entry("m", 1e10));
    private static final Map<String, Double> TIME_FS = Map.of(
            "femtosecond",
            1.0,
            "fs",
            1.0,
            "picosecond",
            1e3,
            "ps",
            1e3,
            "nanosecond",
            1e6,
            "ns",
            1e6,
            "microsecond",
            1e9,
            "second",
            1e15,
            "s",
            1e15);

    private UnitNames() {}

    /** The unit of length of this name, Å; null if there is none. */
    public static @Nullable Double lengthA(String name) {
        return LENGTH_A.get(singular(name));
    }

    /** The unit of time of this name, fs; null if there is none. */
    public static @Nullable Double timeFs(String name) {
        return TIME_FS.get(singular(name));
    }

    private static String singular(String name) {
        String unit = name.strip().toLowerCase(Locale.ROOT);
        return unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }
}
