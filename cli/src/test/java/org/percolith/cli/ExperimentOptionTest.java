package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measured values beside a sweep whose line is exact: D = 1e-3 cm²/s exp(-0.3 eV/kT). */
class ExperimentOptionTest {

    private static final String SWEEP = """
            T,D,D_error
            500,9.4651e-07,9.5e-09
            700,6.9183e-06,6.9e-08
            900,2.0892e-05,2.1e-07
            """;

    @TempDir
    private Path folder;

    private Called sweep(String experiment) throws IOException {
        Path table = Files.writeString(folder.resolve("sweep.csv"), SWEEP);
        Path measured = Files.writeString(folder.resolve("measured.csv"), experiment);
        return Called.percolith("sweep", table, "--experiment", measured, "--out", folder.resolve("out"), "--force");
    }

    @Test
    void valuesAreComparedInTheirUnits() throws IOException {
        Called called = sweep("""
                quantity,temperature_K,value,error,method
                D_m2_s,300,9.128e-13,1e-14,PFG-NMR
                diffusivity_cm2_s,300,2e-8,1e-9,tracer
                jump_rate_per_ns,300,0.1,0.01,T1
                """);
        assertThat(called.exitCode()).as(called.err()).isZero();
        JsonNode experiment = Called.summary(folder.resolve("out")).get("experiment");
        assertThat(experiment).hasSize(3);
        assertThat(experiment.at("/0/value").asDouble()).isCloseTo(9.128e-9, within(1e-12));
        assertThat(experiment.at("/0/computed/value").asDouble()).isCloseTo(9.128e-9, within(2e-11));
        assertThat(Math.abs(experiment.at("/0/z").asDouble())).isLessThan(0.3);
        assertThat(experiment.at("/1/z").asDouble()).isLessThan(-3);
        assertThat(experiment.at("/2/computed/withheld").asText()).contains("hops at two temperatures");
        assertThat(Files.readString(folder.resolve("out/report.txt")))
                .contains("Beside experiment", "diffusivity at 300 K", "PFG-NMR 9.13e-9");
    }

    @Test
    void whatIsNoQuantityIsRefusedWithItsLine() throws IOException {
        Called called = sweep("quantity,temperature_K,value\nhardness,300,5\n");
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.err()).contains("line 2", "hardness", "conductivity_mS_cm");
        assertThat(sweep("quantity,T\n").err()).contains("no column 'temperature_K'");
        assertThat(sweep("quantity,temperature_K,value\nD_cm2_s,300,x\n").err()).contains("column value", "'x'");
    }
}
