package org.percolith.msd;

import java.util.List;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.ConcertedGroups;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.PoissonHops;
import org.percolith.msd.CalibrationSystem.Truth;

/** The seven walks on which the choice of the start and the terms of the interval were tuned. */
final class TunedSystems {

    private TunedSystems() {}

    static List<CalibrationSystem> all() {
        return List.of(
                brownian(),
                hopsInWhiteCages(),
                latticeGas("C crowded lattice gas", new LatticeGas(4, 56, 4001, 0.05, 3)),
                latticeGas("D half-filled lattice gas", new LatticeGas(4, 32, 4001, 0.02, 3)),
                trios(),
                thirtyHops(),
                hops("G 120 hops, slow cages", new PoissonHops(30, 2001, 120.0 / (30 * 2000), 3))
                        .caged(10));
    }

    static CalibrationSystem brownian() {
        BrownianWalk walk = BrownianWalk.isotropic(28, 501, 0.15);
        double d = walk.diffusivityA2PerFrame();
        Truth truth = Truth.of(d).withCharge(d).along(d, d, d);
        return new CalibrationSystem("A Brownian", walk.ions(), walk.frames(), 3, truth, walk::positionsA);
    }

    static CalibrationSystem hopsInWhiteCages() {
        return hops("B hops, white cages", new PoissonHops(30, 2001, 0.01, 2)).caged(0);
    }

    static CalibrationSystem thirtyHops() {
        return hops("F 30 hops", new PoissonHops(30, 2001, 30.0 / (30 * 2000), 3))
                .caged(3);
    }

    private static CalibrationSystem trios() {
        ConcertedGroups trios = new ConcertedGroups(10, 3, 4001, 0.01, 3);
        Truth truth = Truth.of(trios.diffusivityA2PerFrame());
        return new CalibrationSystem("E trios", trios.ions(), trios.frames(), 3, truth, trios::positionsA).caged(3);
    }

    private static CalibrationSystem hops(String name, PoissonHops hops) {
        Truth truth = Truth.of(hops.diffusivityA2PerFrame());
        return new CalibrationSystem(
                name, hops.ions(), hops.frames(), hops.hopLengthA(), truth.tooShortToTell(), hops::positionsA);
    }

    private static CalibrationSystem latticeGas(String name, LatticeGas gas) {
        Truth truth = Truth.ofEnsemble();
        return new CalibrationSystem(name, gas.ions(), gas.frames(), gas.hopLengthA(), truth, gas::positionsA).caged(3);
    }
}
