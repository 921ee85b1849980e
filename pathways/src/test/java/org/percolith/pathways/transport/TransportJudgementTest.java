package org.percolith.pathways.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.fixtures.Positions;
import org.percolith.pathways.JudgedTracks;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** The gate on walks with known fate: closed cages never get a conductivity, hopping ions do. */
class TransportJudgementTest {

    private static final double EDGE_A = 16;
    private static final int IONS = 24;
    private static final int REPEATS = 20;

    /** Home positions on a coarse lattice, so that cages do not overlap. */
    private static double[][] atHome(double[][] displacementsA) {
        double[][] positions = new double[displacementsA.length][];
        for (int frame = 0; frame < positions.length; frame++) {
            positions[frame] = displacementsA[frame].clone();
            for (int ion = 0; ion < positions[frame].length / 3; ion++) {
                int row = ion / 4 % 4;
                int layer = ion / 16;
                positions[frame][3 * ion] += EDGE_A / 4 * (ion % 4) + 1;
                positions[frame][3 * ion + 1] += EDGE_A / 4 * row + 1;
                positions[frame][3 * ion + 2] += EDGE_A / 2 * layer + 1;
            }
        }
        return positions;
    }

    private static TransportJudgement judge(double[][] displacementsA) {
        IonTracks tracks = IonTracks.ofCartesian(Cell.cubic(EDGE_A), atHome(displacementsA));
        return JudgedTracks.of(tracks, JudgedTracks.NO_FRAMEWORK, 0.1, 500, TaskRunner.serial())
                .judgement();
    }

    /** Ions that hop between the six corners of an octahedral cage, at random and slowly, and never leave it. */
    private static double[][] hopsInCages(int frames, double hopsPerFrame, double radiusA, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] corner = random.ints(IONS, 0, 6).toArray();
        double[][] positions = new double[frames][3 * IONS];
        for (int frame = 0; frame < frames; frame++) {
            for (int ion = 0; ion < IONS; ion++) {
                corner[ion] = random.nextDouble() < hopsPerFrame ? random.nextInt(6) : corner[ion];
                for (int axis = 0; axis < 3; axis++) {
                    double site = corner[ion] / 2 == axis ? (corner[ion] % 2 == 0 ? radiusA : -radiusA) : 0;
                    positions[frame][3 * ion + axis] = site + 0.15 * random.nextGaussian();
                }
            }
        }
        return positions;
    }

    @Test
    void vibrationInACageIsNeverConductivity() {
        for (int seed = 0; seed < REPEATS; seed++) {
            double[][] cage = new OrnsteinUhlenbeckCage(IONS, 600, 0.2, 8).positionsA(seed);
            TransportJudgement judgement = judge(cage);
            assertThat(judgement.transport()).as("seed " + seed).isEqualTo(Transport.CONFINED);
            assertThat(judgement.tracerMsPerCm()).isInstanceOf(Estimate.Withheld.class);
            assertThat(judgement.tracerCm2PerS()).isInstanceOf(Estimate.UpperBound.class);
        }
    }

    @Test
    void slowHopsInsideCagesAreNeverConductivity() {
        for (int seed = 0; seed < REPEATS; seed++) {
            TransportJudgement judgement = judge(hopsInCages(700, 0.004, 1.1, seed));
            assertThat(judgement.transport()).as("seed " + seed).isIn(Transport.CONFINED, Transport.UNDETERMINED);
            assertThat(judgement.tracerMsPerCm()).isInstanceOf(Estimate.Withheld.class);
            assertThat(judgement.chargeMsPerCm()).isInstanceOf(Estimate.Withheld.class);
        }
    }

    @Test
    void hopsThroughTheCrystalAreDiffusiveInThreeDimensions() {
        for (int seed = 0; seed < REPEATS; seed++) {
            double[][] walk = Positions.sum(
                    new PoissonHops(IONS, 2000, 0.03, 2).positionsA(seed),
                    new OrnsteinUhlenbeckCage(IONS, 2000, 0.05, 3).positionsA(1000 + seed));
            TransportJudgement judgement = judge(walk);
            assertThat(judgement.transport()).as("seed " + seed).isEqualTo(Transport.DIFFUSIVE);
            assertThat(judgement.tracerMsPerCm()).isInstanceOf(Estimate.Measured.class);
        }
    }

    @Test
    void aFewFramesAreUndetermined() {
        TransportJudgement judgement = judge(new PoissonHops(IONS, 10, 0.02, 2).positionsA(1));
        assertThat(judgement.transport()).isEqualTo(Transport.UNDETERMINED);
        assertThat(judgement.tracerMsPerCm()).isInstanceOf(Estimate.Withheld.class);
    }
}
