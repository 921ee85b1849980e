package org.percolith.msd;

import java.util.List;
import org.percolith.fixtures.BackJumps;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.ConcertedGroups;
import org.percolith.fixtures.CubicLattice;
import org.percolith.fixtures.DirectedHops;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.fixtures.Positions;
import org.percolith.fixtures.RandomBarriers;
import org.percolith.fixtures.TrapHops;
import org.percolith.fixtures.TwoRateHops;
import org.percolith.msd.CalibrationSystem.Truth;
import org.percolith.trajectory.Cell;

/**
 * Walks beside those of the tuning, all analysed with the default hop distance of 3 Å, whatever the true one is. The first
 * list showed that the start must lie beyond the offset of the line and that slow changes of mobility count; the second was
 * first run when nothing was changed any more.
 */
final class HoldOutSystems {

    private static final double TOLD_A = DiffusionSettings.DEFAULT_HOP_DISTANCE_A;

    private HoldOutSystems() {}

    static List<CalibrationSystem> all() {
        return List.of(
                latticeGas(
                                "bcc lattice gas, 3 % vacant",
                                new LatticeGas(CubicLattice.BODY_CENTRED, 4, 124, 4001, 0.6, 2.8))
                        .caged(4),
                primitiveFaceCentred(),
                randomBarriers(),
                traps(),
                backJumps(),
                sharedSlowMode(),
                longDwells(),
                halfStill(),
                wideCages(),
                turnedAxes(),
                longHops());
    }

    /** First run once the rules stood still. */
    static List<CalibrationSystem> fresh() {
        PoissonHops escapes = new PoissonHops(48, 5001, 1.5e-3, 4.2);
        TwoRateHops rates = new TwoRateHops(64, 2501, 0.01, 0.06, 150, 3.6);
        ConcertedGroups quartets = new ConcertedGroups(12, 4, 5001, 0.03, 3.3);
        double d = quartets.diffusivityA2PerFrame();
        return List.of(
                latticeGas(
                                "bcc lattice gas, 25 % vacant",
                                new LatticeGas(CubicLattice.BODY_CENTRED, 3, 40, 3001, 0.1, 3.4))
                        .caged(5),
                new CalibrationSystem(
                                "cage to cage, seven escapes per ion",
                                48,
                                5001,
                                TOLD_A,
                                Truth.of(escapes.diffusivityA2PerFrame()),
                                escapes::positionsA)
                        .caged(0.35, 12),
                new CalibrationSystem(
                                "two rates, dwelling 150 frames",
                                64,
                                2501,
                                TOLD_A,
                                Truth.of(rates.diffusivityA2PerFrame()),
                                rates::positionsA)
                        .caged(4),
                new CalibrationSystem("quartets", 48, 5001, TOLD_A, Truth.of(d).withCharge(4 * d), quartets::positionsA)
                        .caged(4));
    }

    private static CalibrationSystem latticeGas(String name, LatticeGas gas) {
        Truth truth = Truth.ofEnsemble().withCharge(gas.chargeDiffusivityA2PerFrame());
        return new CalibrationSystem(name, gas.ions(), gas.frames(), TOLD_A, truth, gas::positionsA);
    }

    /** The walk of a face-centred lattice gas, told in its rhombohedral primitive supercell. */
    private static CalibrationSystem primitiveFaceCentred() {
        LatticeGas gas = new LatticeGas(CubicLattice.FACE_CENTRED, 3, 98, 2501, 0.25, 3.2);
        double h = gas.edgeA() / 2;
        return latticeGas("fcc lattice gas, 9 % vacant, triclinic cell", gas)
                .caged(6)
                .in(Cell.ofRows(0, h, h, h, 0, h, h, h, 0));
    }

    private static CalibrationSystem randomBarriers() {
        RandomBarriers barriers = new RandomBarriers(50, 5001, 6, 0.05, 4, 3, 77);
        return new CalibrationSystem(
                        "random barriers, 4 kT wide", 50, 5001, TOLD_A, Truth.ofEnsemble(), barriers::positionsA)
                .caged(4);
    }

