package org.percolith.msd;

import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.Positions;

/**
 * A walk on which intervals are tried.
 *
 * @param name as in the tables
 * @param ions N
 * @param frames of one run
 * @param hopDistanceA a that the analysis is told, Å
 * @param truth what the intervals should hold
 * @param positionsA walk of a seed
 */
record CalibrationSystem(
        String name, int ions, int frames, double hopDistanceA, Truth truth, LongFunction<double[][]> positionsA) {

    /**
     * What is known of a walk.
     *
     * @param diffusivityA2PerFrame D*, or empty where it is the mean of straight-line fits over the ensemble
     * @param chargeDiffusivityA2PerFrame D_σ, or empty where the Haven ratio is not looked at
     * @param dimensions of the diffusion
     * @param sufficient whether the runs are long enough to tell the dimensions
     */
    record Truth(
            OptionalDouble diffusivityA2PerFrame,
            OptionalDouble chargeDiffusivityA2PerFrame,
            int dimensions,
            boolean sufficient) {

        /** A known D* in three dimensions. */
        static Truth of(double diffusivityA2PerFrame) {
            return new Truth(OptionalDouble.of(diffusivityA2PerFrame), OptionalDouble.empty(), 3, true);
        }

        Truth withCharge(double chargeDiffusivity) {
            return new Truth(diffusivityA2PerFrame, OptionalDouble.of(chargeDiffusivity), dimensions, sufficient);
        }

        Truth in(int otherDimensions) {
            return new Truth(diffusivityA2PerFrame, chargeDiffusivityA2PerFrame, otherDimensions, sufficient);
        }

        Truth tooShortToTell() {
            return new Truth(diffusivityA2PerFrame, chargeDiffusivityA2PerFrame, dimensions, false);
        }
    }

    /** A walk whose sites are cages of variance 0.05 Å² along each axis that forget in {@code relaxationFrames}. */
    CalibrationSystem caged(double relaxationFrames) {
        OrnsteinUhlenbeckCage cage = new OrnsteinUhlenbeckCage(ions, frames, 0.05, relaxationFrames);
        return new CalibrationSystem(
                name,
                ions,
                frames,
                hopDistanceA,
                truth,
                seed -> Positions.sum(positionsA.apply(seed), cage.positionsA(seed + 1_000_000)));
    }
}
