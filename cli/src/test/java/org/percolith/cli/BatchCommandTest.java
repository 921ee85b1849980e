package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of small walks: run here, gone on with, merged, and as scripts. */
class BatchCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeRuns() throws IOException {
        for (int temperatureK : new int[] {600, 700, 800}) {
            Path run = Files.createDirectories(folder.resolve("runs/" + temperatureK + "K"));
            Files.writeString(run.resolve("XDATCAR"), walk(temperatureK, 0.0005 * temperatureK));
        }
    }

    private static String walk(long seed, double stepA) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] positions = new double[24];
        StringBuilder text = new StringBuilder("walk\n1\n10 0 0\n0 10 0\n0 0 10\nLi S\n8 8\n");
        for (int frame = 1; frame <= 120; frame++) {
            text.append("Direct configuration= ").append(frame).append('\n');
            for (int k = 0; k < 24; k++) {
                positions[k] += stepA / 10 * random.nextGaussian();
                text.append(String.format(Locale.ROOT, k % 3 == 2 ? "%.6f%n" : "%.6f ", positions[k]));
            }
            for (int atom = 0; atom < 8; atom++) {
                text.append(String.format(
                        Locale.ROOT, "%.2f %.2f %.2f%n", 0.5 * (atom & 1), 0.25 * (atom & 2), 0.125 * (atom & 4)));
            }
        }
        return text.toString();
    }

    private Called batch(Object... more) {
        Object[] arguments = new Object[more.length + 6];
        Object[] fixed = {"batch", folder.resolve("runs"), "--frame-interval", "100fs", "--out", folder.resolve("out")};
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return Called.percolith(arguments);
    }

    private static JsonNode numbers(Path summary) throws IOException {
        ObjectNode node = (ObjectNode) new ObjectMapper().readTree(summary.toFile());
        node.remove("provenance");
        return node;
    }

    @Test
    void aBatchIsGoneOnWithAndMerged() throws IOException {
        Called first = batch("--local");
        assertThat(first.exitCode()).as(first.err()).isZero();
        List<String> table = Files.readAllLines(folder.resolve("out/results.csv"));
        assertThat(table).hasSize(4);
        assertThat(folder.resolve("out/sweep/summary.json")).exists();
        assertThat(first.out()).contains("3 runs: 3 done");

        assertThat(batch("--local").err()).contains("3 runs, 3 of them already done");

        Files.writeString(folder.resolve("runs/700K/XDATCAR"), walk(9, 0.4));
        assertThat(batch("--local").err()).as("one has changed").contains("3 runs, 2 of them already done");
    }

    @Test
    void aTaskIsWhatAnalyzeSays() throws IOException {
        assertThat(batch("--local").exitCode()).isZero();
        Path alone = folder.resolve("alone");
        assertThat(Called.percolith("analyze", folder.resolve("runs/600K"), "--frame-interval", "100fs", "--out", alone)
                        .exitCode())
                .isZero();
        try (var found = Files.walk(folder.resolve("out/tasks"))) {
            assertThat(found.filter(path -> path.endsWith("summary.json"))
                            .map(path -> {
                                try {
                                    return numbers(path).at("/runs/0/diffusivity");
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            })
                            .toList())
                    .hasSize(3)
                    .contains(numbers(alone.resolve("summary.json")).at("/runs/0/diffusivity"));
        }
    }

    @Test
    void aRunThatFailsStopsNoOther() throws IOException {
        Files.writeString(folder.resolve("runs/700K/XDATCAR"), walk(700, 0.3).replace("Li S", "O S"));
        Called called = batch("--local");
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.out()).contains("2 done", "1 failed");
    }

    @Test
    void scriptsAreShownAndNothingIsWritten() {
        Called slurm = batch("--print");
        assertThat(slurm.exitCode()).as(slurm.err()).isZero();
        assertThat(slurm.out()).contains("#SBATCH --array=1-3", "SLURM_ARRAY_TASK_ID", "--merge");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(batch("--print", "--scheduler", "pbs").out()).contains("#PBS");
        assertThat(batch("--print", "--scheduler", "lsf").out()).contains("#BSUB");
    }
}
