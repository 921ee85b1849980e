package org.percolith.msd;

/** Eigenvalues of a real symmetric matrix of size up to three, in closed form. */
final class SymmetricEigenvalues {

    private SymmetricEigenvalues() {}

    /** Writes the {@code size} eigenvalues of the leading block of {@code m} to {@code target}, in no set order. */
    static void of(double[][] m, int size, double[] target) {
        if (size == 1) {
            target[0] = m[0][0];
        } else if (size == 2) {
            double mean = 0.5 * (m[0][0] + m[1][1]);
            double half = Math.hypot(0.5 * (m[0][0] - m[1][1]), m[0][1]);
            target[0] = mean + half;
            target[1] = mean - half;
        } else if (size == 3) {
            three(m, target);
        }
    }

    /** The trigonometric solution (Smith, Commun. ACM 4, 168 (1961)). */
    private static void three(double[][] m, double[] target) {
        double mean = (m[0][0] + m[1][1] + m[2][2]) / 3;
        double off = m[0][1] * m[0][1] + m[0][2] * m[0][2] + m[1][2] * m[1][2];
        double a = m[0][0] - mean;
        double b = m[1][1] - mean;
        double c = m[2][2] - mean;
        double p = Math.sqrt((a * a + b * b + c * c + 2 * off) / 6);
        if (p == 0) {
            target[0] = target[1] = target[2] = mean;
            return;
        }
        double determinant = a * (b * c - m[1][2] * m[1][2])
                - m[0][1] * (m[0][1] * c - m[1][2] * m[0][2])
                + m[0][2] * (m[0][1] * m[1][2] - b * m[0][2]);
        double cosine = Math.min(1, Math.max(-1, determinant / (2 * p * p * p)));
        double angle = Math.acos(cosine) / 3;
        target[0] = mean + 2 * p * Math.cos(angle);
        target[2] = mean + 2 * p * Math.cos(angle + 2 * Math.PI / 3);
        target[1] = 3 * mean - target[0] - target[2];
    }
}
