package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sweep of glassy Li4PO4I that ships with the project, from files to activation energy. Truth: diffusivities by
 * LAMMPS's own compute msd, means over consecutive blocks with their standard errors (fixtures/glass-sweep/README.md).
 */
class GlassSweepTest {

    private static final double[] LAMMPS_CM2_PER_S = {4.156e-6, 16.78e-6, 53.90e-6};
    private static final double[] LAMMPS_STD_CM2_PER_S = {0.71e-6, 2.16e-6, 3.70e-6};

    @TempDir
    private static Path folder;

    private static Called called;
    private static JsonNode summary;

    @BeforeAll
    static void analyse() {
        Path out = folder.resolve("result");
        called = Called.percolith("analyze", Called.glassSweep(), "--out", out, "--threads", 2);
        assertThat(called.exitCode()).as(called.err()).isZero();
        summary = Called.summary(out);
    }

    @Test
    void diffusivitiesAgreeWithLammps() {
        for (int k = 0; k < 3; k++) {
            JsonNode estimate = summary.path("runs").path(k).path("diffusivity").path("tracer_cm2_s");
            double std = estimate.path("std").asDouble();
            double tolerance = 2.5 * Math.hypot(std, LAMMPS_STD_CM2_PER_S[k]);
            assertThat(estimate.path("value").asDouble()).isCloseTo(LAMMPS_CM2_PER_S[k], within(tolerance));
            assertThat(std / estimate.path("value").asDouble()).isBetween(0.005, 0.25);
        }
    }

    @Test
    void activationEnergyAgreesWithLammpsDiffusivities() {
        JsonNode energy = summary.path("sweep").path("activation_energy_eV").path("diffusivity");
        assertThat(energy.path("interval95").path(0).asDouble()).isLessThan(0.29);
        assertThat(energy.path("interval95").path(1).asDouble()).isGreaterThan(0.29);
        assertThat(energy.path("std").asDouble()).isBetween(0.002, 0.05);
    }

    @Test
    void conductivityFollowsFromDiffusivityByNernstAndEinstein() {
        JsonNode run = summary.path("runs").path(1);
        double ratio = run.path("conductivity")
                        .path("tracer_mS_cm")
                        .path("value")
                        .asDouble()
                / run.path("diffusivity").path("tracer_cm2_s").path("value").asDouble();
        double volumeA3 = 16.19 * 16.19 * 16.19;
        double expected = 108 / volumeA3 * 1e24 * 1.602176634e-19 * 1.602176634e-19 / (1.380649e-23 * 800) * 1e3;
        assertThat(ratio).isCloseTo(expected, within(1e-6 * expected));
    }

    @Test
    void hotGlassPercolatesInThreeDimensionsAndItsFrameworkMoves() {
        JsonNode hot = summary.path("runs").path(2);
        assertThat(hot.path("percolation").path("dimensionality").asInt()).isEqualTo(3);
        assertThat(hot.path("transport").asText()).isEqualTo("diffusive");
        assertThat(hot.path("publishable").asBoolean()).isFalse();
        assertThat(status(hot, "F1")).isEqualTo("fail");
    }

    @Test
    void everyFieldOfTheContractIsThere() {
        assertThat(summary.path("schema").asText()).isEqualTo("percolith.summary/1");
        assertThat(summary.path("provenance").path("inputs")).hasSize(3);
        assertThat(summary.path("provenance")
                        .path("inputs")
                        .path(0)
                        .path("sha256")
                        .asText())
                .hasSize(64);
        JsonNode run = summary.path("runs").path(0);
        for (String field : new String[] {
            "label",
            "path",
            "temperature_K",
            "frame_interval_fs",
            "frames",
            "frames_skipped",
            "duration_ps",
            "atoms",
            "composition",
            "cell",
            "segments",
            "seams",
            "carrier",
            "msd",
            "fit",
            "diffusivity",
            "conductivity",
            "hops",
            "percolation",
            "verdicts",
            "transport",
            "publishable"
        }) {
            assertThat(run.has(field)).as(field).isTrue();
        }
        for (String field : new String[] {
            "used",
            "excluded",
            "activation_energy_eV",
            "prefactor_cm2_s",
            "extrapolated",
            "models",
            "leave_one_out_eV",
            "chi2_per_dof",
            "verdicts"
        }) {
            assertThat(summary.path("sweep").has(field)).as(field).isTrue();
        }
        assertThat(run.path("frames").asInt()).isEqualTo(584);
        assertThat(run.path("composition").path("Li").asInt()).isEqualTo(108);
        assertThat(run.path("frame_interval_fs").path("value").asDouble()).isEqualTo(90);
    }

    @Test
    void theReportStartsWithTheSweepAndNamesEveryRun() {
        assertThat(called.out()).startsWith("Temperature sweep").contains("600 K", "800 K", "1100 K", "eV", "cm²/s");
        assertThat(called.out().lines().mapToInt(String::length).max().orElse(0))
                .isLessThanOrEqualTo(80);
    }

    @Test
    void theDensityFileHoldsAllIonsAndTheFramework() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path chgcar = files.filter(path -> path.getFileName().toString().equals("CHGCAR_Li"))
                    .findFirst()
                    .orElseThrow();
            String[] head = Files.readString(chgcar, StandardCharsets.UTF_8)
                    .substring(0, 400)
                    .split("\n");
            assertThat(head[5].strip().split("\\s+")).containsExactlyInAnyOrder("P", "O", "I");
            assertThat(head[6].strip().split("\\s+")).containsExactlyInAnyOrder("27", "108", "27");
        }
    }

    @Test
    void earlierResultsMakeTheSameSweep() {
        Path again = folder.resolve("again");
        Called sweep = Called.percolith("sweep", folder.resolve("result/summary.json"), "--out", again);
        assertThat(sweep.exitCode()).as(sweep.err()).isZero();
        assertThat(Called.summary(again).path("sweep").path("activation_energy_eV"))
                .isEqualTo(summary.path("sweep").path("activation_energy_eV"));
        assertThat(Called.summary(again).path("sweep").path("extrapolated"))
                .isEqualTo(summary.path("sweep").path("extrapolated"));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        Path out = folder.resolve("one-thread");
        Called one = Called.percolith("analyze", Called.glassSweep(), "--out", out, "--threads", 1);
        assertThat(one.exitCode()).isZero();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path twin = folder.resolve("result").resolve(out.relativize(file));
                assertThat(withoutTimestamp(twin)).as(file.toString()).isEqualTo(withoutTimestamp(file));
            }
        }
    }

    private static String withoutTimestamp(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll("\"started\" ?: ?\"[^\"]*\"", "");
    }

    @Test
    void strictFailsWhereAVerdictFails() {
        Called strict = Called.percolith(
                "pathways",
                "600:" + Called.glassSweep().resolve("1100K"),
                "--strict",
                "--out",
                folder.resolve("strict"));
        assertThat(strict.exitCode()).isEqualTo(4);
    }

    private static String status(JsonNode run, String id) {
        for (JsonNode verdict : run.path("verdicts")) {
            if (verdict.path("id").asText().equals(id)) {
                return verdict.path("status").asText();
            }
        }
        return "absent";
    }
}
