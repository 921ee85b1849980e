package org.percolith.pathways.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.fixtures.CubicLattice;
import org.percolith.fixtures.LatticeGas;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.Positions;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.JudgedTracks;
import org.percolith.pathways.RankAnalysis;
import org.percolith.pathways.jump.BasinKinds;
import org.percolith.pathways.jump.JumpAnalysis;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Ledgers of lattice gases whose terms are known. {@code -Dledger.runs=200} measures the coverage; a few runs only show that
 * nothing is grossly wrong.
 */
class LedgerCoverageTest {

    private static final int RUNS = Integer.getInteger("ledger.runs", 4);
    private static final long FIRST_SEED = Long.getLong("ledger.first", 9_100_000_000L);
    private static final int FRAMES = 12000;
    private static final double HOP_A = 2.5;
    private static final double INTERVAL_PS = 0.1;

    /**
     * Tracer correlation factors of a single vacancy (Compaan and Haven 1956). Two vacancies a cell, and hops rare enough that
     * two of one vacancy seldom fall into one frame: a hop and its way back would both be missed, and f come out too high.
     */
    @ParameterizedTest
    @CsvSource({"SIMPLE, 5, 123, 0.6531", "FACE_CENTRED, 3, 106, 0.7815", "BODY_CENTRED, 4, 126, 0.7272"})
    void termsHoldTheTruth(CubicLattice lattice, int cells, int ions, double f) {
        Map<String, Integer> held = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            Ledger ledger = ledger(lattice, cells, ions, FIRST_SEED + run, held);
            count(held, "f", holds(ledger.correlationFactor(), f));
            count(held, "f of the hops", holds(ledger.correlationFactorOfJumps(), f));
            count(held, "H_R", !(ledger.havenRatio() instanceof Estimate.Measured) || holds(ledger.havenRatio(), f));
            count(held, "closed", Math.abs(ledger.residualStd().orElse(0)) <= 3);
            count(held, "residual below 2", Math.abs(ledger.residualStd().orElse(0)) <= 1.96);
        }
        System.out.printf(Locale.ROOT, "%s, %d runs: %s%n", lattice, RUNS, held);
        // Nine tenths of a few runs, less two standard errors.
        double least = 0.93 * RUNS - 2 * Math.sqrt(0.93 * 0.07 * RUNS);
        assertThat(held.values()).allMatch(count -> count >= least);
    }

    private static Ledger ledger(CubicLattice lattice, int cells, int ions, long seed, Map<String, Integer> held) {
        LatticeGas unit = new LatticeGas(lattice, cells, ions, FRAMES, 1, HOP_A);
        double perAttempt = unit.chargeDiffusivityA2PerFrame() * 6 / (HOP_A * HOP_A);
        double hopsPerFrame = 0.001;
        LatticeGas gas = new LatticeGas(lattice, cells, ions, FRAMES, hopsPerFrame / perAttempt, HOP_A);
        double[][] vibrating = Positions.sum(
                gas.positionsA(seed), new OrnsteinUhlenbeckCage(ions, FRAMES, 0.0225, 0).positionsA(~seed));
        IonTracks tracks = IonTracks.ofCartesian(Cell.cubic(gas.edgeA()), vibrating);
        TaskRunner runner = TaskRunner.serial();
        RankAnalysis hops = RankAnalysis.of(tracks, JudgedTracks.NO_FRAMEWORK, 600, runner);
        BasinKinds kinds = BasinKinds.of(hops.basins(), List.of());
        JumpStatistics jumps = JumpAnalysis.of(tracks, hops.inRun(), hops.basins(), kinds, INTERVAL_PS, 1, runner);
        DiffusionResult diffusion =
                DiffusionAnalysis.analyze(tracks, tracks, new DiffusionSettings(INTERVAL_PS, 600, 1, HOP_A, 1), runner);
        Ledger ledger = Ledger.of(
                tracks,
                hops.inRun(),
                hops.basins(),
                kinds,
                jumps,
                diffusion,
                diffusion.tracer().cm2PerS());
        count(held, "rate", holds(ledger.rateThz(), hopsPerFrame / INTERVAL_PS));
        count(held, "a", holds(ledger.lengthA(), HOP_A));
        return ledger;
    }

    private static void count(Map<String, Integer> held, String term, boolean holds) {
        held.merge(term, holds ? 1 : 0, Integer::sum);
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate instanceof Estimate.Measured m && m.lower95() <= truth && truth <= m.upper95();
    }
}
