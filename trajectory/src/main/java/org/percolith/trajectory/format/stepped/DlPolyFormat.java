package org.percolith.trajectory.format.stepped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** DL_POLY {@code HISTORY}: step, atoms, what follows the positions, time step in ps; cell rows and positions in Å. */
public final class DlPolyFormat implements TrajectoryFormat {

    private static final Pattern START =
            Pattern.compile("([^\\n]*\\n[^\\n]*\\n)?\\s*timestep\\s+\\d+\\s+\\d+\\s+[0-2]\\s+\\d", Pattern.DOTALL);

    @Override
    public String name() {
        return "DL_POLY HISTORY";
    }

    @Override
    public String reference() {
        return "https://gitlab.com/ccp5/dl-poly";
    }

    @Override
    public boolean recognises(String head) {
        return START.matcher(head).lookingAt();
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new SteppedReader(new ByteWindow(in), file, DlPolyFormat::step);
    }

    private static @Nullable Step step(StepLines lines) throws IOException {
        while (!lines.atEnd() && !lines.peek().strip().startsWith("timestep") && lines.line() < 3) {
            lines.next();
        }
        if (lines.atEnd() || (lines.peek().isBlank() && lines.line() > 3)) {
            return null;
        }
        long line = lines.line();
        String head = lines.next().strip();
        if (!head.startsWith("timestep")) {
            throw lines.damage("expected the head of the next frame");
        }
        double[] v = lines.numbers(head.substring("timestep".length()), 5);
        if (v[3] == 0) {
            throw lines.damage("imcon = 0: this run has no periodic cell");
        }
        int count = lines.count(v[1]);
        Cell cell = lines.cell(1);
        AtomRows rows = new AtomRows();
        for (int atom = 0; atom < count; atom++) {
            String[] label = lines.next().strip().split("\\s+", 3);
            double massU = label.length < 3 ? 0 : lines.numbers(label[2], 1)[0];
            double[] xyz = lines.numbers(3);
            rows.add(ElementSymbols.ofMass(massU).orElse(ElementSymbols.ofLabel(label[0])), xyz[0], xyz[1], xyz[2]);
            for (int skipped = 0; skipped < v[2]; skipped++) {
                lines.numbers(3);
            }
        }
        return new Step(line, (long) v[0], v[0] * v[4] * FS_PER_PS, cell, rows.symbols(), rows.fractional(cell));
    }

    private static final double FS_PER_PS = 1000;
}
