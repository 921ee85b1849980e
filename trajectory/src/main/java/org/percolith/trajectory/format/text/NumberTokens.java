package org.percolith.trajectory.format.text;

import java.util.regex.Pattern;

/** Numbers in header lines, where speed does not matter. */
public final class NumberTokens {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][-+]?\\d+)?");
    private static final Pattern GLUED_MINUS = Pattern.compile("(?<=[0-9.])-");

    private NumberTokens() {}

    /** How many numbers the line starts with, before the first token that is none. */
    public static int leading(String line) {
        int count = 0;
        for (String token : tokens(line)) {
            if (!NUMBER.matcher(token).matches()) {
                break;
            }
            count++;
        }
        return count;
    }

    /** The first {@code count} numbers of a line that {@link #leading} has found to hold them. */
    public static double[] parse(String line, int count) {
        String[] tokens = tokens(line);
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = Double.parseDouble(tokens[k].replace('d', 'e').replace('D', 'e'));
        }
        return values;
    }

    private static String[] tokens(String line) {
        return GLUED_MINUS.matcher(line.strip()).replaceAll(" -").split("\\s+");
    }
}
