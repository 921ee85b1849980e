package org.percolith.trajectory.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.config.Isotopes;
import org.percolith.trajectory.TrajectoryException;

/** Element symbols from the labels, atomic numbers and masses that codes write instead. */
public final class ElementSymbols {

    private static final Pattern LABEL = Pattern.compile("([A-Za-z]{1,2})(?:[-_:0-9+*'].*)?");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][a-z]?");
    private static final int HEAVIEST = 103;
    private static final double MASS_TOLERANCE_U = 0.1;

    private ElementSymbols() {}

    /**
     * The element of a label such as {@code Li}, {@code LI}, {@code Li_sv} or {@code Li1}; of {@code OW}, whose letters are
     * no symbol, that of the first. The label itself if it is none.
     */
    public static String ofLabel(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            return label;
        }
        String first = matcher.group(1).substring(0, 1).toUpperCase(Locale.ROOT);
        String symbol = first + matcher.group(1).substring(1).toLowerCase(Locale.ROOT);
        return !isElement(symbol) && isElement(first) ? first : symbol;
    }

    /** True for the symbol of an element, written as it should be. */
    public static boolean isElement(String word) {
        return SYMBOL.matcher(word).matches() && Elements.ofString(word).number() > 0;
    }

    /** The element of a VASP species, which may carry a flavour and a hash: {@code Li_sv/1a2b3c}. */
    public static String ofPotential(String name) {
        return name.split("[/_]", 2)[0];
    }

    /** The element of an atomic number, or empty. */
    public static Optional<String> ofAtomicNumber(int number) {
        return number < 1 || number > HEAVIEST
                ? Optional.empty()
                : Optional.of(Elements.ofNumber(number).symbol());
    }

    /**
     * The atomic number of an element.
     *
     * @throws TrajectoryException if there is no such element
     */
    public static int atomicNumber(String symbol) {
        int number = Elements.ofString(symbol).number();
        if (number == 0) {
            throw new TrajectoryException("'" + symbol + "' is no element: a format that holds atomic numbers cannot"
                    + " be written. Name the elements with --types");
        }
        return number;
    }

    /** The element whose natural mass is nearest, if it is within 0.1 u. */
    public static Optional<String> ofMass(double massU) {
        int nearest = 0;
        double smallest = MASS_TOLERANCE_U;
        for (int number = 1; number <= HEAVIEST; number++) {
            double distance = Math.abs(naturalMassU(number) - massU);
            if (distance < smallest) {
                smallest = distance;
                nearest = number;
            }
        }
        return ofAtomicNumber(nearest);
    }

    /** The mean mass of the natural isotopes of the element of an atomic number, u. */
    public static double naturalMassU(int number) {
        try {
            return Isotopes.getInstance().getNaturalMass(number);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load the table of isotopes", e);
        }
    }
}
