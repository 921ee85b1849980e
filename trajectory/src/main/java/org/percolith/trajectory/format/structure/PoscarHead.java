package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/**
 * Reads cell and atoms of a POSCAR or CONTCAR. Species may run over several lines. VASP 4 writes none: then the elements
 * are those of the labels behind the coordinates, else of the title.
 */
public final class PoscarHead {

    static final Pattern WHOLE_NUMBERS = Pattern.compile("\\d+(\\s+\\d+)*");
    private static final Pattern LABEL_BEHIND_POSITION =
            Pattern.compile("(?:\\S+\\s+){3}(?:[TF]\\s+[TF]\\s+[TF]\\s+)?([A-Z][a-z]?)(?:[\\s\\d_].*)?");
    private static final Pattern ELEMENTS = Pattern.compile("[A-Z][a-z]?(\\s+[A-Z][a-z]?)*");

    private final ByteWindow window;
    private final Path file;

    private PoscarHead(ByteWindow window, Path file) {
        this.window = window;
        this.file = file;
    }

    /** True if line 2 of a text is one number and lines 3 to 5 are three numbers each, as in POSCAR and XDATCAR. */
    public static boolean startsIn(String text) {
        List<String> lines = text.lines().limit(6).map(String::strip).toList();
        return lines.size() == 6
                && NumberTokens.leading(lines.get(1)) == 1
                && lines.subList(2, 5).stream().allMatch(line -> NumberTokens.leading(line) >= 3);
    }

    /**
     * Reads the head of a POSCAR or CONTCAR.
     *
     * @throws UnsupportedFormatException if the file ends inside it
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    static Structure read(Path file) throws IOException {
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            return new PoscarHead(window, file).read();
        }
    }

    private Structure read() throws IOException {
        String title = line();
        long cellLine = window.line();
        List<String> cellLines = List.of(line(), line(), line(), line());
        Cell cell = PoscarLines.cell(file, cellLine, cellLines);
        long speciesLine = window.line();
        StringBuilder species = new StringBuilder();
        String counts = line();
        while (!WHOLE_NUMBERS.matcher(counts).matches() && species.length() < 1000) {
            species.append(counts).append(' ');
            counts = line();
        }
        String names = species.toString().strip();
        if (names.isEmpty()) {
            return new Structure(cell, unnamed(speciesLine, counts, title));
        }
        return new Structure(cell, PoscarLines.atoms(file, speciesLine, names, counts));
    }

    private Atoms unnamed(long line, String counts, String title) throws IOException {
        int groups = counts.split("\\s+").length;
        String placeholders = String.join(" ", Collections.nCopies(groups, "X"));
        int atoms = PoscarLines.atoms(file, line, placeholders, counts).size();
        List<String> labels = labels(atoms);
        if (labels.size() == atoms) {
            return new Atoms(labels);
        }
        if (ELEMENTS.matcher(title).matches() && title.split("\\s+").length == groups) {
            return PoscarLines.atoms(file, line, title, counts);
        }
        throw new MalformedTrajectoryException(
                file,
                line,
                "'" + counts + "'",
                "the element symbols; this POSCAR names none. Insert a line such as 'Li P S' above the counts");
    }

    /** The labels behind the coordinates; fewer than atoms if a line carries none. */
    private List<String> labels(int atoms) throws IOException {
        List<String> labels = new ArrayList<>();
        boolean inRows = false;
        while (labels.size() < atoms && !window.atEnd()) {
            String row = window.readLine().strip();
            inRows |= NumberTokens.leading(row) >= 3;
            Matcher label = LABEL_BEHIND_POSITION.matcher(row);
            if (inRows && !label.matches()) {
                return labels;
            }
            if (inRows) {
                labels.add(label.group(1));
            }
        }
        return labels;
    }

    private String line() throws IOException {
        if (window.atEnd()) {
            throw new UnsupportedFormatException(
                    file + " is no POSCAR: it ends before cell, elements and counts are complete");
        }
        return window.readLine().strip();
    }
}
