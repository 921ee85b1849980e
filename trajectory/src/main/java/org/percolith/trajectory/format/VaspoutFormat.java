package org.percolith.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

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

    /** The signature of HDF5; what lies inside is told apart on opening. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith("\u0089HDF\r\n\u001a\n");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new VaspoutReader(Hdf5File.open(in, file), file);
    }
}
