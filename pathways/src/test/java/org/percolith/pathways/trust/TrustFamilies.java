package org.percolith.pathways.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.percolith.density.Framework;
import org.percolith.fixtures.ConcertedGroups;
import org.percolith.fixtures.CosineBarriers;
import org.percolith.fixtures.CubicLattice;
import org.percolith.fixtures.Landscape;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.NetworkWalk;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PeriodicNetwork;
import org.percolith.fixtures.Positions;
import org.percolith.pathways.trust.TrustFamily.Kind;
import org.percolith.pathways.trust.TrustFamily.Sample;
import org.percolith.pathways.trust.TrustFamily.Walk;
import org.percolith.trajectory.Cell;

/** The families of the trust panel. */
final class TrustFamilies {

    private static final double VIBRATION_A = 0.15;

    private TrustFamilies() {}

    static List<TrustFamily> all() {
        List<TrustFamily> all = new ArrayList<>();
        all.addAll(crystals());
        all.addAll(disordered());
        all.addAll(correlated());
        all.addAll(cages());
        all.addAll(escapes());
        all.addAll(HeldOutFamilies.all());
        return all;
    }

    private static List<TrustFamily> crystals() {
        return List.of(
                crystal("sc, 64 ions", Landscape.simpleCubic(), 64, true, 6, 6, 6),
                crystal("sc, 16 ions", Landscape.simpleCubic(), 16, true, 4, 4, 4),
                crystal("sc, 128 ions", Landscape.simpleCubic(), 128, true, 6, 6, 6),
                crystal("bcc", Landscape.bodyCentred(), 54, true, 4, 4, 4),
                crystal("fcc", Landscape.faceCentred(), 32, true, 3, 3, 3),
                crystal("diamond", Landscape.diamond(), 64, true, 3, 3, 3),
                crystal("channels (1D)", Landscape.channels(), 36, true, 3, 3, 6),
                crystal("layers (2D)", Landscape.layers(), 54, true, 6, 6, 3),
                crystal("honeycomb layers (2D)", Landscape.honeycomb(), 48, true, 2, 4, 3),
                anisotropic(),
                slab());
    }

    private static List<TrustFamily> disordered() {
        return List.of(
                crystal("sc, framework at random", Landscape.simpleCubic(), 64, false, 6, 6, 6),
                crystal("bcc, framework at random", Landscape.bodyCentred(), 54, false, 4, 4, 4),
                crystal("diamond, framework at random", Landscape.diamond(), 64, false, 3, 3, 3),
                crystal("channels (1D), framework at random", Landscape.channels(), 36, false, 3, 3, 6),
                crystal("layers (2D), framework at random", Landscape.layers(), 54, false, 6, 6, 3),
                random("sc, barriers spread by 2 kT", Landscape.simpleCubic(), 64, 0, 2, 6, 6, 6),
                random("sc, sites spread by 2 kT", Landscape.simpleCubic(), 64, 2, 0, 6, 6, 6),
                random("glass, 48 ions", Landscape.glass(14, 90, 4.2, 5), 48, 0, 1, 1, 1, 1),
                random("glass, 96 ions", Landscape.glass(17, 160, 4.2, 6), 96, 1, 1, 1, 1, 1),
                random("glass barely connected, 48 ions", Landscape.glass(14, 90, 3.4, 5), 48, 0, 1, 1, 1, 1));
    }

    private static List<TrustFamily> correlated() {
        return List.of(
                latticeGas("sc lattice gas, half filled", CubicLattice.SIMPLE, 5, 62, 2.5),
                latticeGas("bcc lattice gas, 11 % vacant", CubicLattice.BODY_CENTRED, 3, 48, 2.6),
                trios(),
                halfStill(),
                slowCages(),
                brownian("Brownian, 2 kT barriers (3D)", 3, 2, 2, 2),
                brownian("Brownian, 4 kT barriers (3D)", 3, 4, 4, 4),
                brownian("Brownian, 3 kT along z only (1D)", 1, 18, 18, 3));
    }

