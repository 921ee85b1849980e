package org.percolith.cli;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Colours the report for a terminal: the verdict's first word, and what failed or warns. Colour only repeats what the words
 * say. Off where standard output is no terminal, with {@code NO_COLOR} (no-color.org) and with {@code --no-color}.
 */
final class Highlight {

    private static final String RESET = "\u001b[0m";
    private static final String GOOD = "\u001b[1;32m";
    private static final String CARE = "\u001b[1;33m";
    private static final String BAD = "\u001b[1;31m";
    private static final Pattern SOUND = Pattern.compile("^( {2})(SOUND|DIFFUSIVE)(?=:)");
    private static final Pattern DOUBTFUL =
            Pattern.compile("^( {2})(HANDLE WITH CARE|SUB-DIFFUSIVE|UNDETERMINED|warn [A-Z][0-9]+)(?=[: ])");
    private static final Pattern FAILED = Pattern.compile("^( {2})(NO LINE|CONFINED|fail [A-Z][0-9]+)(?=[: ])");

    private Highlight() {}

    static String of(String report) {
        return report.lines().map(Highlight::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        String good = SOUND.matcher(line).replaceFirst("$1" + GOOD + "$2" + RESET);
        String care = DOUBTFUL.matcher(good).replaceFirst("$1" + CARE + "$2" + RESET);
        return FAILED.matcher(care).replaceFirst("$1" + BAD + "$2" + RESET);
    }
}
