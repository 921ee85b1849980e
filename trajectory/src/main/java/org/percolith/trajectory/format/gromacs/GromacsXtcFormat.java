package org.percolith.trajectory.format.gromacs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;

/** GROMACS XTC. */
public final class GromacsXtcFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "GROMACS XTC";
    }

    @Override
    public String reference() {
        return "https://manual.gromacs.org/current/reference-manual/file-formats.html";
    }

    /** The first four bytes are 1995 or 2023, big-endian. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith("\0\0\u0007\u00cb") || head.startsWith("\0\0\u0007\u00e7");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new GromacsReader(in, file, hints, new XtcFrames());
    }
}
