package org.percolith.trajectory.crystal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A symmetry operation in Jones' faithful notation, {@code -x+1/2, y, z-1/4}: s' = W s + w.
 *
 * @param rotation W, row by row
 * @param translation w
 */
record SymmetryOperation(double[] rotation, double[] translation) {

    static final SymmetryOperation IDENTITY =
            new SymmetryOperation(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);

    private static final Pattern TERM =
            Pattern.compile("([+-]?)(?:(\\d+(?:\\.\\d*)?|\\.\\d+)(?:/(\\d+))?)?\\*?([xyz]?)");

    /**
     * Parses an operation.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static SymmetryOperation parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "").split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' has not three components");
        }
        double[] rotation = new double[9];
        double[] translation = new double[3];
        for (int row = 0; row < 3; row++) {
            parseComponent(parts[row], row, rotation, translation);
        }
        return new SymmetryOperation(rotation, translation);
    }

    private static void parseComponent(String text, int row, double[] rotation, double[] translation) {
        Matcher term = TERM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!term.find(at)
                    || term.start() != at
                    || (term.group(2) == null && term.group(4).isEmpty())) {
                throw new IllegalArgumentException("'" + text + "' is no component of a symmetry operation");
            }
            double value = term.group(2) == null ? 1 : Double.parseDouble(term.group(2));
            value /= term.group(3) == null ? 1 : Double.parseDouble(term.group(3));
            value = "-".equals(term.group(1)) ? -value : value;
            if (term.group(4).isEmpty()) {
                translation[row] += value;
            } else {
                rotation[3 * row + (term.group(4).charAt(0) - 'x')] += value;
            }
            at = term.end();
        }
    }

    /** Component {@code row} of the image of a point. */
    double image(double sa, double sb, double sc, int row) {
        return rotation[3 * row] * sa + rotation[3 * row + 1] * sb + rotation[3 * row + 2] * sc + translation[row];
    }
}
