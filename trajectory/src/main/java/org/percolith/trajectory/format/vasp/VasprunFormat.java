package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.XmlBytes;

/** VASP vasprun.xml. */
public final class VasprunFormat implements TrajectoryFormat {

    private static final Pattern MODELING = Pattern.compile("<modeling[\\s>]");

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
        return MODELING.matcher(head).find();
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new VasprunReader(new XmlBytes(in), file);
    }
}
