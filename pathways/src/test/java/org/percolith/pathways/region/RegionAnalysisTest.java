package org.percolith.pathways.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.quantity.Estimate;

/** Two slabs with a diffusivity each. */
class RegionAnalysisTest {

    private static final double EDGE_A = 20;
    private static final double HEIGHT_A = 40;
    private static final double SLOW_A2_PER_PS = 0.05;
    private static final double FAST_A2_PER_PS = 0.5;
    private static final double INTERVAL_PS = 0.05;
    private static final int IONS = 120;
    private static final int FRAMES = 3000;

    /** Brownian ions that move slowly below half the height, fast above it, in fine steps (Itô with tiny steps). */
    private static IonTracks twoSlabs(long seed, double graded) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] positions = new double[FRAMES][3 * IONS];
        double[] at = new double[3 * IONS];
        for (int k = 0; k < at.length; k++) {
            at[k] = random.nextDouble() * (k % 3 == 2 ? HEIGHT_A : EDGE_A);
        }
        int steps = 10;
        double dt = INTERVAL_PS / steps;
        for (int frame = 0; frame < FRAMES; frame++) {
            positions[frame] = at.clone();
            for (int step = 0; step < steps; step++) {
                for (int ion = 0; ion < IONS; ion++) {
                    double d = diffusivity(at[3 * ion + 2], graded);
                    double width = Math.sqrt(2 * d * dt);
                    for (int axis = 0; axis < 3; axis++) {
                        at[3 * ion + axis] += width * random.nextGaussian();
                    }
                }
            }
        }
        return IonTracks.ofCartesian(Cell.orthorhombic(EDGE_A, EDGE_A, HEIGHT_A), positions);
    }

    private static double diffusivity(double z, double graded) {
        double s = z - HEIGHT_A * Math.floor(z / HEIGHT_A);
        double beyond = Math.min(Math.min(Math.abs(s - HEIGHT_A / 2), s), HEIGHT_A - s);
        double share = graded == 0 ? 1 : Math.min(1, beyond / graded);
        double middle = 0.5 * (SLOW_A2_PER_PS + FAST_A2_PER_PS);
        double own = s < HEIGHT_A / 2 ? SLOW_A2_PER_PS : FAST_A2_PER_PS;
        return middle + share * (own - middle);
    }

    private static final IonTracks NO_FRAMEWORK =
            IonTracks.ofCartesian(Cell.orthorhombic(EDGE_A, EDGE_A, HEIGHT_A), new double[FRAMES][3]);

    private static List<Region> regions(IonTracks ions, String choice) {
        return RegionAnalysis.of(RegionChoice.parse(choice), ions, "Li", NO_FRAMEWORK, List.of("P"), INTERVAL_PS)
                .regions();
    }

    @Test
    void eachSlabHasItsOwnDiffusivityAlongAndAcross() {
        List<String> missed = new ArrayList<>();
        int runs = 8;
        for (int run = 0; run < runs; run++) {
            List<Region> found = regions(twoSlabs(100 + run, 0), "slab:c:0,0.5");
            check(found.get(0).parallelCm2PerS(), SLOW_A2_PER_PS, "slow, along", missed);
            check(found.get(1).parallelCm2PerS(), FAST_A2_PER_PS, "fast, along", missed);
            check(found.get(0).perpendicularCm2PerS(), SLOW_A2_PER_PS, "slow, across", missed);
            check(found.get(1).perpendicularCm2PerS(), FAST_A2_PER_PS, "fast, across", missed);
        }
        // 32 intervals of 95 %: three or more misses happen in one of five series, six in one of 300.
        assertThat(missed).hasSizeLessThan(6);
    }

    @Test
    void aGradedInterfaceLeavesTheMiddlesAsTheyAre() {
        List<Region> found = regions(twoSlabs(7, 2), "slab:c:0.05,0.45");
        Estimate.Measured slow = (Estimate.Measured) found.get(0).parallelCm2PerS();
        assertThat(slow.value()).isCloseTo(SLOW_A2_PER_PS * 1e-4, within(4 * slow.std()));
    }

    private static void check(Estimate estimate, double a2PerPs, String what, List<String> missed) {
        double truth = a2PerPs * 1e-4;
        boolean bounded = estimate instanceof Estimate.UpperBound bound && truth <= bound.upper95();
        if (!bounded && !(estimate instanceof Estimate.Measured m && m.lower95() <= truth && truth <= m.upper95())) {
            missed.add(what + " " + estimate);
        }
    }

    @Test
    void nearAnElementThatIsNotThere() {
        assertThatThrownBy(() -> regions(twoSlabs(1, 0), "near:Cl:3"))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("no Cl");
    }

    @Test
    void wordsThatNameNoRegion() {
        for (String word : List.of("slab", "slab:d:0,1", "slab:c:0.5,0.5", "near:I", "all")) {
            assertThatThrownBy(() -> RegionChoice.parse(word)).hasMessageContaining("slab:c:0.2,0.6");
        }
    }
}
