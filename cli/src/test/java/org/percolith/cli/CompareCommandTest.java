package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.fixtures.BrownianWalk;

/** Two systems of known diffusivities and dimensionalities, one three times as fast as the other. */
class CompareCommandTest {

    private static final int IONS = 30;
    private static final int FRAMES = 800;

    @TempDir
    private Path folder;

    private Path fast;
    private Path slow;

    @BeforeEach
    void writeRuns() throws IOException {
        fast = write("fast", new BrownianWalk(IONS, FRAMES, 0.06, 0.06, 0.06).positionsA(1), 12);
        slow = write("slow", new BrownianWalk(IONS, FRAMES, 0.02, 0.02, 0).positionsA(2), 12.3);
    }

    private Path write(String name, double[][] positionsA, double edgeA) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%s%n1%n%f 0 0%n0 %f 0%n0 0 %f%nLi P%n%d 2%n", name, edgeA, edgeA, edgeA, IONS));
        for (int frame = 0; frame < positionsA.length; frame++) {
            text.append("Direct configuration= ").append(frame + 1).append('\n');
            for (int k = 0; k < 3 * IONS; k++) {
                double s = positionsA[frame][k] / edgeA + 0.031 * (k - k % 3);
                text.append(String.format(Locale.ROOT, " %.8f", s - Math.floor(s)))
                        .append(k % 3 == 2 ? "\n" : "");
            }
            text.append("0.1 0.1 0.1\n0.6 0.6 0.6\n");
        }
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("XDATCAR"), text);
        return run;
    }

    private Called compare(Path first, Path second) {
        return Called.percolith(
                "compare", first, second, "--temperature", "600", "--frame-interval", "50fs", "--out", out());
    }

    private Path out() {
        return folder.resolve("out");
    }

    @Test
    void ratioDimensionalityAndDensityOfBothAreSetAgainstEachOther() {
        Called called = compare(fast, slow);
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out()).contains("A: fast", "B: slow", "D* of A over B");
        JsonNode summary = Called.summary(out());
        assertThat(summary.path("runs")).hasSize(2);
        JsonNode comparison = summary.path("comparison");
        JsonNode ratio = comparison.path("first_over_second").path("diffusivity_tracer");
        double truth = (3 * 0.06) / (2 * 0.02);
        assertThat(ratio.path("value").asDouble())
                .isCloseTo(truth, within(3 * ratio.path("std").asDouble()));
        assertThat(comparison.path("percolation_dimensionality").path(0).asInt())
                .isEqualTo(3);
        JsonNode density = comparison.path("density_first_minus_second");
        assertThat(density.path("ions").asDouble()).isCloseTo(0, within(1e-6));
        assertThat(density.path("displaced_ions").asDouble()).isBetween(0.1, (double) IONS);
        assertThat(density.path("grid").path(0).asInt()).isEqualTo(60);
        assertThat(summary.path("runs")
                        .path(1)
                        .path("density")
                        .path("grid")
                        .path(0)
                        .asInt())
                .as("the second system on the first one's grid")
                .isEqualTo(60);
    }

    @Test
    void tablesAndFiguresHaveTheSameLevelsAndAxes() throws IOException {
        assertThat(compare(fast, slow).exitCode()).isZero();
        List<String> levels = Files.readAllLines(out().resolve("percolation_levels.csv"));
        assertThat(levels.get(0)).startsWith("isovalue_eV,first_rank");
        String[] last = levels.get(levels.size() - 1).split(",");
        assertThat(last[1]).isEqualTo("3");
        assertThat(Double.parseDouble(last[2])).isGreaterThan(0.3);
        assertThat(Files.readAllLines(out().resolve("density_lines.csv"))).hasSize(1 + 3 * 60);
        assertThat(out().resolve("CHGCAR_difference")).exists();
        assertThat(out().resolve("A/msd.csv")).exists();
        assertThat(out().resolve("B/msd.csv")).exists();
        assertThat(Files.readString(out().resolve("comparison.svg"))).contains("A: fast", "B: slow");
    }

    @Test
    void aRunComparedWithItselfDiffersInNothing() {
        assertThat(compare(fast, slow.resolveSibling("fast/XDATCAR")).exitCode())
                .isZero();
        JsonNode comparison = Called.summary(out()).path("comparison");
        assertThat(comparison
                        .path("first_over_second")
                        .path("diffusivity_tracer")
                        .path("value")
                        .asDouble())
                .isEqualTo(1);
        JsonNode density = comparison.path("density_first_minus_second");
        assertThat(density.path("displaced_ions").asDouble()).isZero();
        assertThat(density.path("displaced_by_chance").asDouble()).isPositive();
    }

    @Test
    void unlikeCellsAreComparedInNumbersOnly() throws IOException {
        Path wide = write("wide", new BrownianWalk(IONS, FRAMES, 0.06, 0.06, 0.06).positionsA(3), 16);
        assertThat(compare(fast, wide).exitCode()).isZero();
        assertThat(Called.summary(out())
                        .path("comparison")
                        .path("density_first_minus_second")
                        .path("withheld")
                        .asText())
                .contains("lattice vector a is 12.000 Å long in one and 16.000 Å in the other");
        assertThat(out().resolve("CHGCAR_difference")).doesNotExist();
    }

    @Test
    void aSweepIsNoSingleRun() {
        Called called = compare(fast, Called.glassSweep());
        assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(called.err()).contains("holds 3 runs, but two single runs are compared");
        assertThat(out()).doesNotExist();
    }
}
