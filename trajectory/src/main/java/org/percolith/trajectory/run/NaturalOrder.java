package org.percolith.trajectory.run;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares names so that {@code run10} follows {@code run9}: digit groups by value, everything else by character. */
final class NaturalOrder implements Comparator<String> {

    private static final Pattern CHUNK = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String a, String b) {
        Matcher left = CHUNK.matcher(a);
        Matcher right = CHUNK.matcher(b);
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            int order = compareChunks(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : a.compareTo(b);
    }

    private static int compareChunks(String a, String b) {
        return startsWithDigit(a) && startsWithDigit(b)
                ? new BigInteger(a).compareTo(new BigInteger(b))
                : a.compareTo(b);
    }

    private static boolean startsWithDigit(String chunk) {
        return chunk.charAt(0) >= '0' && chunk.charAt(0) <= '9';
    }
}
