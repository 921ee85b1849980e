package org.percolith.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

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

    /** Line 2 is one number and lines 3 to 5 are three numbers each. */
    @Override
    public boolean recognises(String head) {
        List<String> lines = head.lines().limit(6).map(String::strip).toList();
        return lines.size() == 6
                && NumberTokens.leading(lines.get(1)) == 1
                && lines.subList(2, 5).stream().allMatch(line -> NumberTokens.leading(line) >= 3);
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
