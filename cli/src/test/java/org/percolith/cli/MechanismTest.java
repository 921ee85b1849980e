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

/** Hops, ledger, residence, regions and several carriers from the command line, on a small walk between two anions. */
class MechanismTest {

    @TempDir
    private Path folder;

    /** Two layers: ions hop beside S in the lower one, and rattle beside Cl in the upper one. */
    private Path run() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        int ions = 12;
        int[] site = new int[ions];
        StringBuilder text = new StringBuilder("layers\n1\n12 0 0\n0 12 0\n0 0 24\nLi S Cl\n12 16 16\n");
        for (int frame = 1; frame <= 400; frame++) {
            text.append("Direct configuration= ").append(frame).append('\n');
            for (int ion = 0; ion < ions; ion++) {
                boolean hops = ion % 2 == 0 && random.nextDouble() < 0.05;
                site[ion] += hops ? (random.nextBoolean() ? 1 : -1) : 0;
                double x = 0.25 * (site[ion] + ion % 3);
                put(text, random, 0.125 + x, 0.125 + 0.25 * (ion % 4), ion % 2 == 0 ? 0.15 : 0.65);
            }
            for (int atom = 0; atom < 32; atom++) {
                put(text, random, 0.25 * (atom % 4), 0.25 * (atom / 4 % 4), atom < 16 ? 0.15 : 0.65);
            }
        }
        return Files.writeString(folder.resolve("XDATCAR"), text);
    }

    private static void put(StringBuilder text, SplittableRandom random, double... s) {
        for (double component : s) {
            text.append(String.format(Locale.ROOT, "%.6f ", component + random.nextDouble(-0.008, 0.008)));
        }
        text.append('\n');
    }

    private Called analyze(String... more) throws IOException {
        Object[] arguments = new Object[7 + more.length];
        Object[] fixed = {"analyze", run(), "--frame-interval", "100fs", "--temperature", "600", "--quiet"};
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return Called.percolith(arguments);
    }

    @Test
    void everyPartHasItsObjectAndItsFile() throws IOException {
        Path out = folder.resolve("out");
        Called called = analyze("--out", out.toString(), "--regions", "slab:c:0,0.4", "--species", "Li,Cl");
        assertThat(called.exitCode()).as(called.err()).isZero();
        JsonNode run = Called.summary(out).get("runs").get(0);
        assertThat(run.at("/jumps/count").asInt()).isPositive();
        assertThat(run.at("/jumps/sensitivity/0.5").asInt())
                .isEqualTo(run.at("/jumps/count").asInt());
        assertThat(run.at("/ledger/terms/nu0_THz/withheld").asText()).contains("100 fs");
        assertThat(run.at("/ledger/terms/a_A/value").asDouble()).isBetween(2.8, 3.2);
        double shares = 0;
        for (JsonNode unit : run.at("/residence/units")) {
            shares += unit.at("/share/value").asDouble();
        }
        assertThat(shares).isBetween(0.999, 1.001);
        assertThat(run.get("regions")).hasSize(2);
        assertThat(run.at("/regions/0/share/value").asDouble()).isEqualTo(0.5);
        assertThat(run.at("/onsager/species")).hasSize(2);
        assertThat(Files.readAllLines(out.resolve("jumps.csv")))
                .hasSize(1 + run.at("/jumps/count").asInt());
        assertThat(out.resolve("jump_rates.csv")).exists();
        assertThat(Files.readString(out.resolve("report.txt")))
                .contains("terms of σ", "residence on anions", "several carriers");
    }

    @Test
    void regionsThatNameNothing() throws IOException {
        assertThat(analyze("--regions", "slab:d:0,1").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(analyze("--regions", "slab:d:0,1").err()).contains("slab:c:0.2,0.6");
        assertThat(analyze(
                                "--regions",
                                "near:Br:3",
                                "--out",
                                folder.resolve("x").toString())
                        .err())
                .contains("no Br");
    }

    @Test
    void aSecondCarrierThatIsNotThere() throws IOException {
        Called called =
                analyze("--species", "Li,Na", "--out", folder.resolve("y").toString());
        assertThat(called.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
        assertThat(called.err()).contains("no Na");
    }
}
