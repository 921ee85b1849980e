package org.percolith.cli.result;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percolith.density.DensityComparison;
import org.percolith.pathways.BarrierEstimate;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Two runs beside each other.
 *
 * @param density absent where the cells are too unlike
 * @param densityMismatch why it is absent
 */
public record SystemComparison(
        AnalyzedRun first, AnalyzedRun second, Optional<DensityComparison> density, Optional<String> densityMismatch) {

    private static final double QUANTILE_975 = 1.959963984540054;

    /** D* of the first over that of the second. */
    public Estimate tracerRatio() {
        return ratio(TransportJudgement::tracerCm2PerS);
    }

    /** σ from D* of the first over that of the second. */
    public Estimate tracerConductivityRatio() {
        return ratio(TransportJudgement::tracerMsPerCm);
    }

    /** σ from D_σ of the first over that of the second. */
    public Estimate chargeConductivityRatio() {
        return ratio(TransportJudgement::chargeMsPerCm);
    }

    private Estimate ratio(Function<TransportJudgement, Estimate> quantity) {
        Estimate none = Estimate.withheld("not computed");
        return ratio(
                first.judgement().map(quantity).orElse(none),
                second.judgement().map(quantity).orElse(none));
    }

    /**
     * The ratio of two independent positive quantities, log-normal: (δr/r)² = (δa/a)² + (δb/b)². Over a measured one an
     * upper bound gives an upper bound, which is at its lower end.
     */
    static Estimate ratio(Estimate a, Estimate b) {
        if (!(b instanceof Estimate.Measured below) || below.lower95() <= 0) {
            return Estimate.withheld("the second system's value is not resolved");
        }
        if (a instanceof Estimate.UpperBound bound) {
            return new Estimate.UpperBound(bound.upper95() / below.lower95(), "the first system's value is a bound");
        }
        if (!(a instanceof Estimate.Measured above) || above.value() <= 0) {
            return Estimate.withheld("the first system's value is not resolved");
        }
        double ratio = above.value() / below.value();
        double relative = Math.hypot(above.relativeStd(), below.relativeStd());
        return new Estimate.Measured(
                ratio,
                ratio * relative,
                ratio * Math.exp(-QUANTILE_975 * relative),
                ratio * Math.exp(QUANTILE_975 * relative));
    }

    /** F_c of the first minus that of the second for rank 1, 2 or 3, eV. */
    public Estimate barrierDifferenceEv(int rank) {
        Optional<Estimate> a = barrier(first, rank);
        Optional<Estimate> b = barrier(second, rank);
        if (a.orElse(null) instanceof Estimate.Measured one && b.orElse(null) instanceof Estimate.Measured other) {
            return Estimate.normal(one.value() - other.value(), Math.hypot(one.std(), other.std()));
        }
        return Estimate.withheld("not both systems percolate in " + rank + "D");
    }

    private static Optional<Estimate> barrier(AnalyzedRun run, int rank) {
        return run.percolation().map(found -> found.barrier(rank)).map(BarrierEstimate::barrierEv);
    }

    /** The run's pathway rank; null if undetermined. */
    public static @Nullable Integer rank(AnalyzedRun run) {
        return run.rank().map(PathwayRank::assured).orElse(null);
    }
}
