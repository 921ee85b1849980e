package org.percolith.trajectory.format.netcdf;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.UnitNames;

/** Units of the variables of AMBER NetCDF: Å and ps where none are stated; LAMMPS states those of its unit style. */
final class AmberUnits {

    private static final Double PICOSECOND_FS = 1e3;

    private AmberUnits() {}

    /**
     * The unit of a length, Å.
     *
     * @throws UnsupportedFormatException if it is another one than a length, as reduced units are
     */
    static double lengthA(Path file, @Nullable String unit) {
        Double lengthA = unit == null || unit.isBlank() ? Double.valueOf(1) : UnitNames.lengthA(unit);
        if (lengthA == null) {
            throw new UnsupportedFormatException(file + " states lengths in '" + unit
                    + "', which is not known in \u00c5: no diffusivity follows from it");
        }
        return lengthA;
    }

    /** The unit of the times, fs; null if it is not known in fs. */
    static @Nullable Double timeFs(@Nullable String unit) {
        return unit == null || unit.isBlank() ? PICOSECOND_FS : UnitNames.timeFs(unit);
    }
}
