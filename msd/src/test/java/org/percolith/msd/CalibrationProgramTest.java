package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The calibration program: intervals of D, the Haven ratio, Ea and σ(300 K) and the call of the dimension, on the walks
 * the rules were tuned on and on others. Writes {@code target/calibration.md}.
 */
@Tag("calibration")
class CalibrationProgramTest {

    private static final int RUNS = Integer.getInteger("calibration.runs", 500);

    /** Far from the seeds of the tuning, which lie below 100 000 000. */
    private static final long FIRST_SEED = Long.getLong("calibration.first", 9_000_000_000L);

    private static final long SEEDS_PER_SYSTEM = 10_000_000;

    /** Families that miss the gate and stay in the table: why. */
    private static final Map<String, String> KNOWN_MISSES = Map.of(
            "ions sharing a slow mode", "the mode relaxes within twice the start of the line, so D comes out 2 % high");

    @Test
    void intervalsHoldTheTruth() throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<CalibrationRow> rows = new ArrayList<>();
        List<CalibrationSystem> systems = new ArrayList<>(TunedSystems.all());
        systems.addAll(UntunedSystems.all());
        systems.addAll(HoldOutSystems.all());
        systems.addAll(HoldOutSystems.fresh());
        try {
            TaskRunner runner = TaskRunner.on(pool);
            for (int k = 0; k < systems.size(); k++) {
                rows.addAll(Calibration.rows(systems.get(k), RUNS, FIRST_SEED + k * SEEDS_PER_SYSTEM, runner));
                write(rows);
            }
            for (SweepCalibration sweep : SweepCalibration.all()) {
                rows.addAll(sweep.rows(RUNS, FIRST_SEED - SEEDS_PER_SYSTEM, runner));
                write(rows);
            }
        } finally {
            pool.shutdown();
        }
        write(rows);
        SoftAssertions softly = new SoftAssertions();
        for (CalibrationRow row : rows) {
            if (!KNOWN_MISSES.containsKey(row.family())) {
                judge(row, systems, softly);
            }
        }
        assertThat(rows).extracting(CalibrationRow::family).containsAll(KNOWN_MISSES.keySet());
        softly.assertAll();
    }

    /** The gate is 0.93 to 0.99; with 500 runs a coverage of 0.95 or 0.98 scatters by 0.010, hence 0.92 to 0.998. */
    private static void judge(CalibrationRow row, List<CalibrationSystem> systems, SoftAssertions softly) {
        boolean moves = row.trueStd() > 0 && row.values() > row.runs() / 2;
        if (moves) {
            softly.assertThat(row.coverage()).as("coverage %s", row).isBetween(0.92, 0.998);
            softly.assertThat(row.claimedOverTrue()).as("claim %s", row).isBetween(0.85, 1.35);
        }
        row.calls().ifPresent(calls -> {
            boolean sufficient = systems.stream()
                    .anyMatch(s -> s.name().equals(row.family()) && s.truth().sufficient());
            if (sufficient) {
                softly.assertThat(calls.right()).as("dimension %s", row).isGreaterThanOrEqualTo(row.runs() * 95 / 100);
            }
            softly.assertThat(calls.wrong()).as("wrong dimension %s", row).isLessThanOrEqualTo(row.runs() * 5 / 100);
        });
    }

    private static void write(List<CalibrationRow> rows) throws IOException {
        String table = rows.stream().map(row -> row + "\n").collect(Collectors.joining());
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("calibration.md"), CalibrationRow.HEADER + table);
    }
}
