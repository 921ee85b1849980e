package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/** XDATCAR of VASP 4, which states neither cell nor elements: both are those of the POSCAR or CONTCAR beside it. */
public final class Xdatcar4Format implements TrajectoryFormat {

    private static final int LINES_BEFORE_TITLE = 4;
    private static final Pattern COUNTS = Pattern.compile("(\\d{1,8})\\s+\\1\\s+\\d+");

    @Override
    public String name() {
        return "XDATCAR of VASP 4";
    }

    @Override
    public String reference() {
        return "https://www.vasp.at/wiki/XDATCAR";
    }

    /** Line 1 is the atom count twice and a frame count, line 2 five numbers, line 4 the word CAR. */
    @Override
    public boolean recognises(String head) {
        List<String> lines =
                head.lines().limit(LINES_BEFORE_TITLE).map(String::strip).toList();
        return lines.size() == LINES_BEFORE_TITLE
                && COUNTS.matcher(lines.get(0)).matches()
                && NumberTokens.leading(lines.get(1)) == 5
                && lines.get(3).equals("CAR");
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        ByteWindow window = new ByteWindow(in);
        String counts = window.readLine();
        if (NumberTokens.leading(counts) < 1) {
            throw new UnsupportedFormatException(file + " does not start with the atom count of a VASP 4 XDATCAR");
        }
        ReadingLog log = new ReadingLog(file);
        Structure structure = CompanionStructure.of(file, (int) NumberTokens.parse(counts, 1)[0], hints, log);
        for (int line = 2; line <= LINES_BEFORE_TITLE + 1; line++) {
            window.skipLine();
        }
        log.note("the time in the header of VASP 4 is of unknown meaning and is not used");
        return new XdatcarReader(window, log, structure.atoms(), structure.cell());
    }
}
