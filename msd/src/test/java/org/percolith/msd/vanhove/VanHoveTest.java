package org.percolith.msd.vanhove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.msd.DisplacementJson;
import org.percolith.msd.SharedData;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class VanHoveTest {

    private static final TaskRunner SERIAL = TaskRunner.serial();

    private static IonTracks tracks(double[][] positionsA) {
        return IonTracks.ofCartesian(Cell.cubic(20), positionsA);
    }

    /** 4πr² G_s = √(2/π) r²/σ³ exp(−r²/2σ²), σ² = 2Dt. */
    @Test
    void aGaussianWalkHasTheMaxwellianSelfPart() {
        IonTracks tracks = tracks(BrownianWalk.isotropic(100, 2000, 0.05).positionsA(1));
        VanHove table = VanHove.of(tracks, 0.1, new int[] {1, 10}, 8, 80, 1, SERIAL);
        for (int k = 0; k < 2; k++) {
            double variance = 2 * 0.05 * (k == 0 ? 1 : 10);
            double sum = 0;
            for (int bin = 0; bin < 80; bin++) {
                double r = table.radiusA()[bin];
                double expected =
                        Math.sqrt(2 / Math.PI) * r * r * Math.exp(-r * r / (2 * variance)) / Math.pow(variance, 1.5);
                assertThat(table.selfPerA()[k][bin]).isCloseTo(expected, within(0.03));
                sum += table.selfPerA()[k][bin] * 0.1;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(table.lagPs()[k]).isCloseTo(k == 0 ? 0.1 : 1, within(1e-12));
        }
    }

    @Test
    void ionsPlacedAtRandomHaveNoDistinctStructure() {
        Random random = new Random(5);
        double[][] positions = new double[40][600];
        for (double[] frame : positions) {
            Arrays.setAll(frame, k -> 20 * random.nextDouble());
        }
        VanHove table = VanHove.of(tracks(positions), 0.1, new int[] {0, 7}, 12, 24, 40, SERIAL);
        for (int bin = 4; bin < 20; bin++) {
            assertThat(table.distinct()[0][bin]).as("bin %d", bin).isCloseTo(1, within(0.06));
            assertThat(table.distinct()[1][bin]).as("bin %d", bin).isCloseTo(1, within(0.06));
        }
        // Beyond half the box images would be missed.
        assertThat(table.distinct()[0][21]).isZero();
    }

    @Test
    void anIonThatTakesThePlaceOfAnotherPeaksAtTheOrigin() {
        double[][] positions = new double[2][6];
        positions[0] = new double[] {1, 1, 1, 4, 1, 1};
        positions[1] = new double[] {4, 1, 1, 7, 1, 1};
        VanHove table = VanHove.of(tracks(positions), 0.1, new int[] {1}, 10, 20, 1, SERIAL);
        assertThat(table.distinct()[0][0]).isGreaterThan(1000);
        assertThat(table.distinct()[0][12]).isGreaterThan(1);
        assertThat(table.distinct()[0][6]).isZero();
    }

    /**
     * golden/pymatgen/vanhove_rdf_na3ps4.json, rows 10 and 19: five origins, bins of 0.1 Å, each smeared by a normal law
     * of width 0.1 Å about its lower edge.
     */
    @Test
    void smearedItIsWhatPymatgenPrints() throws IOException {
        Path file = SharedData.require("data/public/cases/na3ps4/cNa3PS4_pda.json");
        IonTracks tracks = DisplacementJson.tracks(file, "Na", 100);
        double[][] golden = {
            {0.11080588049265899, 0.2225906543017086, 0.3148184969521752, 0.41880553553139166, 0.5279651860038617},
            {0.03950502037810397, 0.13140174558955986, 0.24702226707116784, 0.3316561555153829, 0.44323962839561715}
        };
        NormalDistribution smear = new NormalDistribution(0, 0.1);
        int[] lags = {50, 95};
        for (int row = 0; row < 2; row++) {
            IonTracks fiveOrigins = tracks.withPieces(List.of(new FrameRange(0, lags[row] + 5)));
            VanHove table = VanHove.of(fiveOrigins, 0.02, new int[] {lags[row]}, 10, 100, 1, SERIAL);
            for (int k = 0; k < golden[row].length; k++) {
                double sum = 0;
                for (int bin = 0; bin < 100; bin++) {
                    sum += 0.1 * table.selfPerA()[0][bin] * smear.density(0.1 * (k - bin));
                }
                assertThat(sum).isCloseTo(golden[row][k], within(1e-12));
            }
        }
    }

    @Test
    void theShapeOfHopsIsNotGaussianAndTheirExponentIsOne() {
        DisplacementTable hops =
                DisplacementTable.of(tracks(new PoissonHops(200, 3000, 0.05, 2).positionsA(2)), 0.1, 300, 5, SERIAL);
        for (int k = 0; k < hops.lagPs().length && hops.lagPs()[k] < 3; k++) {
            // α₂ = 3/(5 p t) for unit hops along the axes.
            double expected = 0.6 / (0.05 * hops.lagPs()[k] / 0.1);
            assertThat(hops.nonGaussian()[k] / expected).isCloseTo(1, within(0.15));
            assertThat(hops.localExponent()[k]).isCloseTo(1, within(0.05));
        }
        assertThat(hops.lagPs()[hops.lagPs().length - 1]).isCloseTo(30, within(1e-9));
        DisplacementTable cage = DisplacementTable.of(
                tracks(new OrnsteinUhlenbeckCage(100, 3000, 0.1, 3).positionsA(3)), 0.1, 300, 5, SERIAL);
        int last = cage.lagPs().length - 1;
        assertThat(cage.localExponent()[last]).isCloseTo(0, within(0.05));
        assertThat(cage.nonGaussian()[0]).isCloseTo(0, within(0.02));
        assertThat(cage.msdA2()[last]).isCloseTo(0.6, within(0.02));
    }

    @Test
    void lagsBeyondTheRunAreRefused() {
        assertThatThrownBy(() -> DisplacementTable.of(tracks(new double[10][3]), 0.1, 10, 5, SERIAL))
                .hasMessageContaining("1 to 9");
    }

    /** Every pair, every one of 27 images by its Cartesian distance, in a skewed cell. */
    @Test
    void theDistinctPartIsThatOfCountingEveryImage() {
        Cell cell = Cell.ofRows(9, 0, 0, 3, 8, 0, -2, 1, 10);
        double[][] positions = BrownianWalk.isotropic(12, 30, 0.3).positionsA(4);
        Random random = new Random(8);
        double[] sites = new double[36];
        Arrays.setAll(sites, k -> 9 * random.nextDouble());
        for (double[] frame : positions) {
            Arrays.setAll(frame, k -> frame[k] + sites[k]);
        }
        int lag = 5;
        double width = 0.5;
        VanHove table = VanHove.of(IonTracks.ofCartesian(cell, positions), 0.1, new int[] {lag}, 3.5, 7, 25, SERIAL);
        double[] expected = new double[7];
        for (int frame = 0; frame < 25; frame++) {
            for (int pair = 0; pair < 144; pair++) {
                double distance = nearest(positions[frame], pair / 12, positions[frame + lag], pair % 12, cell);
                if (pair / 12 != pair % 12 && distance < 3.5) {
                    double inner = width * (int) (distance / width);
                    double shell = 4 * Math.PI / 3 * (Math.pow(inner + width, 3) - Math.pow(inner, 3));
                    expected[(int) (distance / width)] += cell.volumeA3() / (25 * 12 * 11 * shell);
                }
            }
        }
        assertThat(table.distinct()[0]).containsExactly(expected, within(1e-9));
    }

    private static double nearest(double[] before, int i, double[] after, int j, Cell cell) {
        double[] rows = cell.rows();
        double smallest = Double.MAX_VALUE;
        // Ions wander out of the cell, so images up to three cells away.
        for (int image = 0; image < 343; image++) {
            int[] cells = {image / 49 - 3, image / 7 % 7 - 3, image % 7 - 3};
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double step = after[3 * j + axis] - before[3 * i + axis];
                for (int k = 0; k < 3; k++) {
                    step += cells[k] * rows[3 * k + axis];
                }
                squared += step * step;
            }
            smallest = Math.min(smallest, squared);
        }
        return Math.sqrt(smallest);
    }
}
