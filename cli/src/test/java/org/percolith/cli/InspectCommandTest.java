package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect} tells all that needs no mobile ion of systems that have none, also in JSON. */
class InspectCommandTest {

    private static final String WATER = "3\nLattice=\"8 0 0 0 8 0 0 0 8\" Properties=species:S:1:pos:R:3\n";

    @TempDir
    private Path folder;

    private Path water() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 4; k++) {
            text.append(WATER).append("O 1.0 1.0 1.0").append(k).append("\nH 1.9 1.0 1.0\nH 1.0 1.9 1.0\n");
        }
        return Files.writeString(folder.resolve("water_300K.extxyz"), text);
    }

    @Test
    void waterHasNoMobileIonButEverythingElse() throws IOException {
        Called called = Called.percolith("inspect", water());
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out())
                .contains(
                        "O1 H2",
                        "4 frames in 1 file",
                        "8.000 x 8.000 x 8.000 Å",
                        "512.0 Å³, fixed",
                        "300.0 K (the name water_300K.extxyz)",
                        "mobile ion            UNKNOWN",
                        "--species O",
                        "longest step between frames",
                        "one uninterrupted run");
    }

    @Test
    void itsJsonIsASummary() throws IOException {
        Called called = Called.percolith("inspect", water(), "--format", "json", "--frame-interval", "2fs");
        assertThat(called.exitCode()).as(called.err()).isZero();
        JsonNode summary = new ObjectMapper().readTree(called.out());
        assertThat(summary.path("schema").asText()).isEqualTo("percolith.summary/1");
        assertThat(summary.path("provenance")
                        .path("inputs")
                        .path(0)
                        .path("sha256")
                        .asText())
                .hasSize(64);
        JsonNode run = summary.path("runs").path(0);
        assertThat(run.path("carrier").path("withheld").asText()).contains("--species O");
        assertThat(run.path("composition").path("H").asInt()).isEqualTo(2);
        assertThat(run.path("cell").path("volume_A3").asDouble()).isEqualTo(512);
        assertThat(run.path("frame_interval_fs").path("value").asDouble()).isEqualTo(2);
        assertThat(run.path("verdicts")).as("F1 needs tracks").hasSize(8);
    }

    @Test
    void anAnalysisAsksForTheIonBeforeItReadsOn() throws IOException {
        Called called = Called.percolith("analyze", water(), "--frame-interval", "2fs", "--out", folder.resolve("out"));
        assertThat(called.exitCode()).isEqualTo(3);
        assertThat(called.err()).contains("--species O");
    }

    @Test
    void aLongPathDoesNotBreakTheLayout() throws IOException {
        Path deep = folder.resolve("a".repeat(60)).resolve("b".repeat(60));
        Files.createDirectories(deep);
        Path file = Files.copy(water(), deep.resolve("water.extxyz"));
        Called called = Called.percolith("inspect", file);
        assertThat(called.out().lines().filter(line -> line.length() > 80 && line.contains(" frames")))
                .as("only the path itself may be longer than the terminal is wide")
                .isEmpty();
    }
}
