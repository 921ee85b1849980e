package org.percolith.pathways.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.percolith.density.PairCounts;
import org.percolith.density.PairDistribution;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** A kinetic model with two anions of very different radius: each ion changes between a small one and a large one. */
class ResidenceAnalysisTest {

    private static final int EDGE = 3;
    private static final int IONS = EDGE * EDGE * EDGE;
    private static final int FRAMES = 4000;
    private static final double SPACING_A = 12;
    private static final double SMALL_A = 2.0;
    private static final double LARGE_A = 2.8;
    private static final double APART_A = 7;
    private static final double INTERVAL_PS = 0.1;

    /** Anions at the corners of a lattice, one of each kind in every cell. */
    private static IonTracks anions() {
        double[] frame = new double[6 * IONS];
        for (int cell = 0; cell < IONS; cell++) {
            for (int kind = 0; kind < 2; kind++) {
                double[] corner = corner(cell);
                corner[0] += kind * APART_A;
                System.arraycopy(corner, 0, frame, 3 * (2 * cell + kind), 3);
            }
        }
        return IonTracks.ofCartesian(
                Cell.cubic(EDGE * SPACING_A), Collections.nCopies(FRAMES, frame).toArray(new double[0][]));
    }

    private static double[] corner(int cell) {
        int row = cell / EDGE;
        int layer = row / EDGE;
        return new double[] {SPACING_A * (cell % EDGE), SPACING_A * (row % EDGE), SPACING_A * layer};
    }

    private static IonTracks ions(double leavesSmall, double leavesLarge, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] onLarge = new boolean[IONS];
        for (int ion = 0; ion < IONS; ion++) {
            onLarge[ion] = random.nextDouble() < leavesSmall / (leavesSmall + leavesLarge);
        }
        double[][] positions = new double[FRAMES][3 * IONS];
        for (double[] frame : positions) {
            for (int ion = 0; ion < IONS; ion++) {
                double[] place = corner(ion);
                place[0] += onLarge[ion] ? APART_A - LARGE_A : SMALL_A;
                for (int axis = 0; axis < 3; axis++) {
                    frame[3 * ion + axis] = place[axis] + 0.05 * random.nextGaussian();
                }
                onLarge[ion] ^= random.nextDouble() < (onLarge[ion] ? leavesLarge : leavesSmall);
            }
        }
        return IonTracks.ofCartesian(Cell.cubic(EDGE * SPACING_A), positions);
    }

    private static Residence residence(double leavesSmall, double leavesLarge, long seed) {
        IonTracks ions = ions(leavesSmall, leavesLarge, seed);
        IonTracks anions = anions();
        List<String> symbols = Collections.nCopies(IONS, List.of("O", "I")).stream()
                .flatMap(List::stream)
                .toList();
        PairDistribution pairs = PairCounts.of(ions, "Li", anions, symbols, 0.05, 6, 200, TaskRunner.serial());
        return ResidenceAnalysis.of(ions, "Li", anions, symbols, pairs, INTERVAL_PS, TaskRunner.serial())
                .orElseThrow();
    }

    @Test
    void sharesLifetimesAndExchangeAreRecovered() {
        double leavesSmall = 0.01;
        double leavesLarge = 0.03;
        double share = leavesLarge / (leavesSmall + leavesLarge);
        List<String> missed = new ArrayList<>();
        int runs = 5;
        for (int run = 0; run < runs; run++) {
            Residence found = residence(leavesSmall, leavesLarge, 40 + run);
            UnitResidence small = unit(found, "O");
            UnitResidence large = unit(found, "I");
            check(small.share(), share, "share", missed);
            check(small.neighbourShare(), share, "neighbours", missed);
            check(small.lifetimePs(), INTERVAL_PS / leavesSmall, "stays on the small one", missed);
            check(large.lifetimePs(), INTERVAL_PS / leavesLarge, "stays on the large one", missed);
            check(found.exchangePerNs().get(0).get(1), 1000 / INTERVAL_PS * share * leavesSmall, "exchange", missed);
            assertThat(((Estimate.Measured) large.intermittentPs()).value())
                    .isCloseTo(memoryOfLargePs(1 - share, leavesSmall + leavesLarge), within(0.6));
            double q = share;
            check(found.balance(), -(q * Math.log(q) + (1 - q) * Math.log(1 - q)) / Math.log(2), "balance", missed);
        }
        assertThat(missed).as("of 30 intervals of 95 %%").hasSizeLessThanOrEqualTo(5);
    }

    /**
     * An ion returns only to its own anion, so that C(t) = p + (1 - p) exp(-kt) with its share p there; less the level p/N of
     * chance among N anions, it is 1/e where exp(-kt) = [(1 - p/N)/e + p/N - p]/(1 - p).
     */
    private static double memoryOfLargePs(double p, double perFrame) {
        double chance = p / IONS;
        double left = ((1 - chance) * Math.exp(-1) + chance - p) / (1 - p);
        return -Math.log(left) / perFrame * INTERVAL_PS;
    }

    @Test
    void equalByConstructionIsBalanced() {
        Residence found = residence(0.02, 0.02, 3);
        assertThat(((Estimate.Measured) found.balance()).value()).isCloseTo(1, within(0.01));
        assertThat(found.verdict().message()).startsWith("balanced");
    }

    @Test
    void oneThatIsHardlyLeftTraps() {
        Residence found = residence(0.1, 0.002, 3);
        assertThat(found.verdict().message()).startsWith("trapped by I");
    }

    private static UnitResidence unit(Residence found, String name) {
        return Stream.of(name)
                .flatMap(wanted ->
                        found.units().stream().filter(unit -> unit.unit().equals(wanted)))
                .findFirst()
                .orElseThrow();
    }

    private static void check(Estimate estimate, double truth, String what, List<String> missed) {
        if (!(estimate instanceof Estimate.Measured m && m.lower95() <= truth && truth <= m.upper95())) {
            missed.add(what + " " + truth + " " + estimate);
        }
    }
}
