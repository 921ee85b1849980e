package org.percolith.trajectory;

import java.util.Locale;

/** Writes trajectories as the codes write them, for tests that need small files. */
public final class TrajectoryTexts {

    private TrajectoryTexts() {}

    /** An XDATCAR of groups of atoms; {@code frames[frame][3 * atom + axis]} are fractional and wrapped here. */
    public static String xdatcar(Cell cell, String species, String counts, double[][] frames) {
        StringBuilder text = new StringBuilder(xdatcarHeader(cell, species, counts));
        for (int k = 0; k < frames.length; k++) {
            appendConfiguration(text, k + 1, frames[k]);
        }
        return text.toString();
    }

    /** The XDATCAR of a run at constant pressure: its header before every frame. */
    public static String xdatcarOfVariableCell(Cell[] cells, String species, String counts, double[][] frames) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < frames.length; k++) {
            text.append(xdatcarHeader(cells[k], species, counts));
            appendConfiguration(text, k + 1, frames[k]);
        }
        return text.toString();
    }

    private static String xdatcarHeader(Cell cell, String species, String counts) {
        StringBuilder text = new StringBuilder("made for a test\n1\n");
        for (int vector = 0; vector < 3; vector++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%14.8f%14.8f%14.8f\n",
                    cell.component(vector, 0),
                    cell.component(vector, 1),
                    cell.component(vector, 2)));
        }
        return text.append(species).append('\n').append(counts).append('\n').toString();
    }

    private static void appendConfiguration(StringBuilder text, int label, double[] fractional) {
        text.append(String.format(Locale.ROOT, "Direct configuration=%6d\n", label));
        for (int at = 0; at < fractional.length; at++) {
            appendEightDecimals(text, fractional[at] - Math.floor(fractional[at]));
            text.append(at % 3 == 2 ? "\n" : "");
        }
    }

    /** As F12.8 of a number in [0, 1]; String.format would take most of the time of these tests. */
    private static void appendEightDecimals(StringBuilder text, double s) {
        String units = Long.toString(Math.round(s * 1e8) + 1_000_000_000);
        text.append("  ").append(units.charAt(1)).append('.').append(units, 2, 10);
    }

    /** One snapshot of a LAMMPS dump in an orthogonal box at the origin, with unwrapped coordinates. */
    public static String lammpsSnapshot(long step, Cell cell, String[] elements, double[] fractional) {
        StringBuilder text = new StringBuilder("ITEM: TIMESTEP\n" + step + "\nITEM: NUMBER OF ATOMS\n" + elements.length
                + "\nITEM: BOX BOUNDS pp pp pp\n");
        for (int axis = 0; axis < 3; axis++) {
            text.append("0 ").append(cell.component(axis, axis)).append('\n');
        }
        text.append("ITEM: ATOMS id element xu yu zu\n");
        for (int i = 0; i < elements.length; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d %s %.6f %.6f %.6f\n",
                    i + 1,
                    elements[i],
                    fractional[3 * i] * cell.component(0, 0),
                    fractional[3 * i + 1] * cell.component(1, 1),
                    fractional[3 * i + 2] * cell.component(2, 2)));
        }
        return text.toString();
    }
}