    private static List<TrustFamily> cages() {
        return List.of(
                cage("cages of 2", Landscape.pairs(), 40, true, 0, 3, 4, 4),
                cage("cages of 6", Landscape.octahedra(), 48, true, 0, 2, 2, 2),
                cage("cages of 8", Landscape.blocks(2, 2, 2), 54, true, 0, 3, 3, 3),
                cage("cages of 12", Landscape.blocks(2, 2, 3), 54, true, 0, 3, 3, 2),
                cage("cages of 2, framework at random", Landscape.pairs(), 40, false, 0, 3, 4, 4),
                cage("cages of 6, framework at random", Landscape.octahedra(), 48, false, 0, 2, 2, 2),
                cage("cages of 8, framework at random", Landscape.blocks(2, 2, 2), 54, false, 0, 3, 3, 3),
                cage("cages of 12, framework at random", Landscape.blocks(2, 2, 3), 54, false, 0, 3, 3, 2),
                cage("cages of 27, framework at random", Landscape.blocks(3, 3, 3), 54, false, 0, 2, 2, 2),
                wells());
    }

    private static List<TrustFamily> escapes() {
        return List.of(
                cage("cages of 2, escapes 0.2", Landscape.pairs(), 40, true, 0.2, 3, 4, 4),
                cage("cages of 2, escapes 0.02", Landscape.pairs(), 40, true, 0.02, 3, 4, 4),
                cage("cages of 6, escapes 0.2", Landscape.octahedra(), 48, true, 0.2, 2, 2, 2),
                cage("cages of 6, escapes 0.01", Landscape.octahedra(), 48, true, 0.01, 2, 2, 2),
                cage("cages of 8, escapes 0.05", Landscape.blocks(2, 2, 2), 54, true, 0.05, 3, 3, 3),
                cage("cages of 8, escapes 0.002", Landscape.blocks(2, 2, 2), 54, true, 0.002, 3, 3, 3),
                cage("cages of 12, escapes 0.05", Landscape.blocks(2, 2, 3), 54, true, 0.05, 3, 3, 2),
                cage("cages of 2, escapes 0.1, framework at random", Landscape.pairs(), 40, false, 0.1, 3, 4, 4),
                cage("cages of 6, escapes 0.1, framework at random", Landscape.octahedra(), 48, false, 0.1, 2, 2, 2),
                cage(
                        "cages of 8, escapes 0.03, framework at random",
                        Landscape.blocks(2, 2, 2),
                        54,
                        false,
                        0.03,
                        3,
                        3,
                        3));
    }

    static TrustFamily crystal(String name, Landscape landscape, int ions, boolean repeats, int... cells) {
        return of(name, Kind.CONDUCTOR, landscape.rank(), landscape, cells, repeats, ions, landscape.network(cells, 1));
    }

    static TrustFamily random(String name, Landscape landscape, int ions, double sites, double barriers, int... cells) {
        PeriodicNetwork network = landscape.disordered(cells, sites, barriers, 4711);
        return of(name, Kind.CONDUCTOR, 3, landscape, cells, false, ions, network);
    }

    static TrustFamily cage(String name, Landscape landscape, int ions, boolean repeats, double escapes, int... cells) {
        Kind kind = escapes == 0 ? Kind.CLOSED_CAGES : Kind.RARE_ESCAPES;
        return of(
                name,
                kind,
                escapes == 0 ? 0 : landscape.rank(),
                landscape,
                cells,
                repeats,
                ions,
                landscape.network(cells, escapes));
    }

    private static TrustFamily of(
            String name,
            Kind kind,
            int rank,
            Landscape landscape,
            int[] cells,
            boolean repeats,
            int ions,
            PeriodicNetwork network) {
        Framework framework = framework(landscape, cells, repeats);
        return new TrustFamily(
                name,
                kind,
                rank,
                box(landscape, cells),
                framework,
                repeats,
                ions,
                walk(network, landscape, kind, ions));
    }

    private static Walk walk(PeriodicNetwork network, Landscape landscape, Kind kind, int ions) {
        double hopA = landscape.shortReachA() / 1.01;
        double perHop = network.diffusivityA2PerFrame() * 6 / (hopA * hopA);
        double effective = kind == Kind.CLOSED_CAGES ? network.hopsPerFrame() : perHop;
        return (hopsPerIon, seed) -> {
            PeriodicNetwork timed = network.faster(hopsPerIon / (TrustFamily.FRAMES * effective));
            double d = kind == Kind.CLOSED_CAGES ? 0 : timed.diffusivityA2PerFrame();
            return new Sample(
                    new NetworkWalk(timed, ions, TrustFamily.FRAMES, VIBRATION_A).positionsA(seed),
                    d,
                    hopsPerIon * ions);
        };
    }

    private static Cell box(Landscape landscape, int... cells) {
        double[] edges = landscape.supercellEdgesA(cells);
        return Cell.orthorhombic(edges[0], edges[1], edges[2]);
    }

