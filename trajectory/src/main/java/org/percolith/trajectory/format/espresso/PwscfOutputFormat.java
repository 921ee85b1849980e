package org.percolith.trajectory.format.espresso;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** Output of Quantum ESPRESSO pw.x. */
public final class PwscfOutputFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "Quantum ESPRESSO pw.x";
    }

    @Override
    public String reference() {
        return "https://www.quantum-espresso.org/Doc/INPUT_PW.html";
    }

    /** The program names itself. */
    @Override
    public boolean recognises(String head) {
        return head.contains("Program PWSCF");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new PwscfReader(new ByteWindow(in), file);
    }
}
