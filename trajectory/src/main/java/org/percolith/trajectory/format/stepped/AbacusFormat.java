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

/** ABACUS {@code MD_dump}: step, lattice constant and vectors, and rows of index, label and position, all lengths in Å. */
public final class AbacusFormat implements TrajectoryFormat {

    private static final Pattern START = Pattern.compile("\\s*MDSTEP:\\s*\\d+", Pattern.DOTALL);

    @Override
    public String name() {
        return "ABACUS MD_dump";
    }

    @Override
    public String reference() {
        return "https://abacus.deepmodeling.com/en/latest/advanced/md.html";
    }

    @Override
    public boolean recognises(String head) {
        return START.matcher(head).lookingAt();
    }

    @Override
    public TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException {
        return new SteppedReader(new ByteWindow(in), file, AbacusFormat::step);
    }

    private static @Nullable Step step(StepLines lines) throws IOException {
        while (!lines.atEnd() && lines.peek().isBlank()) {
            lines.next();
        }
        if (lines.atEnd()) {
            return null;
        }
        long line = lines.line();
        double label = lines.numbers(lines.find("MDSTEP:").strip().substring("MDSTEP:".length()), 1)[0];
        String constant = lines.find("LATTICE_CONSTANT:").strip();
        if (!constant.contains("Angstrom")) {
            throw lines.damage("the lattice constant is not in Angstrom, as ABACUS 3 writes it");
        }
        double scaleA = lines.numbers(constant.substring("LATTICE_CONSTANT:".length()), 1)[0];
        lines.find("LATTICE_VECTORS");
        Cell cell = lines.cell(scaleA);
        lines.find("INDEX");
        AtomRows rows = new AtomRows();
        while (!lines.atEnd() && !lines.peek().isBlank() && !lines.peek().contains("MDSTEP:")) {
            String[] row = lines.next().strip().split("\\s+", 3);
            double[] xyz = lines.numbers(row.length < 3 ? "" : row[2], 3);
            rows.add(ElementSymbols.ofLabel(row[1]), xyz[0], xyz[1], xyz[2]);
        }
        return new Step(line, (long) label, null, cell, rows.symbols(), rows.fractional(cell));
    }
}