    /** Two atoms a unit cell, of two elements, at places without symmetry; or as many at random. */
    private static Framework framework(Landscape landscape, int[] cells, boolean repeats) {
        double[][] atoms = {{0.31, 0.17, 0.41}, {0.73, 0.57, 0.83}};
        SplittableRandom random = new SplittableRandom(20261127);
        List<String> species = new ArrayList<>();
        List<Double> fractional = new ArrayList<>();
        for (int cell = 0; cell < cells[0] * cells[1] * cells[2]; cell++) {
            int[] at = {cell % cells[0], cell / cells[0] % cells[1], cell / (cells[0] * cells[1])};
            for (int atom = 0; atom < 2; atom++) {
                species.add(atom == 0 ? "P" : "S");
                for (int axis = 0; axis < 3; axis++) {
                    double exact = (at[axis] + atoms[atom][axis]) / cells[axis];
                    double noise =
                            0.01 * (random.nextDouble() - 0.5) / landscape.supercellEdgesA(cells)[axis];
                    fractional.add(repeats ? exact + noise : random.nextDouble());
                }
            }
        }
        return new Framework(species, fractional);
    }

    /** D along z a tenth of that along x and y. */
    private static TrustFamily anisotropic() {
        Landscape landscape = Landscape.simpleCubic();
        int[] cells = {6, 6, 6};
        double[][] sites = landscape.supercellA(cells);
        double[] weights = Collections.nCopies(sites.length, 1.0).stream()
                .mapToDouble(w -> w)
                .toArray();
        PeriodicNetwork network = PeriodicNetwork.within(
                landscape.shortReachA(),
                landscape.supercellEdgesA(cells),
                sites,
                weights,
                (from, to, step) -> Math.abs(step[2]) > 1 ? 0.25 : 1);
        return of("sc, D along z a quarter", Kind.CONDUCTOR, 3, landscape, cells, true, 64, network);
    }

    /** Three layers of sc sites, joined to one another, beside vacuum. */
    private static TrustFamily slab() {
        Landscape landscape = new Landscape(
                new double[] {2.5, 2.5, 20},
                new double[][] {{0, 0, 2}, {0, 0, 4.5}, {0, 0, 7}},
                Landscape.simpleCubic().shortReachA(),
                Landscape.simpleCubic().shortReachA(),
                2);
        return crystal("slab of three layers (2D)", landscape, 54, true, 6, 6, 1);
    }

    private static TrustFamily latticeGas(String name, CubicLattice lattice, int cells, int ions, double hopA) {
        Landscape landscape = lattice == CubicLattice.SIMPLE ? Landscape.simpleCubic() : Landscape.bodyCentred();
        int[] repeats = {cells, cells, cells};
        return new TrustFamily(
                name,
                Kind.CONDUCTOR,
                3,
                Cell.cubic(new LatticeGas(lattice, cells, ions, 2, 0.1, hopA).edgeA()),
                framework(landscape, repeats, true),
                true,
                ions,
                (hopsPerIon, seed) -> {
                    LatticeGas unit = new LatticeGas(lattice, cells, ions, TrustFamily.FRAMES, 1, hopA);
                    double perAttempt = unit.chargeDiffusivityA2PerFrame() * correlation(lattice);
                    double attempts = hopsPerIon * hopA * hopA / 6 / (TrustFamily.FRAMES * perAttempt);
                    LatticeGas gas = new LatticeGas(lattice, cells, ions, TrustFamily.FRAMES, attempts, hopA);
                    return new Sample(
                            vibrating(gas.positionsA(seed), ions, seed), attempts * perAttempt, hopsPerIon * ions);
                });
    }

    /**
     * Tracer correlation factor of the two lattice gases, by chords of the displacement in 1500 runs of 4000 frames: known to
     * 0.2 %.
     */
    private static double correlation(CubicLattice lattice) {
        return lattice == CubicLattice.SIMPLE ? HALF_FILLED_SC : NEARLY_FULL_BCC;
    }

    private static final double HALF_FILLED_SC = 0.8525;
    private static final double NEARLY_FULL_BCC = 0.7753;

    private static double[][] vibrating(double[][] walk, int ions, long seed) {
        return Positions.sum(
                walk, new OrnsteinUhlenbeckCage(ions, walk.length, VIBRATION_A * VIBRATION_A, 0).positionsA(~seed));
    }

    /** Ions that hop in threes. */
    private static TrustFamily trios() {
        return simpleCubic("sc, ions hop in threes", 63, (hopsPerIon, seed) -> {
            ConcertedGroups groups =
                    new ConcertedGroups(21, 3, TrustFamily.FRAMES, hopsPerIon / TrustFamily.FRAMES, 2.5);
            return new Sample(
                    vibrating(spread(groups.positionsA(seed)), 63, seed),
                    groups.diffusivityA2PerFrame(),
                    hopsPerIon * 21);
        });
    }

