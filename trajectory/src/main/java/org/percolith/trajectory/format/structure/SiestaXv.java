package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.bytes.Compression;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * SIESTA's .XV of the last step: three rows of a cell vector and its velocity (bohr), the atom count, and of every atom the
 * species, atomic number, position and velocity.
 *
 * @param cellMoves true if the vectors have velocities: the cell is that of one step only
 * @see <a href="https://docs.siesta-project.org/">SIESTA manual, output files</a>
 */
public record SiestaXv(Path file, Structure structure, boolean cellMoves) {

    private static final int CELL_COLUMNS = 6;

    /** The .XV file of the run that wrote a .ANI file; empty if there is none beside it. */
    public static Optional<SiestaXv> beside(Path trajectory) throws IOException {
        String name = String.valueOf(trajectory.getFileName());
        String companion = name.replaceFirst("\\.ANI(\\.(gz|bz2|xz|zst))?$", ".XV");
        if (companion.equals(name)) {
            return Optional.empty();
        }
        Optional<Path> file = Compression.anyOf(trajectory.resolveSibling(companion));
        return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
    }

    /** True if a text starts as such a file does: three rows of six numbers, and a count. */
    static boolean startsIn(String head) {
        List<String> lines = head.lines().limit(4).map(String::strip).toList();
        return lines.size() == 4
                && lines.subList(0, 3).stream().allMatch(line -> NumberTokens.leading(line) == CELL_COLUMNS)
                && lines.get(3).matches("\\d{1,9}");
    }

    /**
     * Reads cell and atoms.
     *
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    static SiestaXv read(Path file) throws IOException {
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            double[] rows = new double[9];
            boolean moves = false;
            for (int vector = 0; vector < 3; vector++) {
                double[] numbers = numbers(window, file, CELL_COLUMNS, "a cell vector and its velocity");
                for (int axis = 0; axis < 3; axis++) {
                    rows[3 * vector + axis] = PhysicalConstants.BOHR_A * numbers[axis];
                    moves |= numbers[3 + axis] != 0;
                }
            }
            int atoms = (int) numbers(window, file, 1, "an atom count")[0];
            List<String> symbols = new ArrayList<>();
            while (symbols.size() < Math.min(atoms, Atoms.MOST)) {
                int number = (int) numbers(window, file, 5, "species, atomic number and position")[1];
                symbols.add(ElementSymbols.ofAtomicNumber(Math.abs(number)).orElse("X"));
            }
            return new SiestaXv(file, new Structure(cell(file, rows), new Atoms(symbols)), moves);
        }
    }

    private static Cell cell(Path file, double[] rows) {
        try {
            return Cell.ofRows(rows);
        } catch (IllegalArgumentException e) {
            throw new MalformedTrajectoryException(file, 1, String.valueOf(e.getMessage()), "a cell");
        }
    }

    private static double[] numbers(ByteWindow window, Path file, int count, String expected) throws IOException {
        long line = window.line();
        String text = window.atEnd() ? "" : window.readLine();
        if (NumberTokens.leading(text) < count) {
            throw new MalformedTrajectoryException(file, line, "'" + text.strip() + "'", expected);
        }
        return NumberTokens.parse(text, count);
    }
}
