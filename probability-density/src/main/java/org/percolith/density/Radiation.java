package org.percolith.density;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.openscience.cdk.config.Elements;

/** What a total scattering experiment is made with: how strongly each element counts. */
public enum Radiation {
    /**
     * Neutrons: bound coherent scattering lengths of the natural elements, fm (Sears 1992, Neutron News 3(3), 26,
     * doi 10.1080/10448639208218770).
     */
    NEUTRON {
        @Override
        public OptionalDouble weight(String element) {
            Double length = LENGTHS_FM.get(element);
            return length == null ? OptionalDouble.empty() : OptionalDouble.of(length);
        }
    },
    /** X-rays, in the approximation that form factors are proportional to the atomic number: f(Q) = Z, exact at Q = 0. */
    XRAY {
        @Override
        public OptionalDouble weight(String element) {
            int number = Elements.ofString(element).number();
            return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(number);
        }
    };

    private static final Map<String, Double> LENGTHS_FM = table(
            "H -3.7390 Li -1.90 B 5.30 C 6.6460 N 9.36 O 5.803 F 5.654 Na 3.63 Mg 5.375 Al 3.449 Si 4.1491 P 5.13 S 2.847"
                    + " Cl 9.5770 K 3.67 Ca 4.70 Sc 12.29 Ti -3.438 V -0.3824 Cr 3.635 Mn -3.73 Fe 9.45 Co 2.49 Ni 10.3"
                    + " Cu 7.718 Zn 5.680 Ga 7.288 Ge 8.185 As 6.58 Se 7.970 Br 6.795 Rb 7.09 Sr 7.02 Y 7.75 Zr 7.16"
                    + " Nb 7.054 Mo 6.715 Ag 5.922 Sn 6.225 Sb 5.57 Te 5.80 I 5.28 Cs 5.42 Ba 5.07 La 8.24 Ta 6.91"
                    + " Pb 9.405 Bi 8.532");

    /** Weight of an element; empty if it is not known. */
    public abstract OptionalDouble weight(String element);

    /** Name in files: {@code neutron}, {@code xray}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Double> table(String text) {
        Map<String, Double> lengths = new HashMap<>();
        String[] tokens = text.split(" ");
        for (int k = 0; k < tokens.length; k += 2) {
            lengths.put(tokens[k], Double.valueOf(tokens[k + 1]));
        }
        return Map.copyOf(lengths);
    }
}
