package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.TrajectoryWriter;
import org.percolith.trajectory.format.text.FixedDecimals;

/**
 * Writes a LAMMPS dump of a box at the origin, with scaled coordinates: {@code xsu} where the source
 * states unwrapped positions, else {@code xs}; with times in fs where it states them.
 */
public final class LammpsDumpWriter implements TrajectoryWriter {

    /** LAMMPS units of Å and fs. */
    private static final String UNITS = "real";

    private final Writer out;
    private final Atoms atoms;
    private final int[] types;
    private long frames;
    private boolean unitsAreStated;

    /** Writes to a text that is closed with the writer. */
    public LammpsDumpWriter(Writer out, Atoms atoms) {
        this.out = out;
        this.atoms = atoms;
        List<String> elements = new ArrayList<>(atoms.composition().keySet());
        types = atoms.symbols().stream()
                .mapToInt(symbol -> elements.indexOf(symbol) + 1)
                .toArray();
    }

    @Override
    public void write(Frame frame) throws IOException {
        long step = frame.stepLabel() == Frame.NO_LABEL ? frames : frame.stepLabel();
        frames++;
        if (frame.timeFs() != null) {
            out.write((unitsAreStated ? "" : "ITEM: UNITS\n" + UNITS + "\n") + "ITEM: TIME\n" + frame.timeFs() + "\n");
            unitsAreStated = true;
        }
        out.write("ITEM: TIMESTEP\n" + step + "\nITEM: NUMBER OF ATOMS\n" + atoms.size() + "\n"
                + LammpsBox.bounds(frame.cell()));
        out.write("ITEM: ATOMS id type element " + (frame.unwrapped() ? "xsu ysu zsu" : "xs ys zs") + "\n");
        double[] s = frame.fractional();
        for (int atom = 0; atom < atoms.size(); atom++) {
            out.write((atom + 1) + " " + types[atom] + " " + atoms.symbols().get(atom));
            for (int axis = 0; axis < 3; axis++) {
                out.write(' ');
                out.write(FixedDecimals.twelve(s[3 * atom + axis]));
            }
            out.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
