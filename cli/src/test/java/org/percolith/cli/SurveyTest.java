package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inspections of what cannot be analysed: what is there comes first, then what is missing. */
class SurveyTest {

    @TempDir
    private Path folder;

    private JsonNode inspected(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Called called = Called.percolith("inspect", file, "--format", "json");
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        return new ObjectMapper().readTree(called.out()).at("/runs/0");
    }

    @Test
    void aLammpsDumpWithoutElements() throws IOException {
        String frame = """
                ITEM: TIMESTEP
                %d
                ITEM: NUMBER OF ATOMS
                2
                ITEM: BOX BOUNDS pp pp pp
                0 10
                0 10
                0 10
                ITEM: ATOMS id type xu yu zu
                1 1 1 1 1
                2 2 5 5 5
                """;
        JsonNode run = inspected("dump.lammpstrj", frame.formatted(0) + frame.formatted(100) + frame.formatted(200));
        assertThat(run.path("frames").asInt()).isEqualTo(3);
        assertThat(run.path("atoms").asInt()).isEqualTo(2);
        assertThat(run.path("problem").asText()).contains("--types 1=Li,2=P");
    }

    @Test
    void anXyzWithoutACellNamesItsElements() throws IOException {
        JsonNode run = inspected("run.xyz", "2\na comment\nLi 0 0 0\nO 1 1 1\n".repeat(4));
        assertThat(run.path("frames").asInt()).isEqualTo(4);
        assertThat(run.at("/composition/Li").asInt()).isEqualTo(1);
        assertThat(run.path("problem").asText()).contains("--lattice");
    }

    @Test
    void theTextSaysItInThisOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("run.xyz"), "1\nnone\nLi 0 0 0\n".repeat(3));
        assertThat(Called.percolith("inspect", file).out())
                .containsSubsequence("1 atoms, 3 frames", "for an analysis", "states no cell");
    }

    @Test
    void whatIsNoTrajectoryHasNothingToCount() throws IOException {
        JsonNode run = inspected("notes.txt", "nothing of the kind\n");
        assertThat(run.has("frames")).isFalse();
        assertThat(run.path("problem").asText())
                .contains("no trajectory", "begins with 'nothing of the kind'", "percolith formats");
    }

    @Test
    void formatsAreListedWhereTheyAreAskedFor() {
        Called called = Called.percolith("formats");
        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("XDATCAR", "GROMACS XTC", "https://");
    }

    @Test
    void aDryRunShowsWhatItWouldDoAndWritesNothing() throws IOException {
        Files.createDirectories(folder.resolve("sweep/T600"));
        Files.writeString(folder.resolve("sweep/T600/run.xyz"), "1\nnone\nLi 0 0 0\n".repeat(3));
        Path out = folder.resolve("out");
        Called called = Called.percolith("analyze", folder.resolve("sweep"), "--dry-run", "--out", out);
        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("600 K", "run.xyz", "would compute");
        assertThat(out).doesNotExist();
    }
}
