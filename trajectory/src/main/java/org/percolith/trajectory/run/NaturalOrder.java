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
        boolean numeric = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numeric ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
