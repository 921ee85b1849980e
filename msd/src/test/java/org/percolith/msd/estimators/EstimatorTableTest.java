package org.percolith.msd.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionSettings;
import org.percolith.msd.DisplacementJson;
import org.percolith.msd.SharedData;
import org.percolith.msd.estimators.EstimatorRow.Printed;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Each rule against what the program itself printed, golden/pymatgen, golden/gemdat and golden/statistics. */
class EstimatorTableTest {

    private static final TaskRunner SERIAL = TaskRunner.serial();

    private static EstimatorTable table(IonTracks tracks, double frameIntervalPs, double temperatureK) {
        return EstimatorTable.of(
                tracks,
                DiffusionAnalysis.analyze(tracks, DiffusionSettings.of(frameIntervalPs, temperatureK, 1), SERIAL),
                SERIAL);
    }

    private static Printed printed(EstimatorTable table, String program, String rule) {
        return table.rows().stream()
                .filter(row -> row.program().equals(program) && row.rule().contains(rule))
                .findFirst()
                .flatMap(EstimatorRow::printed)
                .orElseThrow();
    }

    private static void assertPrints(Printed printed, double diffusivity, double std, double tolerance) {
        assertThat(printed.diffusivityCm2PerS() / diffusivity).isCloseTo(1, within(tolerance));
        assertThat(printed.claimedStdCm2PerS().orElseThrow() / std).isCloseTo(1, within(10 * tolerance));
    }

    private static FrameRange whole(IonTracks tracks) {
        return tracks.pieces().get(0);
    }

    @Test
    void pymatgenAndGemdatOnAnArgyrodite() throws IOException {
        List<Path> runs = IntStream.rangeClosed(1, 6)
                .mapToObj(run ->
                        SharedData.require("data/public/argyrodite/Li6PS5Cl/50p/run" + run + "/actual_XDATCAR.gz"))
                .toList();
        IonTracks tracks = SharedData.tracks(runs, "Li", Map.of("P", 1.0, "S", 1.0, "Cl", 1.0));
        EstimatorTable table = table(tracks, 0.1, 500);
        Printed smoothed = printed(table, "pymatgen", "smoothed=max");
        assertPrints(smoothed, 1.152373205994703e-05, 2.384302342264861e-10, 1e-9);
        assertThat(smoothed.fromPs()).isCloseTo(1.0, within(1e-9));
        assertThat(smoothed.toPs()).isCloseTo(69.7, within(1e-9));
        Printed unsmoothed = printed(table, "pymatgen", "smoothed=False");
        assertPrints(unsmoothed, 1.1134915133244305e-05, 3.5993359549168725e-08, 1e-9);
        Printed constant = PymatgenRule.constant(100, tracks, whole(tracks), 100, SERIAL)
                .printed()
                .orElseThrow();
        assertPrints(constant, 1.1363939698142551e-05, 2.7771347346213033e-08, 1e-9);
        // GEMDAT, framework drift removed: 1.0937745530177292e-09 m²/s.
        Printed end = printed(table, "GEMDAT", "");
        assertThat(end.diffusivityCm2PerS() / 1.0937745530177292e-05).isCloseTo(1, within(1e-9));
        assertThat(end.claimedStdCm2PerS()).isEmpty();
        // A thousand origins need more than these 700 frames.
        assertThat(table.rows().get(1).printed()).isEmpty();
    }

    @Test
    void pymatgenOnLgps() throws IOException {
        Path file = SharedData.require("data/public/cases/lgps/LGPS_600K_DiffusionAnalyzer.json.gz");
        IonTracks tracks = DisplacementJson.tracks(file, "Li", 1000);
        EstimatorTable table = table(tracks, 0.02, 600);
        assertPrints(printed(table, "pymatgen", "smoothed=max"), 1.1612930641107077e-06, 1.5226724613369716e-10, 1e-8);
        assertPrints(printed(table, "pymatgen", "smoothed=False"), 4.2597690543592726e-07, 2.081476342974812e-08, 1e-8);
        Printed constant = PymatgenRule.constant(50, tracks, whole(tracks), 20, SERIAL)
                .printed()
                .orElseThrow();
        assertPrints(constant, 6.574358299827711e-07, 2.1569793878825254e-08, 1e-8);
    }

    /** The Mo group's own file and its published D, RSD and number of jumps. */
    @Test
    void moGroupOnItsOwnMsd() throws IOException {
        Path file = SharedData.require("data/public/cases/mogroup/mogroup_LATP_1500K_msd-t.csv");
        double[] msd = Files.readAllLines(file).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .toArray();
        Printed printed = MoGroupRule.of(lag -> msd[lag - 1], msd.length, 8, 3.2, 0.02)
                .printed()
                .orElseThrow();
        assertThat(printed.diffusivityCm2PerS() / 7.60175023036e-05).isCloseTo(1, within(1e-9));
        assertThat(printed.claimedStdCm2PerS().orElseThrow() / printed.diffusivityCm2PerS())
                .isCloseTo(0.382165427856, within(1e-9));
    }

    @Test
    void everyRuleFindsTheDiffusivityOfAWalk() {
        IonTracks tracks = IonTracks.ofCartesian(
                Cell.cubic(20), BrownianWalk.isotropic(300, 1500, 0.01).positionsA(3));
        EstimatorTable table = table(tracks, 0.1, 500);
        assertThat(table.percolith()).isInstanceOf(Estimate.Measured.class);
        assertThat(table.rows()).hasSize(7);
        for (EstimatorRow row : table.rows()) {
            assertThat(row.printed().orElseThrow().diffusivityCm2PerS())
                    .as("%s", row)
                    .isCloseTo(1e-5, within(0.3e-5));
        }
    }

    @Test
    void shortAndStillRunsAreRefusedNotBroken() {
        for (int frames : new int[] {1, 2, 3, 4, 7, 12, 30}) {
            IonTracks tracks = IonTracks.ofCartesian(Cell.cubic(20), new double[frames][6]);
            for (EstimatorRow row : table(tracks, 0.1, 500).rows()) {
                row.printed().ifPresent(p -> assertThat(p.diffusivityCm2PerS()).isFinite());
            }
        }
    }

    @Test
    void aLineThroughThreePointsHasItsTextbookError() {
        // y = 0, 1, 1: slope 1/2, residuals −1/6, 1/3, −1/6; S = 1/6, Σ(x − x̄)² = 2, so the error is √(1/12).
        StraightLine line = StraightLine.fit(new double[] {0, 1, 2}, new double[] {0, 1, 1});
        assertThat(line.slope()).isCloseTo(0.5, within(1e-15));
        assertThat(line.slopeStd()).isCloseTo(Math.sqrt(1.0 / 12), within(1e-15));
    }
}
