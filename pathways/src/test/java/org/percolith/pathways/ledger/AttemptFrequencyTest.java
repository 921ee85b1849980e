package org.percolith.pathways.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.hop.Stay;
import org.percolith.pathways.jump.BasinKinds;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Harmonic oscillators, whose frequency and amplitude are known. */
class AttemptFrequencyTest {

    private static final int IONS = 8;
    private static final int FRAMES = 2000;
    private static final double AMPLITUDE_A = 0.2;

    /** Oscillators with their own phases, far from one another, at 12 Å times the corners of a cube. */
    private static IonTracks oscillators(double frequencyThz, double intervalPs) {
        SplittableRandom random = new SplittableRandom(5);
        double[] phase = random.doubles(3 * IONS, 0, 2 * Math.PI).toArray();
        double[][] positions = new double[FRAMES][3 * IONS];
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int k = 0; k < 3 * IONS; k++) {
                double corner = 3 + 6 * (((k / 3) >> (k % 3)) & 1);
                positions[frame][k] =
                        corner + AMPLITUDE_A * Math.sin(2 * Math.PI * frequencyThz * frame * intervalPs + phase[k]);
            }
        }
        return IonTracks.ofCartesian(Cell.cubic(12), positions);
    }

    private static List<Stay> stays() {
        return IntStream.range(0, IONS)
                .mapToObj(ion -> new Stay(ion, ion, 0, 0, FRAMES - 1, FRAMES, false, false))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 8, 12})
    void frequencyOfAnOscillator(double thz) {
        for (double intervalPs : new double[] {0.002, 0.01, 0.02}) {
            Estimate found = AttemptFrequency.ofThz(oscillators(thz, intervalPs), stays(), intervalPs);
            assertThat(((Estimate.Measured) found).value())
                    .as("every %s ps", intervalPs)
                    .isCloseTo(thz, within(0.02 * thz));
        }
    }

    @Test
    void coarseFramesAreRefusedWithWhatWouldDo() {
        Estimate found = AttemptFrequency.ofThz(oscillators(8, 0.1), stays(), 0.1);
        assertThat(((Estimate.Withheld) found).reason()).contains("100 fs").contains("25 fs");
    }

    @Test
    void vibrationIsAboutTheCentreOfTheBasin() {
        IonTracks tracks = oscillators(7.3, 0.01);
        BasinMap map = BasinAnalysis.analyze(tracks, BasinSettings.at(600), TaskRunner.serial());
        List<Stay> stays = HopNetwork.of(tracks, map, TaskRunner.serial()).stays();
        Vibration found =
                Vibration.of(tracks, stays, map, BasinKinds.of(map, List.of())).get(0);
        // Three components of A²/2.
        assertThat(((Estimate.Measured) found.meanSquareA2()).value())
                .isCloseTo(1.5 * AMPLITUDE_A * AMPLITUDE_A, within(0.003));
    }
}
