package org.percolith.msd;

import java.util.List;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.ConcertedGroups;
import org.percolith.fixtures.CubicLattice;
import org.percolith.fixtures.DirectedHops;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.fixtures.Positions;
import org.percolith.fixtures.TwoRateHops;
import org.percolith.msd.CalibrationSystem.Truth;

/** Walks that no rule was tuned on, at sizes of ab-initio runs. */
final class UntunedSystems {

    private static final double HOP_A = 2.6;
    private static final double CAGE_FRAMES = 4;

    private UntunedSystems() {}

    static List<CalibrationSystem> all() {
        return List.of(
                latticeGas("bcc lattice gas, 11 % vacant", CubicLattice.BODY_CENTRED, 48, 3, 4001),
                latticeGas("fcc lattice gas, 12 % vacant", CubicLattice.FACE_CENTRED, 28, 2, 4001),
                latticeGas("sc lattice gas, 7 % vacant", CubicLattice.SIMPLE, 25, 3, 6001),
                twoRates("hops, fast and slow in turn", new TwoRateHops(40, 3001, 0.002, 0.04, 100, HOP_A)),
                twoRates(
                        "hops, half of the ions slow",
                        new TwoRateHops(40, 3001, 0.003, 0.03, Double.POSITIVE_INFINITY, HOP_A)),
                cageToCage(),
                directed("1D hops", new DirectedHops(20, 5001, 0.03, 0, 0, HOP_A)),
                directed("2D hops", new DirectedHops(24, 3001, 0.02, 0.02, 0, HOP_A)),
                directed("3D hops, 4 : 2 : 1", new DirectedHops(60, 2001, 0.02, 0.01, 0.005, HOP_A)),
                groups("pairs", new ConcertedGroups(15, 2, 4001, 0.04, HOP_A)),
                groups("groups of five", new ConcertedGroups(8, 5, 6001, 0.04, HOP_A)),
                hops("10 ions, 50 000 frames", new PoissonHops(10, 50_001, 0.002, HOP_A)),
                hops("200 ions, 500 frames", new PoissonHops(200, 501, 0.02, HOP_A)),
                fewHops(),
                cageOnly());
    }

    private static CalibrationSystem latticeGas(String name, CubicLattice lattice, int ions, int edge, int frames) {
        LatticeGas gas = new LatticeGas(lattice, edge, ions, frames, 0.3, HOP_A);
        Truth truth = Truth.ofEnsemble().withCharge(gas.chargeDiffusivityA2PerFrame());
        return new CalibrationSystem(name, ions, frames, HOP_A, truth, gas::positionsA).caged(CAGE_FRAMES);
    }

    private static CalibrationSystem twoRates(String name, TwoRateHops hops) {
        Truth truth = Truth.of(hops.diffusivityA2PerFrame());
        return new CalibrationSystem(name, hops.ions(), hops.frames(), HOP_A, truth, hops::positionsA)
                .caged(CAGE_FRAMES);
    }

    /** Cages 5 Å apart in which an ion wanders over 1.3 Å along each axis within 20 frames; three escapes per ion. */
    private static CalibrationSystem cageToCage() {
        PoissonHops escapes = new PoissonHops(64, 6001, 5e-4, 5);
        OrnsteinUhlenbeckCage cage = new OrnsteinUhlenbeckCage(64, 6001, 0.6, 20);
        return new CalibrationSystem(
                "cage to cage, three escapes per ion",
                64,
                6001,
                5,
                Truth.of(escapes.diffusivityA2PerFrame()),
                seed -> Positions.sum(escapes.positionsA(seed), cage.positionsA(seed + 1_000_000)));
    }

    private static CalibrationSystem directed(String name, DirectedHops hops) {
        double d = hops.diffusivityA2PerFrame();
        Truth truth = Truth.of(d)
                .withCharge(d)
                .along(hops.diffusivityA2PerFrame(0), hops.diffusivityA2PerFrame(1), hops.diffusivityA2PerFrame(2));
        return new CalibrationSystem(name, hops.ions(), hops.frames(), HOP_A, truth, hops::positionsA)
                .caged(CAGE_FRAMES);
    }

    private static CalibrationSystem groups(String name, ConcertedGroups groups) {
        double d = groups.diffusivityA2PerFrame();
        Truth truth = Truth.of(d).withCharge(groups.ionsPerGroup() * d);
        return new CalibrationSystem(name, groups.ions(), groups.frames(), HOP_A, truth, groups::positionsA)
                .caged(CAGE_FRAMES);
    }

    private static CalibrationSystem hops(String name, PoissonHops hops) {
        Truth truth = Truth.of(hops.diffusivityA2PerFrame());
        return new CalibrationSystem(name, hops.ions(), hops.frames(), HOP_A, truth, hops::positionsA)
                .caged(CAGE_FRAMES);
    }

    /** Fifteen hops in all: enough for a bound or a rough value, not for a dimension. */
    private static CalibrationSystem fewHops() {
        PoissonHops hops = new PoissonHops(20, 2001, 15.0 / (20 * 2000), HOP_A);
        Truth truth = Truth.of(hops.diffusivityA2PerFrame()).tooShortToTell();
        return new CalibrationSystem("15 hops in all", 20, 2001, HOP_A, truth, hops::positionsA).caged(CAGE_FRAMES);
    }

    private static CalibrationSystem cageOnly() {
        BrownianWalk still = BrownianWalk.isotropic(40, 1501, 0);
        Truth truth = Truth.of(0).along(0, 0, 0);
        return new CalibrationSystem("cages without escape", 40, 1501, HOP_A, truth, still::positionsA)
                .caged(CAGE_FRAMES);
    }
}
