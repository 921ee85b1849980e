package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.bytes.PlainFile;
import org.percolith.trajectory.format.structure.PoscarHead;
import org.percolith.trajectory.format.text.ByteWindow;

/** VASP XDATCAR. */
public final class XdatcarFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "XDATCAR";
    }

    @Override
    public String reference() {
        return "https://www.vasp.at/wiki/XDATCAR";
    }

    /** An XDATCAR starts as a POSCAR does. */
    @Override
    public boolean recognises(String head) {
        return PoscarHead.startsIn(head);
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return open(in, file, hints, 1);
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints, int threads) throws IOException {
        XdatcarReader reader = new XdatcarReader(new ByteWindow(in), file);
        return in instanceof PlainFile plain ? ParallelXdatcarReader.orAlone(plain, file, reader, threads) : reader;
    }
}
