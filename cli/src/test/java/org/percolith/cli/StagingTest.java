package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program leaves beside its target: nothing if a signal ends it, and what a kill leaves goes with the next one. */
class StagingTest {

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    /** Not by SIGINT: a shell that runs the tests in the background has its children ignore it. */
    @Test
    void aSignalThatCanBeCaughtLeavesNothing() throws IOException, InterruptedException {
        Process writer = startWriter();
        signal(writer, "TERM");
        assertThat(leftOver()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatAKilledProgramLeftGoesWithTheNextOne() throws IOException, InterruptedException {
        Process writer = startWriter();
        signal(writer, "KILL");
        assertThat(leftOver()).hasSize(2);
        publishOne();
        assertThat(leftOver()).isEmpty();
        assertThat(folder.resolve("out/result.txt")).hasContent("done");
        assertThat(notices).isEmpty();
    }

    @Test
    void twoProgramsAtOnceLeaveEachOtherAlone() throws IOException, InterruptedException {
        Process writer = startWriter();
        List<Path> ofWriter = leftOver();
        publishOne();
        assertThat(leftOver()).isEqualTo(ofWriter);
        signal(writer, "TERM");
        assertThat(leftOver()).isEmpty();
        assertThat(folder.resolve("out/result.txt")).hasContent("done");
    }

    @Test
    void whatAnotherProgramWroteInTheMeantimeIsNotReplaced() throws IOException {
        try (Staging staging = Staging.beside(folder.resolve("out"), notices::add)) {
            Files.writeString(staging.place(), "mine");
            Files.writeString(folder.resolve("out"), "theirs");
            assertThatThrownBy(() -> staging.publish(false)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(folder.resolve("out")).hasContent("theirs");
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void anotherMachineMayStillBeWriting() throws IOException {
        Path place = Files.createDirectory(folder.resolve(".out.partial-1-2"));
        Files.writeString(folder.resolve(".out.partial-1-2.lock"), "node042\n1\n");
        publishOne();
        assertThat(place).exists();
        assertThat(notices).singleElement().asString().contains(".out.partial-1-2", "another machine", "remove it");
    }

    @Test
    void remainsThatProveNothingStay() throws IOException {
        Path noLock = Files.createDirectory(folder.resolve(".out.partial-3-4"));
        Path noHolder = Files.createFile(folder.resolve(".out.partial-5-6.lock"));
        publishOne();
        assertThat(noLock).exists();
        assertThat(noHolder).exists();
    }

    @Test
    void resultsThatWereSetAsideComeBackIfTheNewOnesDidNotCome() throws IOException, InterruptedException {
        Process writer = startWriter();
        signal(writer, "KILL");
        Path place = leftOver().get(0);
        Path aside = Files.createDirectory(place.resolveSibling(place.getFileName() + ".replaced"));
        Files.writeString(aside.resolve("summary.json"), "{}");
        Staging.beside(folder.resolve("out"), notices::add).close();
        assertThat(folder.resolve("out/summary.json")).exists();
        assertThat(leftOver()).isEmpty();
    }

    private void publishOne() throws IOException {
        try (Staging staging = Staging.beside(folder.resolve("out"), notices::add)) {
            Files.createDirectory(staging.place());
            Files.writeString(staging.place().resolve("result.txt"), "done");
            staging.publish(false);
        }
    }

    private List<Path> leftOver() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Another JVM that has begun to write. */
    private Process startWriter() throws IOException {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.resolve("out").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(writer.getInputStream().read()).as("it has begun").isEqualTo('b');
        return writer;
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Writes one file after the other and never comes to an end. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            try (ResultFolder results = new ResultFolder(Path.of(arguments[0]), false, notice -> {})) {
                for (int k = 0; ; k++) {
                    results.writeText("part" + k % 100 + "/file" + k % 1000, "text");
                    if (k == 0) {
                        System.out.write('b');
                        System.out.flush();
                    }
                }
            }
        }
    }
}
