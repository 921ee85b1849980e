package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.config.Isotopes;

/** Natural atomic masses, from the Chemistry Development Kit. */
public final class ElementMasses {

    private static final double UNKNOWN_ELEMENT_MASS_U = 1;

    private ElementMasses() {}

    /** Mass of each symbol, u; a symbol that is no element counts 1 u. */
    public static double[] of(List<String> symbols) {
        Map<String, Double> known = new HashMap<>();
        return symbols.stream()
                .mapToDouble(symbol -> known.computeIfAbsent(symbol, ElementMasses::naturalMassU))
                .toArray();
    }

    /** Atomic number of a symbol; 0 if it is no element. */
    static int atomicNumber(String symbol) {
        return Elements.ofString(symbol).number();
    }

    private static double naturalMassU(String symbol) {
        int number = atomicNumber(symbol);
        if (number == 0) {
            return UNKNOWN_ELEMENT_MASS_U;
        }
        try {
            return Isotopes.getInstance().getNaturalMass(number);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load the table of isotopes", e);
        }
    }
}
