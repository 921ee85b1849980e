package org.percolith.trajectory.run.companion;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The temperatures in the thermodynamic output of a LAMMPS log: the column {@code Temp} of the tables that begin with {@code
 * Step} and end with {@code Loop time}. A step that is there again counts once, as it was last written.
 */
final class LammpsThermo {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** A mean that is known less well says less about the temperature than the thermostat does. */
    private static final double LARGEST_RELATIVE_ERROR = 0.005;

    private static final int FEWEST_ROWS = 10;

    private final Long2DoubleOpenHashMap ofStep = new Long2DoubleOpenHashMap();
    private int columns;
    private int temperatureColumn = -1;

    /**
     * Takes the next line of the log.
     *
     * @param counts false if its steps are of no interest
     */
    void accept(String line, boolean counts) {
        String text = line.strip();
        if (text.startsWith("Step")) {
            List<String> names = Arrays.asList(BLANKS.split(text));
            columns = names.size();
            temperatureColumn = names.get(0).equals("Step") ? names.indexOf("Temp") : -1;
        } else if (text.startsWith("Loop time")) {
            temperatureColumn = -1;
        } else if (temperatureColumn > 0 && counts && !text.isEmpty()) {
            String[] words = BLANKS.split(text);
            if (words.length == columns && words[0].matches("\\d{1,18}")) {
                addRow(words);
            }
        }
    }

    private void addRow(String[] words) {
        try {
            double temperatureK = Double.parseDouble(words[temperatureColumn]);
            if (Double.isFinite(temperatureK)) {
                ofStep.put(Long.parseLong(words[0]), temperatureK);
            }
        } catch (NumberFormatException e) {
            temperatureColumn = -1;
        }
    }

    /** The mean between two steps, K, if enough of them were printed to know it to half a percent. */
    OptionalDouble meanK(long firstStep, long lastStep) {
        double[] found = ofStep.long2DoubleEntrySet().stream()
                .filter(entry -> entry.getLongKey() >= firstStep && entry.getLongKey() <= lastStep)
                .mapToDouble(entry -> entry.getDoubleValue())
                .toArray();
        double mean = Arrays.stream(found).average().orElse(0);
        double variance = Arrays.stream(found).map(t -> (t - mean) * (t - mean)).sum() / Math.max(1, found.length - 1);
        boolean known =
                found.length >= FEWEST_ROWS && Math.sqrt(variance / found.length) <= LARGEST_RELATIVE_ERROR * mean;
        return known ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }
}
