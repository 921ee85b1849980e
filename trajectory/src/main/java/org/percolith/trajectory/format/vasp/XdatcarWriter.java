package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.io.Writer;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.TrajectoryWriter;
import org.percolith.trajectory.format.text.FixedDecimals;

/** Writes XDATCAR as VASP does under constant pressure, with twelve decimals: header, label, wrapped fractions. */
public final class XdatcarWriter implements TrajectoryWriter {

    private final Writer out;
    private final String groups;
    private long frames;

    /** Writes to a text that is closed with the writer. */
    public XdatcarWriter(Writer out, Atoms atoms) {
        this.out = out;
        groups = groups(atoms);
    }

    /** The lines of symbols and counts; atoms of one element that do not follow each other are groups of their own. */
    private static String groups(Atoms atoms) {
        StringBuilder symbols = new StringBuilder();
        StringBuilder counts = new StringBuilder();
        int first = 0;
        for (int i = 1; i <= atoms.size(); i++) {
            if (i == atoms.size()
                    || !atoms.symbols().get(i).equals(atoms.symbols().get(first))) {
                symbols.append(' ').append(atoms.symbols().get(first));
                counts.append(' ').append(i - first);
                first = i;
            }
        }
        return symbols.append('\n').append(counts).append('\n').toString();
    }

    @Override
    public void write(Frame frame) throws IOException {
        frames++;
        out.write("converted by Percolith\n1\n");
        Cell cell = frame.cell();
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                out.write(' ');
                out.write(FixedDecimals.twelve(cell.component(vector, axis)));
            }
            out.write('\n');
        }
        out.write(groups);
        out.write("Direct configuration= " + (frame.stepLabel() == Frame.NO_LABEL ? frames : frame.stepLabel()) + "\n");
        double[] s = frame.fractional();
        for (int at = 0; at < s.length; at += 3) {
            for (int axis = 0; axis < 3; axis++) {
                out.write(' ');
                out.write(FixedDecimals.twelve(s[at + axis] - Math.floor(s[at + axis])));
            }
            out.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
