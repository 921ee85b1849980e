package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;

/** AMBER NetCDF in netCDF classic, 64-bit offset or CDF-5. */
public final class AmberNetcdfFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "AMBER NetCDF";
    }

    @Override
    public String reference() {
        return "https://ambermd.org/netcdf/nctraj.xhtml";
    }

    /** The netCDF magic, and the conventions of AMBER. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith("CDF") && head.contains("AMBER");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new AmberNetcdfReader(new NetcdfRecords(in, file), file, hints);
    }
}
