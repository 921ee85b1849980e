package org.percolith.pathways.framework;

/** Which elements a polyanion joins, and how far apart. */
public final class BondLengths {

    private BondLengths() {}

    /** Longest bond of two elements, Å; 0 where they make none. */
    public static double longestA(String first, String second) {
        return CovalentRadii.longestBondA(first, second);
    }
}
