package org.percolith.msd;

import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.fixtures.Positions;
import org.percolith.fixtures.Trios;

/**
 * The walks on which the interval of D is tried.
 *
 * @param name as in the tables
 * @param hopDistanceA a that the analysis is told, Å
 * @param diffusivityA2PerFrame the truth, or empty where it is the mean of straight-line fits over the ensemble
 * @param positionsA walk of a seed
 */
record CalibrationSystem(
        String name, double hopDistanceA, OptionalDouble diffusivityA2PerFrame, LongFunction<double[][]> positionsA) {

    static CalibrationSystem brownian() {
        BrownianWalk walk = BrownianWalk.isotropic(28, 501, 0.15);
        return new CalibrationSystem("A", 3, OptionalDouble.of(walk.diffusivityA2PerFrame()), walk::positionsA);
    }

    static CalibrationSystem hopsInWhiteCages() {
        return hops("B", new PoissonHops(30, 2001, 0.01, 2), 0);
    }

    static CalibrationSystem crowdedLatticeGas() {
        return latticeGas("C", new LatticeGas(4, 56, 4001, 0.05, 3));
    }

    static CalibrationSystem halfFilledLatticeGas() {
        return latticeGas("D", new LatticeGas(4, 32, 4001, 0.02, 3));
    }

    static CalibrationSystem trios() {
        Trios trios = new Trios(10, 4001, 0.01, 3);
        return new CalibrationSystem(
                "E",
                3,
                OptionalDouble.of(trios.diffusivityA2PerFrame()),
                seed -> caged(trios.positionsA(seed), trios.ions(), 3, seed));
    }

    /** About thirty hops in the whole run. */
    static CalibrationSystem thirtyHops() {
        return hops("F", new PoissonHops(30, 2001, 30.0 / (30 * 2000), 3), 3);
    }

    /** About 120 hops, slow cages. */
    static CalibrationSystem hundredTwentyHops() {
        return hops("G", new PoissonHops(30, 2001, 120.0 / (30 * 2000), 3), 10);
    }

    private static CalibrationSystem hops(String name, PoissonHops hops, double relaxationFrames) {
        return new CalibrationSystem(
                name,
                hops.hopLengthA(),
                OptionalDouble.of(hops.diffusivityA2PerFrame()),
                seed -> caged(hops.positionsA(seed), hops.ions(), relaxationFrames, seed));
    }

    private static CalibrationSystem latticeGas(String name, LatticeGas gas) {
        return new CalibrationSystem(
                name,
                gas.hopLengthA(),
                OptionalDouble.empty(),
                seed -> caged(gas.positionsA(seed), gas.ions(), 3, seed));
    }

    private static double[][] caged(double[][] walk, int ions, double relaxationFrames, long seed) {
        OrnsteinUhlenbeckCage cage = new OrnsteinUhlenbeckCage(ions, walk.length, 0.05, relaxationFrames);
        return Positions.sum(walk, cage.positionsA(seed + 1_000_000));
    }
}
