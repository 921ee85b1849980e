package org.percolith.msd;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * In how many directions the ions diffuse, as probabilities of 0, 1, 2 and 3.
 *
 * <p>P(0): fewer than ten effective hops. Beyond that P(1) = P(λ₂/λ₁ < r), P(2) = P(λ₃/λ₁ < r ≤ λ₂/λ₁) and P(3) the rest,
 * over the posterior of the principal diffusivities λ₁ ≥ λ₂ ≥ λ₃, r = 0.1.
 *
 * @param undetermined why no value is assigned, or null where one is
 */
public record Dimensionality(
        double probability0,
        double probability1,
        double probability2,
        double probability3,
        @Nullable String undetermined) {

    private static final double RATIO = 0.1;
    private static final double ASSIGNED = 0.95;

    /** Nothing moved. */
    public static Dimensionality zero() {
        return new Dimensionality(1, 0, 0, 0, null);
    }

    /** Nothing is known of the axes: what is left of the probability is shared equally. */
    static Dimensionality unresolved(double nothingDiffuses) {
        double each = (1 - nothingDiffuses) / 3;
        String reason = nothingDiffuses < ASSIGNED ? "no diffusion along any axis is resolved" : null;
        return new Dimensionality(nothingDiffuses, each, each, each, reason);
    }

    /** From the draws, the probability that nothing diffuses, and whether the displacement is a line. */
    static Dimensionality of(TensorPosterior posterior, double nothingDiffuses, boolean line) {
        double one = posterior.probabilityBelow(1, RATIO);
        double two = posterior.probabilityBelow(2, RATIO) - one;
        double moves = 1 - nothingDiffuses;
        double[] p = {nothingDiffuses, moves * one, moves * two, moves * (1 - one - two)};
        boolean certain = false;
        for (double probability : p) {
            certain |= probability >= ASSIGNED;
        }
        String reason = null;
        if (!line && nothingDiffuses < ASSIGNED) {
            reason = "the mean squared displacement is no line, so its slope is no diffusion tensor";
        } else if (!certain) {
            reason = "no dimensionality reaches a probability of 0.95";
        }
        return new Dimensionality(p[0], p[1], p[2], p[3], reason);
    }

    /** Probability of {@code dimensions}, 0 to 3. */
    public double probability(int dimensions) {
        return switch (dimensions) {
            case 0 -> probability0;
            case 1 -> probability1;
            case 2 -> probability2;
            case 3 -> probability3;
            default -> throw new IllegalArgumentException("dimensionality is 0 to 3, got " + dimensions);
        };
    }

    /** The dimensionality with probability 0.95 or more, if it can be assigned. */
    public OptionalInt value() {
        for (int dimensions = 0; dimensions <= 3 && undetermined == null; dimensions++) {
            if (probability(dimensions) >= ASSIGNED) {
                return OptionalInt.of(dimensions);
            }
        }
        return OptionalInt.empty();
    }
}
