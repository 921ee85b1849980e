package org.percolith.trajectory.format.structure;

import java.util.regex.Pattern;
import org.percolith.trajectory.format.ElementSymbols;

/** Elements of the atom names of force fields, in which {@code CA} is calcium as an ion and a carbon in a molecule. */
final class AtomNames {

    private static final Pattern DIGITS_AND_MARKS = Pattern.compile("[^A-Za-z]");

    private AtomNames() {}

    /**
     * The element of an atom. Two letters are a symbol where the second is written small, where the residue has the same
     * name, as ions have, and where the first alone is no element.
     */
    static String element(String atomName, String residueName) {
        String letters = DIGITS_AND_MARKS.matcher(atomName).replaceAll("");
        String residue = DIGITS_AND_MARKS.matcher(residueName).replaceAll("");
        String two = ElementSymbols.ofLabel(letters.substring(0, Math.min(2, letters.length())));
        String one = ElementSymbols.ofLabel(letters.substring(0, Math.min(1, letters.length())));
        boolean small = letters.length() > 1 && Character.isLowerCase(letters.charAt(1));
        boolean ion = letters.length() == 2 && letters.equalsIgnoreCase(residue);
        return small || ion || !ElementSymbols.isElement(one) ? two : one;
    }
}