    private static CalibrationSystem traps() {
        TrapHops traps = new TrapHops(36, 4001, 20, 300, 0.15, 2.7);
        double d = traps.diffusivityA2PerFrame();
        Truth truth = Truth.of(d).withCharge(d);
        return new CalibrationSystem("traps of two depths", 36, 4001, TOLD_A, truth, traps::positionsA).caged(5);
    }

    private static CalibrationSystem backJumps() {
        BackJumps jumps = new BackJumps(40, 4001, 0.03, 0.5, 3);
        double d = jumps.diffusivityA2PerFrame();
        return new CalibrationSystem(
                        "back-jumps, f = 1/3", 40, 4001, TOLD_A, Truth.of(d).withCharge(d), jumps::positionsA)
                .caged(4);
    }

    /** Independent hops on top of one slow bounded wander that all ions share. */
    private static CalibrationSystem sharedSlowMode() {
        PoissonHops hops = new PoissonHops(40, 4001, 0.02, 3);
        OrnsteinUhlenbeckCage mode = new OrnsteinUhlenbeckCage(1, 4001, 0.1, 100);
        double d = hops.diffusivityA2PerFrame();
        return new CalibrationSystem("ions sharing a slow mode", 40, 4001, TOLD_A, Truth.of(d), seed -> {
                    double[][] positions = hops.positionsA(seed);
                    double[][] shift = mode.positionsA(seed + 2_000_000);
                    for (int frame = 0; frame < positions.length; frame++) {
                        for (int k = 0; k < positions[frame].length; k++) {
                            positions[frame][k] += shift[frame][k % 3];
                        }
                    }
                    return positions;
                })
                .caged(4);
    }

    private static CalibrationSystem longDwells() {
        TwoRateHops hops = new TwoRateHops(48, 4001, 0.004, 0.03, 500, 2.9);
        double d = hops.diffusivityA2PerFrame();
        Truth truth = Truth.of(d).withCharge(d);
        return new CalibrationSystem("two rates, dwelling 500 frames", 48, 4001, TOLD_A, truth, hops::positionsA)
                .caged(3);
    }

    /** Every other ion never moves. */
    private static CalibrationSystem halfStill() {
        TwoRateHops hops = new TwoRateHops(60, 2001, 0, 0.03, Double.POSITIVE_INFINITY, 3.3);
        Truth truth = Truth.of(hops.diffusivityA2PerFrame());
        return new CalibrationSystem("hops, half of the ions still", 60, 2001, TOLD_A, truth, hops::positionsA)
                .caged(8);
    }

    /** Cages 6 Å apart in which an ion wanders over 2 Å within 40 frames; the told hop distance ends inside the cage. */
    private static CalibrationSystem wideCages() {
        PoissonHops escapes = new PoissonHops(80, 10_001, 5e-4, 6);
        Truth truth = Truth.of(escapes.diffusivityA2PerFrame());
        return new CalibrationSystem("cage to cage, wide cages", 80, 10_001, TOLD_A, truth, escapes::positionsA)
                .caged(1, 40);
    }

    private static CalibrationSystem turnedAxes() {
        BrownianWalk walk = new BrownianWalk(30, 1501, 0.06, 0.03, 0.004);
        Truth truth = Truth.of(walk.diffusivityA2PerFrame())
                .along(0.06, 0.03, 0.004)
                .in(2)
                .tooShortToTell();
        CalibrationSystem turned = new CalibrationSystem(
                "Brownian 15 : 7.5 : 1, turned axes",
                30,
                1501,
                TOLD_A,
                truth,
                seed -> Positions.rotated(walk.positionsA(seed), 1, 2, 3, 0.7));
        return turned.caged(4);
    }

    private static CalibrationSystem longHops() {
        DirectedHops hops = new DirectedHops(24, 3001, 0.008, 0.008, 0.008, 4.5);
        double d = hops.diffusivityA2PerFrame();
        Truth truth = Truth.of(d).withCharge(d).along(d, d, d);
        return new CalibrationSystem("hops of 4.5 Å", 24, 3001, TOLD_A, truth, hops::positionsA).caged(4);
    }
}
