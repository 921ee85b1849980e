package org.percolith.msd;

/**
 * What single ions do, beside which the collective displacement is read.
 *
 * @param msd their mean squared displacement
 * @param start where its line starts
 * @param fit that line
 */
record SelfMotion(MeanSquaredDisplacement msd, DiffusiveStart start, DiffusiveFit fit) {

    /**
     * Variance by discrete hops of a collective slope β_σ, (Å² per frame)²: that of the tracer's slope V_shot, in parts of
     * the slope, since both count the same hops: V_shot (β_σ/β*)².
     */
    double countingVariance(double collectiveSlope) {
        double ratio = fit.slopeA2PerFrame() > 0 ? collectiveSlope / fit.slopeA2PerFrame() : 0;
        return fit.shotVariance() * ratio * ratio;
    }
}