    /** Ions of which every other one stays on its site. */
    private static TrustFamily halfStill() {
        PeriodicNetwork network = Landscape.simpleCubic().network(new int[] {6, 6, 6}, 1);
        return simpleCubic("sc, half of the ions still", 64, (hopsPerIon, seed) -> {
            PeriodicNetwork timed = network.faster(2 * hopsPerIon / (TrustFamily.FRAMES * network.hopsPerFrame()));
            double[][] walk = new NetworkWalk(timed, 64, TrustFamily.FRAMES, 0).positionsA(seed);
            for (double[] frame : walk) {
                for (int ion = 0; ion < 64; ion += 2) {
                    System.arraycopy(walk[0], 3 * ion, frame, 3 * ion, 3);
                }
            }
            return new Sample(vibrating(walk, 64, seed), timed.diffusivityA2PerFrame() / 2, hopsPerIon * 64);
        });
    }

    /** Vibration that forgets within ten frames only. */
    private static TrustFamily slowCages() {
        PeriodicNetwork network = Landscape.simpleCubic().network(new int[] {6, 6, 6}, 1);
        return simpleCubic("sc, slow vibration", 64, (hopsPerIon, seed) -> {
            PeriodicNetwork timed = network.faster(hopsPerIon / (TrustFamily.FRAMES * network.hopsPerFrame()));
            double[][] walk = new NetworkWalk(timed, 64, TrustFamily.FRAMES, 0).positionsA(seed);
            double[][] cage = new OrnsteinUhlenbeckCage(64, TrustFamily.FRAMES, 0.06, 10).positionsA(~seed);
            return new Sample(Positions.sum(walk, cage), timed.diffusivityA2PerFrame(), hopsPerIon * 64);
        });
    }

    private static TrustFamily simpleCubic(String name, int ions, Walk walk) {
        int[] cells = {6, 6, 6};
        Landscape landscape = Landscape.simpleCubic();
        return new TrustFamily(
                name, Kind.CONDUCTOR, 3, box(landscape, cells), framework(landscape, cells, true), true, ions, walk);
    }

    /** Ions on different sites of the lattice of hops. */
    private static double[][] spread(double[][] walk) {
        double[][] moved = new double[walk.length][];
        for (int frame = 0; frame < walk.length; frame++) {
            moved[frame] = walk[frame].clone();
            for (int ion = 0; ion < moved[frame].length / 3; ion++) {
                moved[frame][3 * ion] += 2.5 * (ion % 6);
                moved[frame][3 * ion + 1] += 2.5 * (ion / 6 % 6);
                moved[frame][3 * ion + 2] += 2.5 * (ion / 36 * 3);
            }
        }
        return moved;
    }

    static TrustFamily brownian(String name, int rank, double... barriers) {
        int[] cells = {5, 5, 5};
        Landscape landscape = new Landscape(new double[] {3, 3, 3}, new double[][] {{0, 0, 0}}, 3, 3, 3);
        return new TrustFamily(
                name,
                Kind.CONDUCTOR,
                rank,
                Cell.cubic(15),
                framework(landscape, cells, true),
                true,
                32,
                (hopsPerIon, seed) -> {
                    CosineBarriers unit = new CosineBarriers(32, TrustFamily.FRAMES, 1, barriers, 3);
                    double d = hopsPerIon * 9 / 6 / TrustFamily.FRAMES;
                    CosineBarriers walk =
                            new CosineBarriers(32, TrustFamily.FRAMES, d / unit.diffusivityA2PerFrame(), barriers, 3);
                    return new Sample(walk.positionsA(5, seed), walk.diffusivityA2PerFrame(), hopsPerIon * 32);
                });
    }

    /** Ions that only vibrate. */
    private static TrustFamily wells() {
        int[] cells = {6, 6, 6};
        Landscape landscape = Landscape.simpleCubic();
        return new TrustFamily(
                "wells without hops",
                Kind.CLOSED_CAGES,
                0,
                box(landscape, cells),
                framework(landscape, cells, true),
                true,
                64,
                (hopsPerIon, seed) -> {
                    double[][] cage =
                            new OrnsteinUhlenbeckCage(64, TrustFamily.FRAMES, 0.05, 200 / hopsPerIon).positionsA(seed);
                    return new Sample(spread(cage), 0, 0);
                });
    }
}
