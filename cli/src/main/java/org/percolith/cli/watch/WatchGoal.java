package org.percolith.cli.watch;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.HowMuchLonger;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;

/** What a run is followed for. */
public sealed interface WatchGoal {

    boolean isReachedBy(AnalyzedRun run);

    /** Time the run still lacks, ps; empty where nothing can be said. */
    OptionalDouble morePs(AnalyzedRun run);

    /** As the user writes it. */
    String text();

    /**
     * The relative standard deviation of D*. It counts only where D* is that of a line: an error of a number that may not
     * be quoted means nothing.
     */
    record RelativeStd(double target) implements WatchGoal {

        @Override
        public boolean isReachedBy(AnalyzedRun run) {
            return of(run).filter(found -> found <= target).isPresent();
        }

        @Override
        public OptionalDouble morePs(AnalyzedRun run) {
            return run.diffusion()
                    .map(found -> HowMuchLonger.until(target, found).additionalPs())
                    .orElse(OptionalDouble.empty());
        }

        @Override
        public String text() {
            return "rsd=" + plain(target);
        }

        /** std/value of D* behind the gate. */
        static Optional<Double> of(AnalyzedRun run) {
            return run.judgement()
                    .map(TransportJudgement::tracerCm2PerS)
                    .filter(Estimate.Measured.class::isInstance)
                    .map(measured -> ((Estimate.Measured) measured).relativeStd());
        }
    }

    /** Effective hops, N_eff = 6 D N T/a². */
    record Hops(double target) implements WatchGoal {

        @Override
        public boolean isReachedBy(AnalyzedRun run) {
            return effective(run).filter(found -> found >= target).isPresent();
        }

        @Override
        public OptionalDouble morePs(AnalyzedRun run) {
            Optional<Double> hops = effective(run).filter(found -> found > 0);
            return hops.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(run.info().durationPs() * Math.max(0, target / hops.get() - 1));
        }

        @Override
        public String text() {
            return "hops=" + plain(target);
        }

        static Optional<Double> effective(AnalyzedRun run) {
            return run.diffusion().map(DiffusionResult::hops).map(found -> found.effective());
        }
    }

    /** Time analysed, without equilibration. */
    record Length(double targetPs) implements WatchGoal {

        @Override
        public boolean isReachedBy(AnalyzedRun run) {
            return run.info().durationPs() >= targetPs;
        }

        @Override
        public OptionalDouble morePs(AnalyzedRun run) {
            return OptionalDouble.of(Math.max(0, targetPs - run.info().durationPs()));
        }

        @Override
        public String text() {
            return "length=" + plain(targetPs) + "ps";
        }
    }

    /** Every verdict allows the number to be quoted. */
    record Publishable() implements WatchGoal {

        @Override
        public boolean isReachedBy(AnalyzedRun run) {
            return run.publishable();
        }

        @Override
        public OptionalDouble morePs(AnalyzedRun run) {
            return run.publishable() ? OptionalDouble.of(0) : OptionalDouble.empty();
        }

        @Override
        public String text() {
            return "publishable";
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
