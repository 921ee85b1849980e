package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ions that rattle about known sites of a 2 x 1 x 1 supercell, and lists of those sites in its unit cell. */
class SitesOptionTest {

    private static final double EDGE_A = 8;
    private static final double[][] SITES = {{0.1, 0.2, 0.3}, {0.6, 0.2, 0.3}, {0.1, 0.7, 0.8}};

    @TempDir
    private Path folder;

    private Path run() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("sites\n1\n16 0 0\n0 8 0\n0 0 8\nLi P\n6 2\n");
        for (int frame = 1; frame <= 200; frame++) {
            text.append("Direct configuration= ").append(frame).append('\n');
            for (double[] site : SITES) {
                for (int cell = 0; cell < 2; cell++) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%.6f %.6f %.6f%n",
                            (site[0] + cell) / 2 + random.nextDouble(-0.01, 0.01),
                            site[1] + random.nextDouble(-0.02, 0.02),
                            site[2] + random.nextDouble(-0.02, 0.02)));
                }
            }
            text.append("0.4 0.5 0.5\n0.9 0.5 0.5\n");
        }
        return Files.writeString(folder.resolve("XDATCAR"), text);
    }

    private Path poscar(double shift, String element) throws IOException {
        StringBuilder text = new StringBuilder(
                "list\n" + EDGE_A + "\n1 0 0\n0 1 0\n0 0 1\nP " + element + "\n1 3\nDirect\n0.8 0.5 0.5\n");
        for (double[] site : SITES) {
            text.append(String.format(Locale.ROOT, "%.4f %.4f %.4f%n", site[0] + shift, site[1] + shift, site[2]));
        }
        return Files.writeString(folder.resolve("POSCAR_sites"), text);
    }

    private Called pathways(Path sites) throws IOException {
        return Called.percolith(
                "pathways",
                run(),
                "--frame-interval",
                "50fs",
                "--temperature",
                "500",
                "--sites",
                sites,
                "--out",
                folder.resolve("out"));
    }

    private JsonNode comparison() {
        return Called.summary(folder.resolve("out"))
                .path("runs")
                .path(0)
                .path("sites")
                .path("comparison");
    }

    @Test
    void everySiteOfTheListIsFoundInTheSupercell() throws IOException {
        Called called = pathways(poscar(0, "Li"));
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out()).contains("6 of 6 have a basin within 1.0 Å");
        assertThat(comparison().path("visited_sites").asInt()).isEqualTo(6);
        assertThat(comparison().path("rms_distance_A").asDouble()).isLessThan(0.1);
        assertThat(comparison().path("unlisted_basins")).isEmpty();
        assertThat(comparison().has("better_setting")).isFalse();
        assertThat(Files.readAllLines(folder.resolve("out/site_comparison.csv")))
                .hasSize(7);
    }

    @Test
    void aListInAnotherSettingIsNamedAsSuch() throws IOException {
        Called called = pathways(poscar(0.25, "Li"));
        assertThat(called.exitCode()).isZero();
        assertThat(comparison().path("visited_sites").asInt()).isZero();
        JsonNode better = comparison().path("better_setting");
        assertThat(better.path("visited_sites").asInt()).isEqualTo(6);
        assertThat(better.path("origin").toString()).isEqualTo("[0.75,0.75,0.0]");
        assertThat(called.out()).contains("the list may be in another setting");
    }

    @Test
    void aListWithoutTheMobileIonIsUnusable() throws IOException {
        Called called = pathways(poscar(0, "Na"));
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.err()).contains("lists no site of Li. Its elements: P, Na");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMissingListIsNoticedBeforeAnythingIsRead() throws IOException {
        Called called = pathways(folder.resolve("nowhere.cif"));
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.err()).contains("there is no file");
    }
}
