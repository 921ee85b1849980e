package org.percolith.msd;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.Positions;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/**
 * A walk on which intervals are tried.
 *
 * @param name as in the tables
 * @param ions N
 * @param frames of one run
 * @param hopDistanceA a that the analysis is told, Å
 * @param truth what the intervals should hold
 * @param cell in which the walk takes place; unwrapped, so it only sets the volume and the lattice directions
 * @param positionsA walk of a seed
 */
record CalibrationSystem(
        String name,
        int ions,
        int frames,
        double hopDistanceA,
        Truth truth,
        Cell cell,
        LongFunction<double[][]> positionsA) {

    CalibrationSystem(
            String name, int ions, int frames, double hopDistanceA, Truth truth, LongFunction<double[][]> positionsA) {
        this(name, ions, frames, hopDistanceA, truth, Cell.cubic(20), positionsA);
    }

    /**
     * What is known of a walk.
     *
     * @param diffusivityA2PerFrame D*, or empty where it is the mean of straight-line fits over the ensemble
     * @param chargeDiffusivityA2PerFrame D_σ, or empty where it is not looked at
     * @param axesA2PerFrame principal diffusivities, largest first; none where they are not looked at
     * @param dimensions of the diffusion
     * @param sufficient whether the runs are long enough to tell the dimensions
     */
    record Truth(
            OptionalDouble diffusivityA2PerFrame,
            OptionalDouble chargeDiffusivityA2PerFrame,
            List<Double> axesA2PerFrame,
            int dimensions,
            boolean sufficient) {

        /** A known D* in three dimensions. */
        static Truth of(double diffusivityA2PerFrame) {
            return new Truth(OptionalDouble.of(diffusivityA2PerFrame), OptionalDouble.empty(), List.of(), 3, true);
        }

        /** D* known by the ensemble only. */
        static Truth ofEnsemble() {
            return new Truth(OptionalDouble.empty(), OptionalDouble.empty(), List.of(), 3, true);
        }

        Truth withCharge(double chargeDiffusivity) {
            return new Truth(
                    diffusivityA2PerFrame,
                    OptionalDouble.of(chargeDiffusivity),
                    axesA2PerFrame,
                    dimensions,
                    sufficient);
        }

        /** Known principal diffusivities, of which those that are not zero make the dimensions. */
        Truth along(double... axes) {
            int moving = (int) Arrays.stream(axes).filter(d -> d > 0).count();
            return new Truth(
                    diffusivityA2PerFrame,
                    chargeDiffusivityA2PerFrame,
                    Arrays.stream(axes).boxed().toList(),
                    moving,
                    sufficient);
        }

        /** The call to make where an axis is slow but not still. */
        Truth in(int otherDimensions) {
            return new Truth(
                    diffusivityA2PerFrame, chargeDiffusivityA2PerFrame, axesA2PerFrame, otherDimensions, sufficient);
        }

        Truth tooShortToTell() {
            return new Truth(diffusivityA2PerFrame, chargeDiffusivityA2PerFrame, axesA2PerFrame, dimensions, false);
        }
    }

    /** A walk whose sites are cages of variance 0.05 Å² along each axis that forget in {@code relaxationFrames}. */
    CalibrationSystem caged(double relaxationFrames) {
        return caged(0.05, relaxationFrames);
    }

    /** A walk whose sites are cages of the given variance along each axis, Å². */
    CalibrationSystem caged(double varianceA2, double relaxationFrames) {
        OrnsteinUhlenbeckCage cage = new OrnsteinUhlenbeckCage(ions, frames, varianceA2, relaxationFrames);
        return with(seed -> Positions.sum(positionsA.apply(seed), cage.positionsA(seed + 1_000_000)));
    }

    /** The same name and truth for another walk. */
    CalibrationSystem with(LongFunction<double[][]> walk) {
        return new CalibrationSystem(name, ions, frames, hopDistanceA, truth, cell, walk);
    }

    /** The same walk in another cell. */
    CalibrationSystem in(Cell other) {
        return new CalibrationSystem(name, ions, frames, hopDistanceA, truth, other, positionsA);
    }

    /** The run of a seed. */
    IonTracks tracks(long seed) {
        return IonTracks.ofCartesian(cell, positionsA.apply(seed));
    }
}
