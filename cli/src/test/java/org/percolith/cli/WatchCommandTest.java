package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.cli.option.WallTimeConverter;
import org.percolith.cli.watch.Growth;

/** A real run of glassy Li4PO4I that grows while it is watched. */
@Timeout(300)
class WatchCommandTest {

    private static final int HEADER_LINES = 7;

    @TempDir
    private Path folder;

    private byte[] text = {};

    @BeforeEach
    void readSource() throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Called.glassSweep().resolve("1100K/XDATCAR.gz")))) {
            text = in.readAllBytes();
        }
    }

    private Path file() {
        return folder.resolve("XDATCAR");
    }

    private void append(double from, double to) throws IOException {
        Files.write(
                file(),
                Arrays.copyOfRange(text, (int) (from * text.length), (int) (to * text.length)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Called watch(Object... more) {
        Object[] given = {"watch", folder, "--frame-interval", "90fs", "--temperature", "1100"};
        return Called.percolith(Stream.concat(Stream.of(given), Stream.of(more)).toArray());
    }

    private static List<Integer> frames(Called called) {
        return called.out()
                .lines()
                .skip(1)
                .map(row -> Integer.parseInt(row.split("\\s+")[1]))
                .toList();
    }

    @Test
    void endsWhenTheGoalIsReachedWhileAnotherProgramWrites() throws IOException {
        append(0, 0.2);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                for (int k = 20; k < 100; k += 10) {
                    Thread.sleep(300);
                    append(k / 100.0, (k + 10) / 100.0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Called called = watch("--until", "length=40ps,hops=100", "--every", "50ms");
        writer.join();
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.err()).contains("reached: length=40ps, hops=100");
        assertThat(frames(called)).isSorted().hasSizeGreaterThan(1);
        assertThat(called.out().lines().reduce((a, b) -> b).orElse("")).endsWith("reached");
    }

    @Test
    void oneLookSaysWhetherAndHowMuchIsMissing() throws IOException {
        append(0, 0.503);
        Called brief = watch("--once", "--until", "rsd=0.01");
        assertThat(brief.exitCode()).as(brief.err()).isEqualTo(4);
        assertThat(brief.out()).contains("ps more");
        assertThat(watch("--once", "--until", "rsd=0.5").exitCode()).isZero();
        assertThat(watch("--once", "--format", "json", "--until", "length=1ps").out())
                .contains("\"reached\":true", "\"tracer_cm2_s\":{\"value\":");
    }

    /** VASP jobs move XDATCAR to XDATCAR.1 and begin a new one; for a moment there is none. */
    @Test
    void rotationAndRestartAreFollowed() throws IOException {
        append(0, 0.4);
        Files.move(file(), folder.resolve("XDATCAR.1"));
        assertThat(frames(watch("--once"))).singleElement().satisfies(count -> assertThat(count)
                .isPositive());
        int cut = new String(text, 0, (int) (0.4 * text.length), StandardCharsets.US_ASCII).lastIndexOf("Direct");
        String header = new String(text, StandardCharsets.US_ASCII)
                .lines()
                .limit(HEADER_LINES)
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(file(), header);
        Called empty = watch("--once");
        assertThat(empty.exitCode()).as(empty.err()).isZero();
        Files.write(file(), Arrays.copyOfRange(text, cut, text.length), StandardOpenOption.APPEND);
        assertThat(frames(watch("--once"))).singleElement().satisfies(count -> assertThat(count)
                .isGreaterThan(550));
    }

    @Test
    void whatIsNotThereYetIsWaitedForAndWhatNoWaitingBringsIsAsked() throws IOException {
        Called waiting = watch("--every", "20ms", "--idle", "100ms");
        assertThat(waiting.exitCode()).isEqualTo(3);
        assertThat(waiting.err()).contains("waiting: no trajectory", "--idle").containsOnlyOnce("waiting:");
        append(0, 0.3);
        Called asked = Called.percolith("watch", folder, "--temperature", "1100");
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("--frame-interval");
    }

    @Test
    void aRunThatStopsGrowingEndsTheWatch() throws IOException {
        append(0, 0.3);
        Called called = watch("--every", "20ms", "--idle", "200ms", "--until", "length=1000ps");
        assertThat(called.exitCode()).isEqualTo(4);
        assertThat(called.err()).contains("not reached: length=1000ps");
        assertThat(frames(called)).hasSize(1);
    }

    @Test
    void goalsAndTimesAreRead() {
        Called called = watch("--until", "rds=0.2");
        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).contains("rsd=0.2, hops=200, length=100ps or publishable");
        assertThat(new WallTimeConverter().convert("1.5min")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void paceTurnsSimulatedTimeIntoTimeOnTheClock() {
        Growth growth = new Growth();
        growth.add(0, 10);
        assertThat(growth.toGo(60)).isEqualTo("60 ps more");
        growth.add(100, 20);
        assertThat(growth.toGo(60)).isEqualTo("60 ps more, about 10 min");
        growth.add(200, 5);
        assertThat(growth.psPerS()).isEmpty();
    }

    /** Ctrl-C and scancel end it at once, with nothing left behind. */
    @Test
    void aSignalEndsIt() throws IOException, InterruptedException {
        append(0, 0.3);
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "watch",
                file().toString(),
                "--frame-interval",
                "90fs",
                "--temperature",
                "1100");
        builder.environment().put("TMPDIR", scratch.toString());
        Process watcher = builder.redirectErrorStream(true).start();
        assertThat(watcher.getInputStream().read()).as("the head of the table").isEqualTo('c');
        watcher.destroy();
        assertThat(watcher.waitFor()).isEqualTo(143);
        assertThat(scratch).isEmptyDirectory();
    }
}
