package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.hdf5.Hdf5File;

/** VASP vaspout.h5. */
public final class VaspoutFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "vaspout.h5";
    }

    @Override
    public String reference() {
        return "https://www.vasp.at/py4vasp/latest/";
    }

    /** The signature of HDF5; whether the groups of VASP lie inside is told on opening. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith(Hdf5File.SIGNATURE);
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        Hdf5File hdf = Hdf5File.open(in, file);
        try {
            return new VaspoutReader(hdf, file);
        } catch (RuntimeException e) {
            hdf.close();
            throw e;
        }
    }
}
