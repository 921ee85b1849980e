package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher sizes the JVM to the job: seen by a Java that only prints what it was called with. */
class LauncherTest {

    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final String SMALL = "small_job_kib=262144";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeHome() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the launcher is a script for bash");
        Files.createDirectories(folder.resolve("home/cli/target"));
        Files.createFile(folder.resolve("home/pom.xml"));
        Files.createFile(folder.resolve("home/cli/target/cli-0.jar"));
        String launcher = Files.readString(Path.of(System.getProperty("percolith.root"), "percolith"));
        assertThat(launcher).contains(SMALL);
        // A limit of 8 MiB, so that no test has to write hundreds.
        Files.writeString(folder.resolve("home/percolith"), launcher.replace(SMALL, "small_job_kib=8192"));
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
    }

    @Test
    void smallRunsDoWithoutTheOptimisingCompiler() throws Exception {
        Path run = trajectory("XDATCAR", 1 << 20);

        assertThat(options("", "analyze", run.toString())).contains(QUICK_COMPILER, "-XX:+UseSerialGC");
        assertThat(options("", "--help")).contains(QUICK_COMPILER, "-XX:+UseSerialGC");
    }

    @Test
    void largeRunsAndThoseOfUnknownSizeAreOptimised() throws Exception {
        Path run = trajectory("XDATCAR", 9 << 20);

        assertThat(options("", "analyze", run.toString())).contains("-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10");
        assertThat(options("", "analyze", run.toString())).doesNotContain(QUICK_COMPILER);
        assertThat(options("", "analyze", "600:" + run)).doesNotContain(QUICK_COMPILER);
        assertThat(options("", "batch", "runs")).doesNotContain(QUICK_COMPILER);
        assertThat(options("", "analyze", "runs.csv")).doesNotContain(QUICK_COMPILER);
    }

    @Test
    void partsOfASweepCountTogether() throws Exception {
        Path cold = trajectory("cold", 5 << 20);
        Path hot = trajectory("hot", 5 << 20);

        assertThat(options("", "analyze", "600:" + cold)).contains(QUICK_COMPILER);
        assertThat(options("", "analyze", "600:" + cold, "800:" + hot)).doesNotContain(QUICK_COMPILER);
    }

    @Test
    void earlierResultsAreNoInput() throws Exception {
        Path run = trajectory("XDATCAR", 1 << 20);
        Path results = trajectory("results", 9 << 20);

        assertThat(options("", "analyze", "--out", results.toString(), run.toString()))
                .contains(QUICK_COMPILER);
        assertThat(options("", "analyze", run.toString(), results.toString())).doesNotContain(QUICK_COMPILER);
    }

    @Test
    void theUsersChoiceStands() throws Exception {
        assertThat(options("-XX:TieredStopAtLevel=4 -XX:+UseG1GC", "--help"))
                .contains("-XX:TieredStopAtLevel=4", "-XX:+UseG1GC")
                .doesNotContain(QUICK_COMPILER, "-XX:+UseSerialGC");
    }

    @Test
    void classesAreSharedWhereAnEarlierRunLeftThem() throws Exception {
        assertThat(options("", "--help")).noneMatch(option -> option.startsWith("-XX:SharedArchiveFile"));
        Path archive = Files.createDirectories(folder.resolve("home/target")).resolve("percolith.jsa");
        Files.createFile(archive);

        assertThat(options("", "--help")).contains("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off");
    }

    /** Written in full: a file of zeros left by a seek would take no room on disk. */
    private Path trajectory(String name, int bytes) throws IOException {
        return Files.write(folder.resolve(name), new byte[bytes]);
    }

    private List<String> options(String javaOptions, String... arguments) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(
                List.of("/bin/bash", folder.resolve("home/percolith").toString()));
        call.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(call).redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", folder.resolve("java").toString());
        launcher.environment().put("PERCOLITH_JAVA_OPTS", javaOptions);
        Process process = launcher.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }
}
