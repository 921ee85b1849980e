package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.percolith.msd.estimators.EstimatorRow;
import org.percolith.msd.estimators.EstimatorTable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Golden file lattice_walk_exact.json: 8 ions, 65 frames of an integer walk, whose sums are exact integers. */
class LatticeWalkGoldenTest {

    private static final int IONS = 8;
    private static final int FRAMES = 65;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (-?\\d+)");

    private String json = "";
    private IonTracks tracks = TestTracks.of(new double[1][3]);

    @BeforeEach
    void read() throws IOException {
        json = Files.readString(SharedData.require("golden/statistics/lattice_walk_exact.json"));
        int start = json.indexOf("\"positions\"");
        Matcher numbers = NUMBER.matcher(json).region(start, json.indexOf("]]]", start));
        double[][] positions = new double[FRAMES][3 * IONS];
        for (int ion = 0; ion < IONS; ion++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                for (int axis = 0; axis < 3; axis++) {
                    assertThat(numbers.find()).isTrue();
                    positions[frame][3 * ion + axis] = Integer.parseInt(numbers.group());
                }
            }
        }
        tracks = IonTracks.ofCartesian(Cell.cubic(1), positions);
    }

    private long field(int lag, String name) {
        int start = json.indexOf("{\"lag\": " + lag + ",");
        Matcher fields = FIELD.matcher(json).region(start, json.indexOf('}', start));
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return Long.parseLong(fields.group(2));
            }
        }
        throw new AssertionError("no field " + name + " at lag " + lag);
    }

    @Test
    void directMomentsAreExactIntegers() {
        int[] lags = LagGrid.linear(1, FRAMES - 1, FRAMES);
        for (DisplacementMoments m : DisplacementMoments.evaluate(tracks, lags, TaskRunner.serial())) {
            int lag = m.lag();
            assertThat(m.samples()).isEqualTo(field(lag, "count"));
            assertThat(m.sumTensorA2().trace()).isEqualTo((double) field(lag, "sum_r2"));
            assertThat(m.sumFourthA4()).isEqualTo((double) field(lag, "sum_r4"));
            assertThat(m.sumTensorA2().xx()).isEqualTo((double) field(lag, "sum_xx"));
            assertThat(m.sumTensorA2().xy()).isEqualTo((double) field(lag, "sum_xy"));
            assertThat(m.sumTensorA2().xz()).isEqualTo((double) field(lag, "sum_xz"));
            assertThat(m.sumTensorA2().yz()).isEqualTo((double) field(lag, "sum_yz"));
        }
    }

    @Test
    void theTransformGivesTheSameIntegersUpToRounding() {
        MeanSquaredDisplacement msd = MeanSquaredDisplacement.of(tracks, TaskRunner.serial());
        for (int lag = 1; lag < FRAMES; lag++) {
            double samples = field(lag, "count");
            assertThat(msd.totalA2(lag) * samples).isCloseTo((double) field(lag, "sum_r2"), within(1e-9));
            assertThat(msd.tensorA2(lag).yz() * samples).isCloseTo((double) field(lag, "sum_yz"), within(1e-9));
        }
    }

    @Test
    void theCollectiveCurveIsTheSumOverIons() {
        IonTracks path = CollectivePath.of(tracks, TaskRunner.serial());
        MeanSquaredDisplacement collective = MeanSquaredDisplacement.of(path, TaskRunner.serial());
        for (int lag = 1; lag < FRAMES; lag++) {
            double expected = (double) field(lag, "sum_collective") / field(lag, "origins") / IONS;
            assertThat(collective.totalA2(lag)).isCloseTo(expected, within(1e-9));
        }
    }

    /**
     * What gmx msd of GROMACS 2022.5 prints on this walk, 1 Å per step and 1 ps per frame, all 65 frames and the first 64.
     */
    @Test
    void theHalfWindowRuleIsThatOfGromacs() {
        assertGromacsPrints(tracks, 0.9425, 0.7498);
        assertGromacsPrints(tracks.withPieces(List.of(new FrameRange(0, 64))), 0.9250, 0.8038);
    }

    private static void assertGromacsPrints(IonTracks run, double value, double difference) {
        DiffusionResult result = DiffusionAnalysis.analyze(run, DiffusionSettings.of(1, 300, 1), TaskRunner.serial());
        EstimatorRow.Printed printed = EstimatorTable.of(run, result, TaskRunner.serial()).rows().stream()
                .filter(row -> row.program().equals("gmx msd"))
                .findFirst()
                .flatMap(EstimatorRow::printed)
                .orElseThrow();
        assertThat(printed.diffusivityCm2PerS() * 1e5).isCloseTo(value, within(5e-5));
        assertThat(printed.claimedStdCm2PerS().orElseThrow() * 1e5).isCloseTo(difference, within(5e-5));
    }
}
