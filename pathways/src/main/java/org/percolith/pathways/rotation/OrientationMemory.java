package org.percolith.pathways.rotation;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.trajectory.FrameRange;

/**
 * Rotational correlation of the directions u from a unit's centre to its atoms,
 *
 * <p>C₁(t) = ⟨u(0)·u(t)⟩,  C₂(t) = ⟨(3 (u(0)·u(t))² - 1)/2⟩,
 *
 * <p>over atoms and origins. C₁ is what infrared spectra see, C₂ what nuclear relaxation sees.
 *
 * @param lags looks
 * @param first C₁ of each lag
 * @param second C₂ of each lag
 */
record OrientationMemory(int[] lags, double[] first, double[] second) {

    /** Lags a factor of about 1.2 apart. */
    private static final double RATIO = 1.2;

    /** Origins a lag: more of one unit tell nothing new. */
    private static final int MOST_ORIGINS = 2000;

    /** Lags from one look to a quarter of the longest piece. */
    static int[] lags(List<FrameRange> pieces) {
        int longest = pieces.stream().mapToInt(FrameRange::frames).max().orElse(0) / 4;
        return IntStream.range(0, 80)
                .map(k -> (int) Math.rint(Math.pow(RATIO, k)))
                .distinct()
                .takeWhile(lag -> lag <= longest)
                .toArray();
    }

    /**
     * Of one unit.
     *
     * @param directions unit vectors {@code [atom][3 * look + axis]}
     */
    static OrientationMemory of(double[][] directions, List<FrameRange> pieces, int[] lags) {
        double[] first = new double[lags.length];
        double[] second = new double[lags.length];
        for (int k = 0; k < lags.length; k++) {
            double cosines = 0;
            double squares = 0;
            long pairs = 0;
            for (FrameRange piece : pieces) {
                int origins = piece.frames() - lags[k];
                int step = Math.max(1, origins / MOST_ORIGINS);
                for (int from = piece.from(); from < piece.from() + origins; from += step) {
                    for (double[] u : directions) {
                        double cosine = dot(u, 3 * from, u, 3 * (from + lags[k]));
                        cosines += cosine;
                        squares += cosine * cosine;
                        pairs++;
                    }
                }
            }
            first[k] = pairs == 0 ? 0 : cosines / pairs;
            second[k] = pairs == 0 ? 0 : 1.5 * squares / pairs - 0.5;
        }
        return new OrientationMemory(lags, first, second);
    }

    /** Mean over units, without one of them; -1 leaves none out. */
    static OrientationMemory mean(List<OrientationMemory> units, int without) {
        int[] lags = units.get(0).lags();
        double[] first = new double[lags.length];
        double[] second = new double[lags.length];
        int n = without < 0 ? units.size() : units.size() - 1;
        for (int unit = 0; unit < units.size(); unit++) {
            for (int k = 0; unit != without && k < lags.length; k++) {
                first[k] += units.get(unit).first[k] / n;
                second[k] += units.get(unit).second[k] / n;
            }
        }
        return new OrientationMemory(lags, first, second);
    }

    static double dot(double[] a, int atA, double[] b, int atB) {
        return a[atA] * b[atB] + a[atA + 1] * b[atB + 1] + a[atA + 2] * b[atB + 2];
    }
}
