package org.percolith.trajectory.crystal;

import java.util.Set;

/** Which elements stand around a cation as its anions: the non-metals of groups 15 to 17, and hydride. */
public final class Anions {

    private static final Set<String> ELEMENTS = Set.of("N", "O", "S", "Se", "Te", "F", "Cl", "Br", "I", "H");

    private Anions() {}

    /** Whether an element is taken as an anion. */
    public static boolean isAnion(String element) {
        return ELEMENTS.contains(element);
    }
}
