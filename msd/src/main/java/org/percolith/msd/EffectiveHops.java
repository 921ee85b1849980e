package org.percolith.msd;

/**
 * How many hops stand behind the diffusivity.
 *
 * @param effective N_eff = 6 D N T/a²
 * @param moJumps N = N_ion max(MSD)/a², the count of He, Zhu, Epstein and Mo
 * @param moRelativeStd 3.43/√N + 0.04, their relative standard deviation of a straight-line D (npj Comput. Mater. 4, 18
 *     (2018)); infinite where nothing moved
 */
public record EffectiveHops(double effective, double moJumps, double moRelativeStd) {

    static EffectiveHops of(double slopeA2PerFrame, MeanSquaredDisplacement msd, RunShape shape, double hopDistanceA) {
        double jumps = shape.ions() * msd.largestA2() / (hopDistanceA * hopDistanceA);
        double relativeStd = 3.43 / Math.sqrt(jumps) + 0.04;
        return new EffectiveHops(ofSlope(slopeA2PerFrame, shape, hopDistanceA), jumps, relativeStd);
    }

    /** 6 D N T/a² = β N n/a² for a slope β per frame, not below 0. */
    static double ofSlope(double slopeA2PerFrame, RunShape shape, double hopDistanceA) {
        return Math.max(0, slopeA2PerFrame) * shape.ions() * shape.total() / (hopDistanceA * hopDistanceA);
    }
}
