package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sweep, written in the ways in which people write it. */
class TableFormsTest {

    /** Of the points (600 K, 1e-6), (800 K, 5e-6), (1000 K, 1.4e-5) with errors of 2e-7, 5e-7, 9e-7 cm²/s. */
    private static final double ACTIVATION_ENERGY_EV = 0.344846;

    @TempDir
    private Path folder;

    private Called sweep(String name, String table, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve(name), table);
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "sweep";
        arguments[1] = file;
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out of " + name);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Called.percolith(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T,D,D_error\n600,1e-6,2e-7\n800,5e-6,5e-7\n1000,1.4e-5,9e-7\n",
                "\uFEFFT,D,D_error\n600,1e-6,2e-7\n800,5e-6,5e-7\n1000,1.4e-5,9e-7\n",
                "T;D;D_error\n600;1,0e-6;2,0e-7\n800;5,0e-6;5,0e-7\n1000;1,4e-5;9,0e-7\n",
                "T\tD\tD_error\n600\t1e-6\t2e-7\n800\t5e-6\t5e-7\n1000\t1.4e-5\t9e-7\n",
                "T (K),D (cm^2/s),err\n600,1e-6,2e-7\n800,5e-6,5e-7\n1000,1.4e-5,9e-7\n",
                "temperature_K,D_cm2_s,D_error_cm2_s\n600,1e-6,2e-7\n800,5e-6,5e-7\n1000,1.4e-5,9e-7\n",
                "Temperature [°C],D (m²/s),std\n326.85,1e-10,2e-11\n526.85,5e-10,5e-11\n726.85,1.4e-9,9e-11\n",
                "T,D (Å^2/ps),D_error\n600,0.01,0.002\n800,0.05,0.005\n1000,0.14,0.009\n",
                "run,T,D_A2_ps,D_error_cm2_s\na,600,0.01,2e-7\nb,800,0.05,5e-7\nc,1000,0.14,9e-7\n",
                "# a paper\n\"T\",\"D\",\"D_error\"\n500,0,1e-8\n600,1e-6,2e-7\n800,5e-6,5e-7\n1000,1.4e-5,9e-7\n"
            })
    void isTheSameSweep(String table) throws IOException {
        Called called = sweep("table.csv", table);
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(Called.summary(folder.resolve("out of table.csv"))
                        .at("/sweep/activation_energy_eV/diffusivity/value")
                        .asDouble())
                .isCloseTo(ACTIVATION_ENERGY_EV, within(2e-6));
    }

    @Test
    void conductivitiesNeedTheirCarriers() throws IOException {
        String table = "T_K;sigma_S_cm\n600;0,01\n800;0,04\n1000;0,1\n";
        assertThat(sweep("sigma.csv", table).err()).contains("--lattice POSCAR");
        Path poscar =
                Files.writeString(folder.resolve("POSCAR"), "x\n1\n10 0 0\n0 10 0\n0 0 10\nLi O\n20 10\nDirect\n");
        Called called = sweep("sigma.csv", table, "--lattice", poscar);
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.err()).contains("S/cm");
    }

    @Test
    void theUnitTakenIsSaidAndAnImpossibleOneIsRefused() throws IOException {
        assertThat(sweep("a.csv", "T (K),D (m^2/s)\n600,1e-10\n800,5e-10\n").err())
                .contains("m²/s");
        Called called = sweep("b.csv", "T,diffusivity\n600,0.1\n800,0.5\n");
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.err()).contains("line 2", "states no unit", "D_A2_ps");
    }

    @Test
    void whatIsLeftOutOrRepeatedIsSaid() throws IOException {
        Called called = sweep("c.csv", "T,D\n500,-1e-9\n600,1e-6\n600,1.2e-6\n800,5e-6\n1000,1e-5\n");
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.err()).contains("500 K is left out").contains("2 rows at 600 K");
    }

    @Test
    void aCellThatIsNoNumber() throws IOException {
        Called called = sweep("d.csv", "T;D\n600;1e-6\n800;many\n");
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.err()).contains("line 3", "column D", "'many'");
    }
}
