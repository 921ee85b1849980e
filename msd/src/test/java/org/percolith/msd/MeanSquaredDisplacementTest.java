package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class MeanSquaredDisplacementTest {

    private static double[][] drifting(int ions, int frames, double driftPerFrameA, double offsetA) {
        double[][] positions = BrownianWalk.isotropic(ions, frames, 0.05).positionsA(7);
        for (int frame = 0; frame < frames; frame++) {
            for (int k = 0; k < 3 * ions; k++) {
                positions[frame][k] += offsetA + driftPerFrameA * frame * (1 + k % 3);
            }
        }
        return positions;
    }

    /** The definition, as a double loop over ions and origins. */
    private static double[] direct(double[][] r, List<FrameRange> pieces, int lag, int a, int b) {
        double sum = 0;
        long count = 0;
        for (FrameRange piece : pieces) {
            for (int k = piece.from(); k + lag < piece.to(); k++) {
                for (int i = 0; i < r[0].length; i += 3) {
                    sum += (r[k + lag][i + a] - r[k][i + a]) * (r[k + lag][i + b] - r[k][i + b]);
                    count++;
                }
            }
        }
        return new double[] {sum / count, count};
    }

    @Test
    void agreesWithTheDoubleLoopOnALongRunThatStartsFarFromTheOrigin() {
        double[][] positions = drifting(3, 3000, 0, 1e4);
        assertAgrees(positions, List.of(new FrameRange(0, 3000)), 1e-9);
    }

    @Test
    void agreesWithTheDoubleLoopOnATrackThatDriftsFar() {
        double[][] positions = drifting(3, 2000, 0.01, 50);
        assertAgrees(positions, List.of(new FrameRange(0, 2000)), 1e-9);
    }

    @Test
    void windowsNeverCrossABorderBetweenPieces() {
        double[][] positions = drifting(4, 300, 0.01, 0);
        for (int frame = 130; frame < 300; frame++) {
            for (int k = 0; k < positions[frame].length; k++) {
                positions[frame][k] += 1000;
            }
        }
        assertAgrees(
                positions, List.of(new FrameRange(5, 130), new FrameRange(130, 171), new FrameRange(180, 300)), 1e-9);
    }

    private static void assertAgrees(double[][] positions, List<FrameRange> pieces, double toleranceA2) {
        IonTracks tracks = TestTracks.of(positions).withPieces(pieces);
        MeanSquaredDisplacement msd = MeanSquaredDisplacement.of(tracks, TaskRunner.serial());
        for (int lag = 1; lag <= msd.maxLag(); lag = 1 + lag * 3 / 2) {
            SymmetricTensor tensor = msd.tensorA2(lag);
            for (int[] pair : SymmetricTensor.PAIRS) {
                double[] expected = direct(positions, pieces, lag, pair[0], pair[1]);
                assertThat(tensor.component(pair[0], pair[1]))
                        .as("lag %d component %d%d", lag, pair[0], pair[1])
                        .isCloseTo(expected[0], within(toleranceA2));
                assertThat((double) msd.windows(lag) * tracks.ions()).isEqualTo(expected[1]);
            }
        }
    }

    @Test
    void aConstantVelocityGivesTheSquareOfTheDistance() {
        double[][] positions = new double[200][3];
        for (int frame = 0; frame < 200; frame++) {
            positions[frame][0] = 0.1 * frame;
        }
        MeanSquaredDisplacement msd = MeanSquaredDisplacement.of(TestTracks.of(positions), TaskRunner.serial());
        assertThat(msd.totalA2(10)).isCloseTo(1.0, within(1e-12));
        assertThat(msd.totalA2(199)).isCloseTo(19.9 * 19.9, within(1e-9));
        assertThat(msd.totalA2(0)).isZero();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        IonTracks tracks = TestTracks.of(drifting(70, 500, 0.003, 3));
        MeanSquaredDisplacement serial = MeanSquaredDisplacement.of(tracks, TaskRunner.serial());
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            MeanSquaredDisplacement parallel = MeanSquaredDisplacement.of(tracks, TaskRunner.on(pool));
            for (int lag = 0; lag <= serial.maxLag(); lag++) {
                assertThat(parallel.tensorA2(lag)).isEqualTo(serial.tensorA2(lag));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aSeriesLongEnoughForLibraryThreadsIsStillExact() {
        double[][] positions = drifting(1, 20_000, 0, 0);
        IonTracks tracks = TestTracks.of(positions);
        MeanSquaredDisplacement msd = MeanSquaredDisplacement.of(tracks, TaskRunner.serial());
        double[] expected = direct(positions, tracks.pieces(), 777, 1, 1);
        assertThat(msd.tensorA2(777).yy()).isCloseTo(expected[0], within(1e-9));
    }
}
