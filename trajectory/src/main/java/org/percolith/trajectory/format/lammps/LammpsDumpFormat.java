package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** LAMMPS text dump: {@code dump custom} or {@code dump atom}. */
public final class LammpsDumpFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "LAMMPS dump";
    }

    @Override
    public String reference() {
        return "https://docs.lammps.org/dump.html";
    }

    @Override
    public boolean recognises(String head) {
        return head.stripLeading().startsWith("ITEM: ");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new LammpsDumpReader(new ByteWindow(in), file, hints);
    }
}
