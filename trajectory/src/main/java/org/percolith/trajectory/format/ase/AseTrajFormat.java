package org.percolith.trajectory.format.ase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.bytes.SeekableFile;

/** ASE .traj (ulm). */
public final class AseTrajFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "ASE trajectory";
    }

    @Override
    public String reference() {
        return "https://wiki.fysik.dtu.dk/ase/ase/io/ulm.html";
    }

    /** The ulm magic, or that of its ancestor, with the tag ASE-Trajectory. */
    @Override
    public boolean recognises(String head) {
        return head.startsWith("- of UlmASE-Trajectory") || head.startsWith("AFFormatASE-Trajectory");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new AseTrajReader(SeekableFile.of(in, file), file);
    }
}
