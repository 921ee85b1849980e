package org.percolith.pathways.rotation;

/**
 * C(t) = S + A exp(-t/τ) by least squares: for each τ of a fine grid S and A follow in closed form, and the best is
 * refined by golden section. S, what a turn about a fixed axis leaves, is kept between 0 and 1.
 *
 * @param tau in lags' unit
 * @param remains S
 */
record RelaxationFit(double tau, double remains) {

    private static final double GOLDEN = 0.6180339887498949;
    private static final int GRID = 60;
    private static final int REFINEMENTS = 40;

    /**
     * Fits.
     *
     * @param lags of the values
     * @param from index of the first lag that is used
     * @param to index after the last
     */
    static RelaxationFit of(int[] lags, double[] values, int from, int to) {
        double shortest = Math.log(0.3 * lags[from]);
        double longest = Math.log(10.0 * lags[to - 1]);
        double best = shortest;
        double least = Double.POSITIVE_INFINITY;
        double step = (longest - shortest) / GRID;
        for (int k = 0; k <= GRID; k++) {
            double rest = line(lags, values, from, to, Math.exp(shortest + k * step)).squares;
            if (rest < least) {
                least = rest;
                best = shortest + k * step;
            }
        }
        double lower = best - step;
        double upper = best + step;
        for (int k = 0; k < REFINEMENTS; k++) {
            double a = upper - GOLDEN * (upper - lower);
            double b = lower + GOLDEN * (upper - lower);
            if (line(lags, values, from, to, Math.exp(a)).squares < line(lags, values, from, to, Math.exp(b)).squares) {
                upper = b;
            } else {
                lower = a;
            }
        }
        double tau = Math.exp(0.5 * (lower + upper));
        return new RelaxationFit(tau, line(lags, values, from, to, tau).remains);
    }

    /** The best S and A of one τ. */
    private static Line line(int[] lags, double[] values, int from, int to, double tau) {
        double n = to - from;
        double sumX = 0;
        double sumXx = 0;
        double sumY = 0;
        double sumXy = 0;
        for (int k = from; k < to; k++) {
            double x = Math.exp(-lags[k] / tau);
            sumX += x;
            sumXx += x * x;
            sumY += values[k];
            sumXy += x * values[k];
        }
        double spread = sumXx - sumX * sumX / n;
        double amplitude = spread > 0 ? (sumXy - sumX * sumY / n) / spread : 0;
        double remains = (sumY - amplitude * sumX) / n;
        if (remains < 0) {
            remains = 0;
            amplitude = sumXy / sumXx;
        }
        double squares = 0;
        for (int k = from; k < to; k++) {
            double off = values[k] - remains - amplitude * Math.exp(-lags[k] / tau);
            squares += off * off;
        }
        return new Line(remains, squares);
    }

    private record Line(double remains, double squares) {}
}
