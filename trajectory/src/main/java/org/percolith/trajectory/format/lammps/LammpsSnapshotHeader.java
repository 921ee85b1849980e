package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/**
 * The lines of a LAMMPS dump snapshot above its atom rows.
 *
 * @param line first line of the snapshot
 * @param box in Å
 * @param boundary two letters of every axis, {@code p} where it is periodic; empty if they are not stated
 * @param units unit style, which only the first snapshot of a file states; null if it is not stated
 * @param lengthA unit of Cartesian coordinates, Å
 * @param time in the unit of that style; null if it is not stated
 */
record LammpsSnapshotHeader(
        long line,
        long step,
        int atoms,
        LammpsBox box,
        String boundary,
        LammpsColumns columns,
        @Nullable String units,
        double lengthA,
        @Nullable Double time) {

    /**
     * Reads up to and including {@code ITEM: ATOMS}; null if the text ends before.
     *
     * @param runLengthA unit of length, Å, where this snapshot states none
     */
    static @Nullable LammpsSnapshotHeader read(ByteWindow window, Path file, double runLengthA) throws IOException {
        long line = window.line();
        long step = Long.MIN_VALUE;
        int atoms = -1;
        LammpsBox box = null;
        String boundary = "";
        String units = null;
        double lengthA = runLengthA;
        Double time = null;
        while (!window.atEnd()) {
            if (!window.lineIsTerminated()) {
                return null;
            }
            long at = window.line();
            String item = window.readLine().strip();
            if (item.equals("ITEM: TIMESTEP")) {
                step = wholeNumber(window, file);
            } else if (item.equals("ITEM: NUMBER OF ATOMS")) {
                atoms = (int) Math.min(Integer.MAX_VALUE, wholeNumber(window, file));
            } else if (item.startsWith("ITEM: BOX BOUNDS")) {
                String form = item.substring("ITEM: BOX BOUNDS".length()).strip();
                box = readBox(window, file, form, lengthA);
                boundary = form.replaceFirst("^(xy xz yz|abc origin)\\s*", "");
            } else if (item.startsWith("ITEM: ATOMS")) {
                LammpsColumns columns = LammpsColumns.of(Arrays.asList(
                        item.substring("ITEM: ATOMS".length()).strip().split("\\s+")));
                if (columns == null || step < 0 || atoms < 1 || atoms > Atoms.MOST || box == null) {
                    throw new MalformedTrajectoryException(
                            file,
                            at,
                            "'" + item + "' after step " + step + ", " + atoms + " atoms",
                            "a step, an atom count, box bounds and columns x y z, xs ys zs, xu yu zu or xsu ysu zsu");
                }
                return new LammpsSnapshotHeader(line, step, atoms, box, boundary, columns, units, lengthA, time);
            } else if (item.equals("ITEM: UNITS")) {
                units = window.readLine().strip();
                lengthA = LammpsUnits.lengthA(units, file);
            } else if (item.equals("ITEM: TIME")) {
                String text = window.readLine();
                time = NumberTokens.leading(text) < 1 ? null : (Double) NumberTokens.parse(text, 1)[0];
            } else if (!item.isEmpty()) {
                throw new MalformedTrajectoryException(file, at, "'" + item + "'", "an ITEM of a LAMMPS dump");
            }
        }
        return null;
    }

    private static @Nullable LammpsBox readBox(ByteWindow window, Path file, String form, double lengthA)
            throws IOException {
        boolean general = form.startsWith("abc");
        boolean tilted = form.startsWith("xy");
        int count = general ? 4 : tilted ? 3 : 2;
        double[][] lines = new double[3][];
        for (int k = 0; k < 3; k++) {
            if (window.atEnd()) {
                return null;
            }
            long at = window.line();
            String text = window.readLine();
            if (NumberTokens.leading(text) < count) {
                throw new MalformedTrajectoryException(file, at, "'" + text + "'", count + " numbers of the box");
            }
            lines[k] = Arrays.stream(NumberTokens.parse(text, count))
                    .map(number -> lengthA * number)
                    .toArray();
        }
        try {
            return general
                    ? LammpsBox.generalTriclinic(lines)
                    : tilted ? LammpsBox.restrictedTriclinic(lines) : LammpsBox.orthogonal(lines);
        } catch (IllegalArgumentException e) {
            throw new MalformedTrajectoryException(
                    file, window.line(), String.valueOf(e.getMessage()), "a box with volume");
        }
    }

    private static long wholeNumber(ByteWindow window, Path file) throws IOException {
        long at = window.line();
        String text = window.atEnd() ? "" : window.readLine().strip();
        if (!text.matches("\\d{1,18}")) {
            throw new MalformedTrajectoryException(file, at, "'" + text + "'", "a whole number");
        }
        return Long.parseLong(text);
    }
}
