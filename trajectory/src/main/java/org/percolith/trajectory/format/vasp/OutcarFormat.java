package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** VASP OUTCAR. */
public final class OutcarFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "OUTCAR";
    }

    @Override
    public String reference() {
        return "https://www.vasp.at/wiki/OUTCAR";
    }

    /** A line near the top names VASP, and the list of pseudopotentials follows. */
    @Override
    public boolean recognises(String head) {
        return head.contains(" vasp.") && (head.contains("POTCAR:") || head.contains("INCAR:"));
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new OutcarReader(new ByteWindow(in), file);
    }
}
