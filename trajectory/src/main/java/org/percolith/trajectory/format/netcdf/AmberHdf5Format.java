package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.hdf5.Hdf5File;

/** AMBER NetCDF in netCDF-4, which is HDF5. */
public final class AmberHdf5Format implements TrajectoryFormat {

    @Override
    public String name() {
        return "AMBER netCDF-4";
    }

    @Override
    public String reference() {
        return "https://ambermd.org/netcdf/nctraj.xhtml";
    }

    /** HDF5 whose first names, which stand at the start of a file, are those of AMBER. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith(Hdf5File.SIGNATURE)
                && head.contains("coordinates")
                && (head.contains("AMBER") || head.contains("cell_lengths"));
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        Hdf5File hdf = Hdf5File.open(in, file);
        try {
            return new AmberHdf5Reader(hdf, file, hints);
        } catch (IOException | RuntimeException e) {
            hdf.close();
            throw e;
        }
    }
}
