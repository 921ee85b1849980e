package org.percolith.pathways.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The panel of trust: families with known truth at several numbers of hops, and real runs in short windows. Writes the table
 * of docs/trust.md to {@code pathways/target/trust.md} and holds the gates.
 */
@Tag("trust")
class TrustPanelTest {

    private static final int SEEDS = Integer.getInteger("trust.seeds", 4);
    private static final long FIRST_SEED = Long.getLong("trust.first", 7_000_000_000L);
    private static final List<Double> HOPS_PER_ION = List.of(0.5, 1.0, 3.0, 6.0, 20.0, 50.0);

    @Test
    void whatIsSaidCanBeTrusted() throws IOException {
        Map<TrustFamily, TrustTally> tallies = new LinkedHashMap<>();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<TrustOutcome> windows;
        try {
            TaskRunner runner = TaskRunner.on(workers);
            List<TrustFamily> families = TrustFamilies.all();
            for (int k = 0; k < families.size(); k++) {
                TrustTally tally = family(families.get(k), FIRST_SEED + 100_000L * k, runner);
                System.out.println(tally.row(families.get(k).name()));
                tallies.put(families.get(k), tally);
            }
            windows = RealWindows.outcomes(runner);
        } finally {
            workers.shutdownNow();
        }
        Files.writeString(Path.of("target/trust.md"), table(tallies, windows));
        gates(tallies, new TrustTally(windows));
    }

    private static TrustTally family(TrustFamily family, long firstSeed, TaskRunner runner) {
        return new TrustTally(runner.map(HOPS_PER_ION.size() * SEEDS, run -> {
            double hops = HOPS_PER_ION.get(run / SEEDS);
            return TrustOutcome.of(family, hops, firstSeed + 1000L * (run / SEEDS) + run % SEEDS);
        }));
    }

    private static String table(Map<TrustFamily, TrustTally> tallies, List<TrustOutcome> windows) {
        StringBuilder text = new StringBuilder(
                "| family | runs | right *publishable* | right refusals | false *publishable* | false refusals | D held, of conductors"
                        + " with hops enough | ranks claimed right | sigma of closed cages |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        tallies.forEach((family, tally) -> text.append(tally.row(family.name())).append('\n'));
        text.append(all(tallies).row("**all families**")).append('\n');
        text.append(all(heldOut(tallies)).row("of these, held out")).append('\n');
        if (!windows.isEmpty()) {
            text.append(new TrustTally(windows).row("real runs in windows of 10, 20, 50 ps"))
                    .append('\n');
        }
        return text.toString();
    }

    private static Map<TrustFamily, TrustTally> heldOut(Map<TrustFamily, TrustTally> tallies) {
        Map<TrustFamily, TrustTally> kept = new LinkedHashMap<>(tallies);
        kept.keySet().removeIf(family -> !family.name().startsWith(HeldOutFamilies.MARK));
        return kept;
    }

    private static TrustTally all(Map<TrustFamily, TrustTally> tallies) {
        List<TrustOutcome> all = new ArrayList<>();
        tallies.values().forEach(tally -> all.addAll(tally.outcomes()));
        return new TrustTally(all);
    }

    private static void gates(Map<TrustFamily, TrustTally> tallies, TrustTally windows) {
        print("all families", tallies);
        print("held out", heldOut(tallies));
        TrustTally all = all(tallies);
        List<TrustOutcome> repeating = new ArrayList<>();
        tallies.forEach((family, tally) -> {
            if (family.repeats()) {
                repeating.addAll(tally.outcomes());
            }
        });
        TrustTally crystals = new TrustTally(repeating);
        assertThat(share(all.falselyPublishable(), all.outcomes().size()))
                .as("false publishable")
                .isLessThanOrEqualTo(0.01);
        assertThat(share(all.rightClaims(), all.claims())).as("rank claims").isGreaterThanOrEqualTo(0.95);
        assertThat(share(all.resolvedRight(), all.resolvable()))
                .as("D of conductors")
                .isGreaterThanOrEqualTo(0.95);
        assertThat(share(crystals.falselyRefused(), crystals.resolvable()))
                .as("refusals")
                .isLessThanOrEqualTo(0.1);
        assertThat(all.count(o -> o.kind() == TrustFamily.Kind.CLOSED_CAGES && o.conductivity()))
                .as("conductivities of closed cages")
                .isZero();
        assertThat(windows.falselyPublishable()).as("windows of real runs").isZero();
    }

    private static void print(String name, Map<TrustFamily, TrustTally> tallies) {
        TrustTally all = all(tallies);
        System.out.printf(
                Locale.ROOT,
                "%s: false publishable %.4f; rank claims right %.4f; D held %.4f; false refusals %d; closed cages with sigma %d%n",
                name,
                share(all.falselyPublishable(), all.outcomes().size()),
                share(all.rightClaims(), all.claims()),
                share(all.resolvedRight(), all.resolvable()),
                all.falselyRefused(),
                all.count(o -> o.kind() == TrustFamily.Kind.CLOSED_CAGES && o.conductivity()));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
