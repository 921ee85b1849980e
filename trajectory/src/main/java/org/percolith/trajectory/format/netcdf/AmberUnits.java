package org.percolith.trajectory.format.netcdf;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.netcdf.NetcdfHeader.Variable;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Units of the variables of AMBER NetCDF: Å and ps where none are stated; LAMMPS states those of its unit style. */
final class AmberUnits {

    private AmberUnits() {}

    /**
     * The unit of a length, Å.
     *
     * @throws UnsupportedFormatException if it is another one than a length, as reduced units are
     */
    static double lengthA(Path file, @Nullable Variable variable) {
        String unit = unit(variable);
        return switch (unit) {
            case "", "angstrom", "a" -> 1;
            case "nanometer", "nm" -> 10;
            case "bohr" -> PhysicalConstants.BOHR_A;
            case "micrometer" -> 1e4;
            case "centimeter" -> 1e8;
            case "meter" -> 1e10;
            default ->
                throw new UnsupportedFormatException(file + " states lengths in '" + unit
                        + "', which is not known in \u00c5: no diffusivity follows from it");
        };
    }

    /** The unit of the times, fs; null if it is not known in fs. */
    static @Nullable Double timeFs(@Nullable Variable variable) {
        return switch (unit(variable)) {
            case "", "picosecond", "ps" -> 1e3;
            case "femtosecond", "fs" -> 1.0;
            case "nanosecond", "ns" -> 1e6;
            case "microsecond" -> 1e9;
            case "second", "s" -> 1e15;
            default -> null;
        };
    }

    private static String unit(@Nullable Variable variable) {
        String unit = variable == null ? "" : variable.units().strip().toLowerCase(Locale.ROOT);
        return unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }
}
