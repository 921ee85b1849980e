package org.percolith.pathways.transport;

import java.util.Optional;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusiveFit;
import org.percolith.pathways.PathwayRank;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * D* between its two bounds. The displacement of a reversible motion is concave in time, so that the slope of a line fitted
 * to it lies at or above D; the network of the hops that were seen lacks those that were not, and removing edges only lowers
 * a network's diffusivity (Rayleigh's monotonicity; Doyle and Snell, Random Walks and Electric Networks, 1984), so that its
 * value lies at or below. Where the two agree nothing changes. Where they do not, the interval reaches down from the line.
 *
 * @param tracer D* of the line, cm²/s
 * @param hops D of the network of hops, cm²/s, where it is known well enough
 * @param leftLater what a continued fall of the slope would leave of the line's D, 0 to 1
 */
record LineAndHops(Estimate tracer, Optional<Measured> hops, double leftLater) {

    /** Twice the hops' diffusivity and more is another motion, not the same one seen early. */
    private static final double APART = 2.5;

    /** In standard errors of both. */
    private static final double SURELY = 2;

    static LineAndHops of(DiffusionResult diffusion, PathwayRank rank) {
        double unit =
                PhysicalConstants.CM2_PER_S_PER_A2_PER_PS / diffusion.settings().frameIntervalPs();
        Optional<Measured> hops = rank.winds() && rank.networkA2PerFrame() instanceof Measured network
                ? Optional.of(network.scaled(unit))
                : Optional.empty();
        double left = diffusion.fit().map(DiffusiveFit::slopeLeftLater).orElse(1.0);
        return new LineAndHops(diffusion.tracer().cm2PerS(), hops, left);
    }

    /** Whether the line rises surely and far faster than the hops lead to: it is still that of motion within cages. */
    boolean linesApart() {
        return outruns() && tracer instanceof Measured line && line.value() > APART * hopsValue();
    }

    /** Whether the line's D lies above that of the hops by more than two of both standard errors. */
    private boolean outruns() {
        return tracer instanceof Measured line
                && hops.isPresent()
                && line.value() - hopsValue()
                        > SURELY * Math.hypot(line.std(), hops.get().std());
    }

    private double hopsValue() {
        return hops.map(Measured::value).orElse(0.0);
    }

    /**
     * D*, its interval reaching down to that of the hops where the line surely outruns them; else only as far as the fall of
     * the slope suggests, and never below the hops.
     */
    Estimate tracerCm2PerS() {
        if (!(tracer instanceof Measured line)) {
            return tracer;
        }
        double hopsLower = hops.map(Measured::lower95).orElse(0.0);
        return line.reachingDown(outruns() ? hopsLower : Math.max(hopsLower, line.lower95() * leftLater));
    }

    /** A conductivity that is proportional to D*, its interval reaching as far. */
    Estimate reachingAsFar(Estimate conductivity) {
        return conductivity instanceof Measured sigma && tracerCm2PerS() instanceof Measured reaching
                ? sigma.reachingDown(reaching.lower95() * sigma.value() / reaching.value())
                : conductivity;
    }
}
