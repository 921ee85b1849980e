package org.percolith.trajectory.format.stepped;

import java.io.IOException;
import java.nio.file.Path;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/** Lines of a text and the numbers in them; whatever is not as expected is damage, with its line. */
final class StepLines {

    private final ByteWindow window;
    private final Path file;

    StepLines(ByteWindow window, Path file) {
        this.window = window;
        this.file = file;
    }

    boolean atEnd() throws IOException {
        return window.atEnd();
    }

    /** Number of the line that comes next. */
    long line() {
        return window.line();
    }

    String peek() throws IOException {
        return window.peekLine();
    }

    /** The next line, which has to be complete. */
    String next() throws IOException {
        if (window.atEnd()) {
            throw damage("the text ends inside a frame");
        }
        if (!window.lineIsTerminated()) {
            throw damage("the text ends inside this line");
        }
        return window.readLine();
    }

    /** Goes on to the line that starts with {@code word}, and reads it. */
    String find(String word) throws IOException {
        String text = next();
        while (!text.strip().startsWith(word)) {
            text = next();
        }
        return text;
    }

    double[] numbers(int count) throws IOException {
        return numbers(next(), count);
    }

    /** The first {@code count} numbers of a text. */
    double[] numbers(String text, int count) {
        if (NumberTokens.leading(text) < count) {
            throw damage("expected " + count + " numbers in '" + text.strip() + "'");
        }
        double[] values = NumberTokens.parse(text, count);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw damage("a number in '" + text.strip() + "' is not finite");
            }
        }
        return values;
    }

    /** Three rows of a cell, each times {@code scale}, Å. */
    Cell cell(double scale) throws IOException {
        double[] rows = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            double[] row = numbers(3);
            for (int axis = 0; axis < 3; axis++) {
                rows[3 * vector + axis] = scale * row[axis];
            }
        }
        return cell(rows);
    }

    Cell cell(double[] rows) {
        try {
            return Cell.ofRows(rows);
        } catch (IllegalArgumentException e) {
            throw damage("no cell: " + e.getMessage());
        }
    }

    int count(double number) {
        if (number < 1 || number > Atoms.MOST || number != Math.rint(number)) {
            throw damage("expected a number of atoms");
        }
        return (int) number;
    }

    MalformedTrajectoryException damage(String what) {
        return new MalformedTrajectoryException(file, window.line(), what);
    }
}
