package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;

/** ABINIT HIST.nc. */
public final class AbinitHistFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "ABINIT HIST";
    }

    @Override
    public String reference() {
        return "https://docs.abinit.org/topics/MolecularDynamics/";
    }

    /** The netCDF magic, and the variables xred and rprimd. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith("CDF") && head.contains("xred") && head.contains("rprimd");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new AbinitHistReader(new NetcdfRecords(in, file), file);
    }
}
