package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.trajectory.Cell;

/**
 * Brownian walks of known diffusivity in 1, 2 and 3 dimensions, written as XDATCAR in a cubic, a triclinic and a
 * breathing cell, wrapped and not: from the file to D inside its interval, and the dimensionality of the walk.
 */
class RandomWalkTest {

    private static final int IONS = 40;
    private static final int FRAMES = 1500;
    private static final double STEP_D_A2 = 0.02;
    private static final double FRAME_PS = 0.1;
    private static final double BREATHING = 0.01;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}D walk, {1} cell, {2}")
    @CsvSource({
        "1, cubic, wrapped", "2, cubic, wrapped", "3, cubic, wrapped",
        "1, triclinic, unwrapped", "2, triclinic, wrapped", "3, triclinic, wrapped",
        "1, breathing, wrapped", "2, breathing, unwrapped", "3, breathing, wrapped"
    })
    void diffusivityLiesInItsInterval(int dimensions, String cellKind, String wrapping) throws IOException {
        BrownianWalk walk = new BrownianWalk(
                IONS, FRAMES, STEP_D_A2, dimensions > 1 ? STEP_D_A2 : 0, dimensions > 2 ? STEP_D_A2 : 0);
        Path file = write(walk.positionsA(100 + dimensions), cellKind, wrapping.equals("wrapped"));
        Path out = folder.resolve("out");
        Called called =
                Called.percolith("analyze", file, "--frame-interval", "100fs", "--temperature", "500", "--out", out);
        assertThat(called.exitCode()).as(called.err()).isZero();
        JsonNode diffusivity = Called.summary(out).path("runs").path(0).path("diffusivity");
        double truthCm2PerS = walk.diffusivityA2PerFrame() / FRAME_PS * 1e-4;
        JsonNode tracer = diffusivity.path("tracer_cm2_s");
        assertThat(truthCm2PerS)
                .isBetween(
                        tracer.path("value").asDouble() - 3 * tracer.path("std").asDouble(),
                        tracer.path("value").asDouble() + 3 * tracer.path("std").asDouble());
        assertThat(tracer.path("std").asDouble()).isLessThan(0.15 * truthCm2PerS);
        assertThat(diffusivity.path("dimensionality").path("value").asInt()).isEqualTo(dimensions);
        assertDiffusivityInTheDirectionsUsed(diffusivity, dimensions, called.out());
    }

    /** The walk has STEP_D_A2 along every axis that it uses, whatever their number. */
    private static void assertDiffusivityInTheDirectionsUsed(JsonNode diffusivity, int dimensions, String text) {
        JsonNode found = diffusivity.path("in_dimension_cm2_s");
        assertThat(found.isNull()).isEqualTo(dimensions == 3);
        assertThat(text.contains("D along axis 3")).isEqualTo(dimensions < 3);
        if (dimensions < 3) {
            assertThat(found.path("dimension").asInt()).isEqualTo(dimensions);
            JsonNode estimate = found.path("estimate");
            assertThat(estimate.path("value").asDouble())
                    .isCloseTo(
                            STEP_D_A2 / FRAME_PS * 1e-4,
                            within(3 * estimate.path("std").asDouble()));
            assertThat(text.replaceAll("\\s+", " ")).contains("= MSD/(" + 2 * dimensions + "t)");
        }
    }

    private Path write(double[][] walk, String cellKind, boolean wrapped) throws IOException {
        Cell mean = cellKind.equals("triclinic") ? Cell.ofRows(12, 0, 0, -4, 11.3, 0, -4, -5.6, 9.8) : Cell.cubic(12);
        StringBuilder text = new StringBuilder(header(mean));
        for (int frame = 0; frame < walk.length; frame++) {
            double scale = 1 + BREATHING * Math.sin(0.37 * frame);
            if (cellKind.equals("breathing") && frame > 0) {
                text.append(header(Cell.cubic(12 * scale)));
            }
            text.append("Direct configuration= ").append(frame + 1).append('\n');
            double[] r = walk[frame];
            for (int at = 0; at < r.length; at += 3) {
                for (int axis = 0; axis < 3; axis++) {
                    double s = mean.fractional(r[at], r[at + 1], r[at + 2], axis) + 0.017 * at;
                    text.append(String.format(Locale.ROOT, " %.8f", wrapped ? s - Math.floor(s) : s));
                }
                text.append('\n');
            }
            text.append("0.1 0.1 0.1\n0.6 0.6 0.6\n");
        }
        return Files.writeString(folder.resolve("XDATCAR"), text);
    }

    private static String header(Cell cell) {
        StringBuilder text = new StringBuilder("walk\n1.0\n");
        for (int vector = 0; vector < 3; vector++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.12f %.12f %.12f%n",
                    cell.component(vector, 0),
                    cell.component(vector, 1),
                    cell.component(vector, 2)));
        }
        return text.append("Li P\n").append(IONS).append(" 2\n").toString();
    }
}
