package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** VASP vasprun.xml. */
public final class VasprunFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "vasprun.xml";
    }

    @Override
    public String reference() {
        return "https://www.vasp.at/wiki/Vasprun.xml";
    }

    @Override
    public boolean recognises(String head) {
        return head.contains("<modeling>");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new VasprunReader(new ByteWindow(in), file);
    }
}
