package org.percolith.trajectory.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/** Everything that a reader delivers from one file. */
public record ReadFrames(
        Atoms atoms,
        List<double[]> fractional,
        List<Cell> cells,
        List<Long> labels,
        List<Long> lines,
        boolean unwrapped,
        boolean truncated,
        List<String> notices,
        MdSettings settings) {

    public static ReadFrames of(Path file) throws IOException {
        return of(file, StructureHints.none());
    }

    public static ReadFrames of(Path file, StructureHints hints) throws IOException {
        try (TrajectoryReader reader = new TrajectoryFiles().open(file, hints)) {
            List<double[]> fractional = new ArrayList<>();
            List<Cell> cells = new ArrayList<>();
            List<Long> labels = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            Frame frame = new Frame(reader.atoms().size());
            while (reader.next(frame)) {
                fractional.add(frame.fractional().clone());
                cells.add(frame.cell());
                labels.add(frame.stepLabel());
                lines.add(frame.line());
            }
            return new ReadFrames(
                    reader.atoms(),
                    fractional,
                    cells,
                    labels,
                    lines,
                    frame.unwrapped(),
                    reader.truncated(),
                    reader.notices(),
                    reader.settings());
        }
    }

    /** Reads a text through a file of this name. */
    public static ReadFrames of(Path folder, String name, String text) throws IOException {
        return of(write(folder, name, text));
    }

    public static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    }

    public static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    public int frames() {
        return fractional.size();
    }

    /** Cartesian position of an atom, without the origin of its box, Å. */
    public double[] cartesian(int frame, int atom) {
        double[] s = fractional.get(frame);
        Cell cell = cells.get(frame);
        double[] position = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            position[axis] = cell.cartesian(s[3 * atom], s[3 * atom + 1], s[3 * atom + 2], axis);
        }
        return position;
    }
}
