package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * VASP AIMD of argyrodites at 500 K (Morgan, Chem. Mater. 2021, doi 10.1021/acs.chemmater.0c03738): the disordered one
 * conducts, the ordered one does not, and a straight line through its displacement must not be sold as conductivity.
 */
class ArgyroditeTest {

    @TempDir
    private Path folder;

    private JsonNode analyse(String system) {
        Path data = Called.sharedData().resolve("public/argyrodite").resolve(system);
        assumeTrue(Files.isDirectory(data), "skipped: no " + data);
        Called called = Called.percolith(
                "analyze", data, "--frame-interval", "100fs", "--temperature", "500", "--out", folder.resolve("out"));
        assertThat(called.exitCode()).as(called.err()).isZero();
        return Called.summary(folder.resolve("out")).path("runs").path(0);
    }

    @Test
    void disorderedConductorIsDiffusiveInThreeDimensions() {
        JsonNode run = analyse("Li6PS5Cl/50p");
        assertThat(run.path("frames").asInt()).isEqualTo(700);
        assertThat(run.path("segments")).hasSize(6);
        assertThat(run.path("seams"))
                .hasSize(5)
                .allSatisfy(seam -> assertThat(seam.path("kind").asText()).isEqualTo("continuous"));
        assertThat(run.path("transport").asText()).isEqualTo("diffusive");
        JsonNode tracer = run.path("diffusivity").path("tracer_cm2_s");
        assertThat(tracer.path("value").asDouble()).isCloseTo(10.4e-6, within(0.9e-6));
        JsonNode parts = run.path("diffusivity").path("tracer_error_parts_cm2_s");
        assertThat(parts.path("statistical").asDouble()).isCloseTo(0.9e-6, within(0.2e-6));
        assertThat(tracer.path("std").asDouble())
                .isCloseTo(
                        Math.hypot(
                                parts.path("statistical").asDouble(),
                                parts.path("start_of_fit").asDouble()),
                        within(0.1e-6));
        assertThat(run.path("diffusivity").path("charge_cm2_s").path("value").asDouble())
                .isCloseTo(17e-6, within(6e-6));
        assertThat(run.path("percolation").path("rank_probability").path(3).asDouble())
                .isEqualTo(1);
        JsonNode barrier = run.path("percolation").path("threshold_eV").path("3d");
        assertThat(barrier.path("std").asDouble()).isBetween(0.005, 0.04);
        assertThat(barrier.path("value").asDouble()).isBetween(0.05, 0.169);
        assertThat(barrier.path("interval95").path(1).asDouble())
                .as("the map of all data, 0.169 eV, overstates the barrier")
                .isGreaterThan(0.169);
        assertThat(run.path("conductivity").path("tracer_mS_cm").has("value")).isTrue();
    }

    @Test
    void orderedCrystalIsConfinedAndItsConductivityWithheld() {
        JsonNode run = analyse("Li6PS5I/0p");
        assertThat(run.path("transport").asText()).isEqualTo("confined");
        assertThat(run.path("publishable").asBoolean()).isFalse();
        assertThat(run.path("percolation").path("dimensionality").asInt()).isZero();
        assertThat(run.path("percolation").path("rank_probability").path(0).asDouble())
                .isGreaterThan(0.95);
        assertThat(run.path("conductivity").path("tracer_mS_cm").has("withheld"))
                .isTrue();
        assertThat(run.path("conductivity").path("tracer_upper95_mS_cm").asDouble())
                .isPositive();
        assertThat(run.path("diffusivity").path("tracer_cm2_s").has("value")).isFalse();
    }
}
