package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of cubic LLZO, Li56La24Zr16O96 (He, Zhu, Epstein, Mo, npj Comput. Mater. 4, 18 (2018)): its digits, and the
 * interval of σ(300 K) with the covariance of slope and intercept that the published one drops.
 */
class TableSweepTest {

    private static final String TABLE = """
            T,D,D_error
            600,1.24E-06,3.40E-07
            650,1.56E-06,4.05E-07
            700,2.13E-06,5.57E-07
            720,1.85E-06,3.87E-07
            800,3.51E-06,7.00E-07
            900,4.85E-06,6.99E-07
            1050,8.24E-06,1.34E-06
            1200,1.38E-05,1.49E-06
            1500,1.83E-05,2.58E-06
            """;
    private static final String POSCAR =
            "LLZO\n1.0\n12.98 0 0\n0 12.98 0\n0 0 12.98\nLi La Zr O\n56 24 16 96\nDirect\n";

    @TempDir
    private Path folder;

    private JsonNode sweep(Object... more) throws IOException {
        Path table = Files.writeString(folder.resolve("llzo.csv"), TABLE);
        Path out = folder.resolve("out");
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "sweep";
        arguments[1] = table;
        arguments[2] = "--out";
        arguments[3] = out;
        System.arraycopy(more, 0, arguments, 4, more.length);
        Called called = Called.percolith(arguments);
        assertThat(called.exitCode()).as(called.err()).isZero();
        return Called.summary(out).path("sweep");
    }

    @Test
    void givesThePublishedDigitsAndTheTrueInterval() throws IOException {
        Path poscar = Files.writeString(folder.resolve("POSCAR"), POSCAR);
        JsonNode sweep = sweep("--lattice", poscar);
        JsonNode energy = sweep.path("activation_energy_eV").path("diffusivity");
        assertThat(energy.path("value").asDouble()).isCloseTo(0.25813, within(2e-5));
        assertThat(energy.path("std").asDouble()).isCloseTo(0.01683, within(2e-5));
        JsonNode cold = sweep.path("extrapolated");
        assertThat(cold.path("diffusivity_cm2_s").path("value").asDouble()).isCloseTo(6.8075e-9, within(1e-12));
        JsonNode sigma = cold.path("conductivity_mS_cm");
        assertThat(sigma.path("value").asDouble()).isCloseTo(1.0804, within(2e-4));
        assertThat(sigma.path("interval95").path(0).asDouble()).isCloseTo(0.445, within(1e-3));
        assertThat(sigma.path("interval95").path(1).asDouble()).isCloseTo(2.623, within(2e-3));
    }

    @Test
    void withoutAStructureTheConductivityIsWithheld() throws IOException {
        JsonNode sigma = sweep().path("extrapolated").path("conductivity_mS_cm");
        assertThat(sigma.has("withheld")).isTrue();
    }

    @Test
    void writesTheTableAndTheFigure() throws IOException {
        sweep();
        assertThat(Files.readAllLines(folder.resolve("out/arrhenius.csv"))).hasSize(10);
        assertThat(folder.resolve("out/arrhenius.svg")).isNotEmptyFile();
        assertThat(folder.resolve("out/arrhenius.pdf")).isNotEmptyFile();
    }

    @Test
    void aBadCellIsNamedWithItsLine() throws IOException {
        Path table = Files.writeString(folder.resolve("bad.csv"), "T,D\n600,1e-6\n700,fast\n");
        Called called = Called.percolith("sweep", table, "--out", folder.resolve("out"));
        assertThat(called.exitCode()).isEqualTo(3);
        assertThat(called.err()).contains("line 3", "fast", "column D");
    }
}
