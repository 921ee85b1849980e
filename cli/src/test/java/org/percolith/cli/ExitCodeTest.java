package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to fail says what was found and what to do, with the contract's exit code, and leaves nothing behind. */
class ExitCodeTest {

    private static final String HEADER = "cage\n1.0\n8 0 0\n0 8 0\n0 0 8\nLi P\n2 2\n";
    private static final String FRAME = "0.1 0.1 0.1\n0.6 0.6 0.6\n0.3 0.3 0.3\n0.8 0.8 0.8\n";

    @TempDir
    private Path folder;

    private Path xdatcar(String text) throws IOException {
        Path file = folder.resolve("XDATCAR");
        Files.writeString(file, text);
        return file;
    }

    private static String frames(int count) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int k = 1; k <= count; k++) {
            text.append("Direct configuration= ").append(k).append('\n').append(FRAME);
        }
        return text.toString();
    }

    private void assertRefused(int exitCode, String part, Object... arguments) throws IOException {
        Called called = Called.percolith(arguments);
        assertThat(called.exitCode()).as(called.err()).isEqualTo(exitCode);
        assertThat(called.err()).contains(part).doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.contains(".partial-")))
                    .isEmpty();
        }
    }

    @Test
    void missingFile() throws IOException {
        assertRefused(
                3, "there is no file or folder", "analyze", folder.resolve("nope"), "--out", folder.resolve("out"));
    }

    @Test
    void noTimeAxis() throws IOException {
        assertRefused(
                3,
                "--frame-interval",
                "analyze",
                xdatcar(frames(5)),
                "--temperature",
                "500",
                "--out",
                folder.resolve("out"));
    }

    @Test
    void noTemperature() throws IOException {
        assertRefused(
                3,
                "--temperature",
                "analyze",
                xdatcar(frames(5)),
                "--frame-interval",
                "2fs",
                "--out",
                folder.resolve("out"));
    }

    @Test
    void noTrajectory() throws IOException {
        assertRefused(
                3, "is no trajectory", "analyze", xdatcar("# a shopping list\nmilk\n"), "--out", folder.resolve("out"));
    }

    @Test
    void emptyFile() throws IOException {
        assertRefused(3, "is empty", "analyze", xdatcar(""), "--out", folder.resolve("out"));
    }

    @Test
    void headerOnly() throws IOException {
        assertRefused(3, "no complete frame", "analyze", xdatcar(HEADER), "--out", folder.resolve("out"));
    }

    @Test
    void noMobileIon() throws IOException {
        assertRefused(
                3, "no mobile ions", "analyze", xdatcar(frames(5)), "--species", "Na", "--out", folder.resolve("out"));
    }

    @Test
    void bareTimeIsRefused() throws IOException {
        assertRefused(2, "Write for example 100fs", "analyze", xdatcar(frames(5)), "--frame-interval", "100");
    }

    @Test
    void unknownCommandAndMissingArgument() throws IOException {
        assertRefused(2, "--help", "frobnicate");
        assertRefused(2, "RUN", "analyze");
    }

    @Test
    void existingResultFolderIsRefusedAndAForeignOneNeverReplaced() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("thesis.txt"), "do not lose me");
        assertRefused(2, "exists", "analyze", Called.glassSweep(), "--out", taken);
        assertRefused(2, "replaces result folders only", "analyze", Called.glassSweep(), "--out", taken, "--force");
        assertThat(taken.resolve("thesis.txt")).exists();
    }

    @Test
    void oneTemperatureForSeveralRunsIsRefused() throws IOException {
        assertRefused(
                2, "600:PATH", "analyze", Called.glassSweep(), "--temperature", "500K", "--out", folder.resolve("out"));
    }

    @Test
    void truncatedTailIsReportedAndNotAnError() throws IOException {
        Path file = xdatcar(frames(30) + "Direct configuration= 31\n0.1 0.1 0.1\n");
        Path out = folder.resolve("out");
        Called called =
                Called.percolith("analyze", file, "--frame-interval", "100fs", "--temperature", "500", "--out", out);
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.err()).contains("frame 31", "1 of 4 atoms", "30 complete frames");
        assertThat(Called.summary(out)
                        .path("runs")
                        .path(0)
                        .path("segments")
                        .path(0)
                        .path("truncated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void frozenIonsAreConfinedAndHaveNoConductivity() throws IOException {
        Path out = folder.resolve("out");
        Called called = Called.percolith(
                "analyze", xdatcar(frames(300)), "--frame-interval", "100fs", "--temperature", "500", "--out", out);
        assertThat(called.exitCode()).as(called.err()).isZero();
        var run = Called.summary(out).path("runs").path(0);
        assertThat(run.path("transport").asText()).isEqualTo("confined");
        assertThat(run.path("conductivity").path("tracer_mS_cm").has("withheld"))
                .isTrue();
        assertThat(run.path("diffusivity").path("tracer_cm2_s").has("upper95")).isTrue();
    }

    @Test
    void inspectShowsWhatIsUnknownInsteadOfRefusing() throws IOException {
        Called called = Called.percolith("inspect", xdatcar(frames(5)));
        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("UNKNOWN", "--frame-interval", "5 frames", "Li2 P2");
    }
}
