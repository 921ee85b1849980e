package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.io.Writer;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.CartesianPositions;
import org.percolith.trajectory.format.TrajectoryWriter;
import org.percolith.trajectory.format.text.FixedDecimals;

/** Writes extended XYZ: cell rows in the comment, Cartesian positions with twelve decimals. */
public final class ExtendedXyzWriter implements TrajectoryWriter {

    /** No key of extended XYZ means a time in the same unit everywhere; this one names its unit. */
    static final String TIME_KEY = "time_fs";

    private final Writer out;
    private final Atoms atoms;

    /** Writes to a text that is closed with the writer. */
    public ExtendedXyzWriter(Writer out, Atoms atoms) {
        this.out = out;
        this.atoms = atoms;
    }

    @Override
    public void write(Frame frame) throws IOException {
        out.write(atoms.size() + "\nLattice=\"");
        double[] rows = frame.cell().rows();
        for (int k = 0; k < 9; k++) {
            out.write((k == 0 ? "" : " ") + rows[k]);
        }
        out.write("\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"");
        if (frame.stepLabel() != Frame.NO_LABEL) {
            out.write(" step=" + frame.stepLabel());
        }
        if (frame.timeFs() != null) {
            out.write(" " + TIME_KEY + "=" + frame.timeFs());
        }
        out.write('\n');
        for (int atom = 0; atom < atoms.size(); atom++) {
            out.write(atoms.symbols().get(atom));
            for (int axis = 0; axis < 3; axis++) {
                out.write(' ');
                out.write(FixedDecimals.twelve(CartesianPositions.of(frame, atom, axis)));
            }
            out.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
