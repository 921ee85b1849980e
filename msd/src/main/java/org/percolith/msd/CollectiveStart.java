package org.percolith.msd;

/**
 * Where the line of the collective displacement may start: earlier than the tracer's, which has to wait for cages and
 * back-jumps to be forgotten to its own, far smaller error.
 *
 * <p>What a start ℓ is worth is told by the tracer's curve alone, so that chance in the collective one does not choose:
 * fitted with one walker's weights from ℓ on, it gives the variance V(ℓ) that one walker has, and the bias
 * b(ℓ) = β_self(ℓ) − β* that single ions' memory leaves. The collective line has all of b where ions forget one by one
 * (cages, returns of a single ion), and nothing of it where one ion's return is another's advance (an exclusion process,
 * whose collective displacement is linear from the first hop on). So b/2 is taken off, with an error of b/2, and the
 * start is where V(ℓ) + max_{ℓ' ≥ ℓ} b(ℓ')² is least.
 *
 * @param lag first lag, frames
 * @param biasA2PerFrame b/2, what is taken off the collective slope and its standard error, Å² per frame
 */
record CollectiveStart(int lag, double biasA2PerFrame) {

    private static final double GRID_RATIO = 1.25;

    /**
     * The best start up to the guard of the tracer.
     *
     * @param shape of the collective path
     * @param endLag last lag of the collective line, frames
     */
    static CollectiveStart choose(SelfMotion tracer, RunShape shape, int endLag) {
        int latest = tracer.start().guardLag();
        if (tracer.start().guard() == DiffusiveStart.Guard.INSUFFICIENT) {
            return new CollectiveStart(latest, 0);
        }
        int[] starts = LagGrid.geometric(1, latest, GRID_RATIO);
        int best = latest;
        double bias = 0;
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int k = starts.length - 1; k >= 0; k--) {
            MsdLine line = StartCandidate.fit(starts[k], endLag, tracer.msd(), shape);
            double half = 0.5 * (line.line().slope() - tracer.fit().slopeA2PerFrame());
            largest = Math.max(largest, Math.abs(half));
            double error = line.line().slopeVariance() * line.anisotropy(tracer.msd()) + 4 * largest * largest;
            if (error < least) {
                least = error;
                best = starts[k];
                bias = half;
            }
        }
        return new CollectiveStart(best, bias);
    }
}
