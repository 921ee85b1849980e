package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Tracks whose pathway is known by construction. */
class PercolationAnalysisTest {

    private static final Cell TRICLINIC = Cell.ofRows(6, 0, 0, 1.5, 5.5, 0, -1, 2, 5);
    private static final PercolationSettings SETTINGS = PercolationSettings.at(600);

    private static PercolationResult analyze(IonTracks tracks) {
        return PercolationAnalysis.analyze(tracks, SETTINGS, TaskRunner.serial());
    }

    /**
     * Ions that hop to and fro by {@code hop} lattice vectors along given directions, with a small jitter: ion i walks
     * along direction {@code i % directions.length} through the origin.
     */
    private static IonTracks walkers(Cell cell, int ions, int frames, double hop, double[]... directions) {
        SplittableRandom random = new SplittableRandom(21);
        double[] at = random.doubles(ions).toArray();
        double[][] positionsA = new double[frames][3 * ions];
        for (double[] frame : positionsA) {
            for (int ion = 0; ion < ions; ion++) {
                double[] direction = directions[ion % directions.length];
                at[ion] += random.nextBoolean() ? hop : -hop;
                for (int axis = 0; axis < 3; axis++) {
                    frame[3 * ion + axis] =
                            cell.cartesian(at[ion] * direction[0], at[ion] * direction[1], at[ion] * direction[2], axis)
                                    + random.nextDouble(-0.1, 0.1);
                }
            }
        }
        return IonTracks.ofCartesian(cell, positionsA);
    }

    @Test
    void channelAlong111OfATriclinicCellIsOneDimensional() {
        PercolationResult result = analyze(walkers(TRICLINIC, 12, 300, 0.1, new double[] {1, 1, 1}));
        assertThat(result.dimensionality()).isEqualTo(1);
        assertThat(result.rankProbability()).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(result.directions()).hasToString("[[1 1 1]]");
        assertThat(result.percolates()).isTrue();
        assertThat(result.allData().axes())
                .allMatch(axis -> axis.reached().isPresent() && axis.held().isEmpty());
        assertThat(result.barrier(1).barrierEv()).isInstanceOf(Estimate.Measured.class);
        assertThat(result.barrier(2).barrierEv()).isInstanceOf(Estimate.Withheld.class);
        assertThat(result.bottleneck().orElseThrow().ions()).isPositive();
        assertThat(result.sensitivity()).extracting(GridSensitivity::rank).containsExactly(1, 1);
        assertThat(result.sensitivity().get(0).voxelA()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void ionsThatWalkAlongThreeAxesFormANetwork() {
        PercolationResult result = analyze(walkers(
                TRICLINIC, 30, 300, 0.1, new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1}));
        assertThat(result.dimensionality()).isEqualTo(3);
        assertThat(result.directions()).hasSize(3);
        Estimate.Measured barrier = (Estimate.Measured) result.barrier(3).barrierEv();
        assertThat(barrier.value()).isLessThan(result.barrier(3).mapEv().orElseThrow());
        assertThat(barrier.std()).isPositive();
    }

    @Test
    void pathwayCarriedByOneIonIsUndetermined() {
        IonTracks many = walkers(TRICLINIC, 12, 200, 0.0, new double[] {0, 0, 0});
        double[][] positionsA = new double[200][36];
        double[] x = new double[200];
        double[] y = new double[200];
        double[] z = new double[200];
        for (int ion = 0; ion < 12; ion++) {
            many.cartesian(ion, new FrameRange(0, 200), x, y, z);
            for (int frame = 0; frame < 200; frame++) {
                double travelled = ion == 5 ? 0.02 * frame : 0;
                positionsA[frame][3 * ion] = x[frame] + 6 * travelled;
                positionsA[frame][3 * ion + 1] = y[frame];
                positionsA[frame][3 * ion + 2] = z[frame];
            }
        }
        PercolationResult result = analyze(IonTracks.ofCartesian(TRICLINIC, positionsA));
        assertThat(result.dimensionality()).isNull();
        // An ion is missed by 12 draws from 12 with probability (11/12)^12 = 0.352.
        assertThat(result.rankProbability().get(0)).isCloseTo(0.352, within(0.1));
        assertThat(result.barrier(1).barrierEv()).isInstanceOf(Estimate.Withheld.class);
        assertThat(result.barrier(1).mapEv()).isPresent();
        assertThat(result.bottleneck().orElseThrow().ions()).isEqualTo(1);
    }

    @Test
    void frozenIonsStayInCages() {
        PercolationResult result = analyze(walkers(TRICLINIC, 4, 50, 0.0, new double[] {1, 1, 1}));
        assertThat(result.dimensionality()).isZero();
        assertThat(result.percolates()).isFalse();
        assertThat(result.directions()).isEmpty();
        assertThat(result.bottleneck()).isEmpty();
    }

    @Test
    void nothingToJudgeIsRankZeroAndNotApplicable() {
        IonTracks oneFrame = walkers(TRICLINIC, 4, 1, 0.1, new double[] {1, 1, 1});
        IonTracks noIons = IonTracks.ofCartesian(TRICLINIC, new double[20][0]);
        for (IonTracks tracks : List.of(oneFrame, noIons)) {
            PercolationResult result = analyze(tracks);
            assertThat(result.dimensionality()).isZero();
            assertThat(result.pointDensity().rank()).isZero();
        }
    }

    @Test
    void aSingleIonIsNeverAssured() {
        PercolationResult result = analyze(walkers(TRICLINIC, 1, 50, 0.0, new double[] {1, 1, 1}));
        assertThat(result.dimensionality()).isZero();
    }

    @Test
    void numberOfThreadsDoesNotMatter() {
        IonTracks tracks = walkers(TRICLINIC, 9, 100, 0.1, new double[] {1, 0, 0}, new double[] {0, 1, 1});
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(PercolationAnalysis.analyze(tracks, SETTINGS, TaskRunner.on(pool)))
                    .isEqualTo(analyze(tracks));
        } finally {
            pool.shutdown();
        }
    }
}
