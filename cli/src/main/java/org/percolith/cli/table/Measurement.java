package org.percolith.cli.table;

/**
 * A measured value that computed ones are laid beside.
 *
 * @param temperatureK at which it was measured; of a T₁ minimum, where it lies
 * @param value in the kind's unit; of a T₁ minimum the Larmor frequency, MHz
 * @param std its error, 0 where none is stated; of a T₁ minimum in K
 * @param method as the table says: EIS, PFG-NMR
 */
public record Measurement(Kind kind, double temperatureK, double value, double std, String method) {

    /** What is measured. */
    public enum Kind {
        CONDUCTIVITY("conductivity", "mS/cm"),
        DIFFUSIVITY("diffusivity", "cm²/s"),
        JUMP_RATE("jump rate", "1/s"),
        T1_MINIMUM("T₁ minimum", "MHz");

        private final String words;
        private final String unit;

        Kind(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        public String words() {
            return words;
        }

        public String unit() {
            return unit;
        }
    }
}
