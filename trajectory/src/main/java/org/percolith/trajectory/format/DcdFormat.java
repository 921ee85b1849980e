package org.percolith.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** CHARMM, NAMD, LAMMPS and OpenMM DCD. */
public final class DcdFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "DCD";
    }

    @Override
    public String reference() {
        return "https://www.ks.uiuc.edu/Research/vmd/plugins/molfile/dcdplugin.html";
    }

    /** A Fortran record of 84 bytes that starts with CORD, in either byte order. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith("T\0\0\0CORD") || head.startsWith("\0\0\0TCORD");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new DcdReader(in, file, hints);
    }
}
