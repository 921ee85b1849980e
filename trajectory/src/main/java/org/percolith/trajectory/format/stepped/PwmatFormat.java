package org.percolith.trajectory.format.stepped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFormat;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.text.ByteWindow;

/** PWmat {@code MOVEMENT}: time in fs, lattice rows in Å, and rows of atomic number and fractional position. */
public final class PwmatFormat implements TrajectoryFormat {

    private static final Pattern START = Pattern.compile("\\s*\\d+\\s+atoms,\\s*Iteration", Pattern.DOTALL);

    @Override
    public String name() {
        return "PWmat MOVEMENT";
    }

    @Override
    public String reference() {
        return "http://www.pwmat.com/pwmat-resource/Manual.pdf";
    }

    @Override
    public boolean recognises(String head) {
        return START.matcher(head).lookingAt();
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new SteppedReader(new ByteWindow(in), file, PwmatFormat::step);
    }

    private static @Nullable Step step(StepLines lines) throws IOException {
        while (!lines.atEnd() && (lines.peek().isBlank() || lines.peek().strip().startsWith("---"))) {
            lines.next();
        }
        if (lines.atEnd()) {
            return null;
        }
        long line = lines.line();
        String head = lines.next();
        if (!START.matcher(head).lookingAt()) {
            throw lines.damage("expected the head of the next frame");
        }
        int count = lines.count(lines.numbers(head, 1)[0]);
        Double timeFs = head.contains("(fs) =")
                ? lines.numbers(head.substring(head.indexOf(61) + 1).replace(",", " "), 1)[0]
                : null;
        lines.find("Lattice vector");
        Cell cell = lines.cell(1);
        lines.find("Position");
        AtomRows rows = new AtomRows();
        for (int atom = 0; atom < count; atom++) {
            double[] v = lines.numbers(4);
            rows.add(ElementSymbols.ofAtomicNumber((int) v[0]).orElse("X"), v[1], v[2], v[3]);
        }
        while (!lines.atEnd() && !START.matcher(lines.peek()).lookingAt()) {
            lines.next();
        }
        return new Step(line, Frame.NO_LABEL, timeFs, cell, rows.symbols(), rows.fractional());
    }
}
