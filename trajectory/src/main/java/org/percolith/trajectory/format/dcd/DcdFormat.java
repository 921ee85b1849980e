package org.percolith.trajectory.format.dcd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;

/** CHARMM, NAMD, LAMMPS and OpenMM DCD. */
public final class DcdFormat implements TrajectoryFormat {

    private static final Pattern FIRST_RECORD = Pattern.compile("(T\0\0\0(\0{4})?|(\0{4})?\0\0\0T)CORD");

    @Override
    public String name() {
        return "DCD";
    }

    @Override
    public String reference() {
        return "https://www.ks.uiuc.edu/Research/vmd/plugins/molfile/dcdplugin.html";
    }

    /** A Fortran record of 84 bytes that starts with CORD, in either byte order and width of its length. */
    @Override
    public boolean recognises(String head) {
        return FIRST_RECORD.matcher(head).lookingAt();
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new DcdReader(in, file, hints);
    }
}
