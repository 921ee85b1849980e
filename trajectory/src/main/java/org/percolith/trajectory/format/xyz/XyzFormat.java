package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/** The family of xyz files: extended XYZ, CP2K, i-PI, LAMMPS {@code dump xyz}, SIESTA .ANI, plain. */
public final class XyzFormat implements TrajectoryFormat {

    @Override
    public String name() {
        return "extended XYZ";
    }

    @Override
    public String reference() {
        return "https://github.com/libAtoms/extxyz";
    }

    /** Line 1 is one whole number; line 2 states columns, or line 3 is a symbol and three numbers. */
    @Override
    public boolean recognises(String head) {
        List<String> lines = head.lines().limit(3).map(String::strip).toList();
        if (lines.size() < 3 || !lines.get(0).matches("\\d{1,9}")) {
            return false;
        }
        String[] symbolAndPosition = lines.get(2).split("\\s+", 2);
        return lines.get(1).contains("Properties=")
                || (symbolAndPosition.length == 2
                        && symbolAndPosition[0].matches("[A-Za-z]\\S*|\\d{1,3}")
                        && NumberTokens.leading(symbolAndPosition[1]) >= 3);
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new XyzReader(new ByteWindow(in), file, hints);
    }
}
