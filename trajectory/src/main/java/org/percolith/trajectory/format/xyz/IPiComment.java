package org.percolith.trajectory.format.xyz;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The comment of an i-PI frame: {@code # CELL(abcABC): a b c α β γ Step: n Bead: b positions{unit} cell{unit}}, or the cell
 * as nine numbers: {@code H}, whose columns are the vectors, or {@code GENH}, whose rows are.
 *
 * @see <a href="https://docs.ipi-code.org/output-files.html">i-PI, output files</a>
 */
final class IPiComment {

    private static final Pattern CELL =
            Pattern.compile("^#.*?CELL[(\\[{](abcABC|H|GENH)[)\\]}]:?\\s*((?:[-+0-9.eE]+\\s*)+)(.*)$");
    private static final Pattern STEP = Pattern.compile("Step:\\s*(\\d{1,18})");
    private static final Pattern BEAD = Pattern.compile("(?i)\\bbead:\\s*[1-9]");
    private static final Pattern QUANTITY = Pattern.compile("(\\w+)\\{([^}]*)\\}");
    private static final Pattern POSITIONS = Pattern.compile("positions|x_centroid\\w*");

    private IPiComment() {}

    /**
     * Reads a comment; null if i-PI did not write it.
     *
     * @throws IllegalArgumentException if it states a cell or a unit that cannot be, or a quantity other than positions
     */
    static @Nullable XyzComment parse(String comment) {
        Matcher matcher = CELL.matcher(comment.strip());
        if (!matcher.matches()) {
            return null;
        }
        String rest = matcher.group(3);
        Cell cell = cell(matcher.group(1), matcher.group(2).strip().split("\\s+"), unitA(rest, true));
        XyzComment.Dialect dialect =
                BEAD.matcher(comment).find() ? XyzComment.Dialect.I_PI_BEAD : XyzComment.Dialect.I_PI;
        return XyzComment.of(dialect, XyzColumns.PLAIN, step(rest), null).within(cell, unitA(rest, false));
    }

    /** The step that is stated in {@code text}, or {@link Frame#NO_LABEL}. */
    static long step(String text) {
        Matcher step = STEP.matcher(text);
        return step.find() ? Long.parseLong(step.group(1)) : Frame.NO_LABEL;
    }

    private static Cell cell(String form, String[] tokens, double unitA) {
        boolean lengths = form.equals("abcABC");
        if (tokens.length != (lengths ? 6 : 9)) {
            throw new IllegalArgumentException("a cell of " + tokens.length + " numbers");
        }
        double[] v = new double[tokens.length];
        for (int k = 0; k < v.length; k++) {
            v[k] = Double.parseDouble(tokens[k]) * (lengths && k > 2 ? 1 : unitA);
        }
        if (lengths) {
            return Cell.ofLengthsAndAngles(v[0], v[1], v[2], v[3], v[4], v[5]);
        }
        return form.equals("GENH") ? Cell.ofRows(v) : Cell.ofRows(v[0], v[3], v[6], v[1], v[4], v[7], v[2], v[5], v[8]);
    }

    /**
     * The unit of the cell or of what stands in the rows, Å; without braces it is atomic.
     *
     * @throws IllegalArgumentException if the rows hold no positions
     */
    static double unitA(String text, boolean ofCell) {
        Matcher quantity = QUANTITY.matcher(text);
        while (quantity.find()) {
            boolean cell = quantity.group(1).equals("cell");
            if (!cell && !POSITIONS.matcher(quantity.group(1)).matches()) {
                throw new IllegalArgumentException(quantity.group(1) + ", which are no positions");
            }
            if (cell == ofCell) {
                return unitA(quantity.group(2).toLowerCase(Locale.ROOT));
            }
        }
        return PhysicalConstants.BOHR_A;
    }

    private static double unitA(String name) {
        return switch (name) {
            case "angstrom", "ase" -> 1;
            case "atomic_unit", "automatic", "bohr" -> PhysicalConstants.BOHR_A;
            case "nanometer", "nm" -> 10;
            default -> throw new IllegalArgumentException("the length unit " + name);
        };
    }
}
