package org.percolith.trajectory.format.espresso;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/** Positions of Quantum ESPRESSO cp.x ({@code .pos}). */
public final class CpPositionsFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "Quantum ESPRESSO cp.x";
    }

    @Override
    public String reference() {
        return "https://www.quantum-espresso.org/Doc/INPUT_CP.html";
    }

    /** Line 1 is a step and a time, and lines 2 and 3 are three numbers each, or the next heading. */
    @Override
    public boolean recognises(String head) {
        List<String> lines = head.lines().limit(2).map(String::strip).toList();
        return lines.size() == 2
                && lines.get(0).matches("\\d{1,12}\\s+\\S+")
                && NumberTokens.leading(lines.get(0)) == 2
                && NumberTokens.leading(lines.get(1)) == 3
                && lines.get(1).split("\\s+").length == 3;
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new CpReader(new ByteWindow(in), file, hints);
    }
}
