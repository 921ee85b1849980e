package org.percolith.trajectory.format.castep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** CASTEP .md. */
public final class CastepFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "CASTEP .md";
    }

    @Override
    public String reference() {
        return "https://www.tcm.phy.cam.ac.uk/castep/documentation/WebHelp/content/modules/castep/expcastepfilemd.htm";
    }

    /** It starts with its header, or, where that was left out, has lines tagged as positions. */
    @Override
    public boolean recognises(String head) {
        return head.strip().startsWith("BEGIN header") || head.contains("<-- R");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new CastepReader(new ByteWindow(in), file, hints);
    }
}
