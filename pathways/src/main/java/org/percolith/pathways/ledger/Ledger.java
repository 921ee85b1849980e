package org.percolith.pathways.ledger;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.msd.DiffusionResult;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.jump.BasinKinds;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * The terms of σ = (1/6)(f/H_R)(c q²/kBT) a² Γ, each by itself, and their product against the conductivity that the
 * collective displacement gives. f is measured twice: from the sequence of the hops, and as D-star over D_r = a²Γ/6; the
 * product takes the first, so that it does not hold what it is compared with.
 *
 * @param randomWalkCm2PerS D_r = a² Γ/6, what the hops would give without memory, cm²/s
 * @param randomWalkMsPerCm the conductivity of that, mS/cm
 * @param correlationFactor f = D-star/D_r
 * @param correlationFactorOfJumps f = Σ|Σ a|²/ΣΣ|a|²
 * @param havenRatio H_R
 * @param totalPerCm3 c, ions per cm³
 * @param activePerCm3 those that left their first basin at least once, per cm³
 * @param lengthA a, Å
 * @param rateThz Γ, hops per ion and picosecond
 * @param attemptThz ν₀
 * @param vibration by kind of basin
 * @param productMsPerCm of the terms, mS/cm
 * @param measuredMsPerCm by the collective displacement, mS/cm
 * @param residualStd logarithm of their ratio in standard errors; empty where one of them is not measured
 */
public record Ledger(
        Estimate randomWalkCm2PerS,
        Estimate randomWalkMsPerCm,
        Estimate correlationFactor,
        Estimate correlationFactorOfJumps,
        Estimate havenRatio,
        double totalPerCm3,
        Estimate activePerCm3,
        Estimate lengthA,
        Estimate rateThz,
        Estimate attemptThz,
        List<Vibration> vibration,
        Estimate productMsPerCm,
        Estimate measuredMsPerCm,
        OptionalDouble residualStd) {

    private static final double PS_PER_NS = 1000;

    /** Standard errors beyond which a ledger does not close: one run in 370 by chance. */
    private static final double CLOSED = 3;

    public Ledger {
        vibration = List.copyOf(vibration);
    }

    /**
     * Draws the terms together.
     *
     * @param network hops of these tracks between the basins of the map
     * @param tracerCm2PerS D* behind the gate
     */
    public static Ledger of(
            IonTracks tracks,
            HopNetwork network,
            BasinMap map,
            BasinKinds kinds,
            JumpStatistics jumps,
            DiffusionResult diffusion,
            Estimate tracerCm2PerS) {
        double intervalPs = diffusion.settings().frameIntervalPs();
        double density = diffusion.conductivity().densityPerA3() * PhysicalConstants.PER_CM3_PER_PER_A3;
        Estimate rateThz = jumps.perIonPerNs().scaled(1 / PS_PER_NS);
        Estimate random = randomWalk(jumps.lengthA(), rateThz);
        Estimate product = product(random, jumps.correlationFactor(), diffusion);
        Estimate measured = diffusion.conductivity().chargeMsPerCm();
        return new Ledger(
                random,
                random.scaled(diffusion.conductivity().perDiffusivityMsPerCm()),
                quotient(tracerCm2PerS, random),
                jumps.correlationFactor(),
                diffusion.havenRatio(),
                density,
                jumps.leftFirstBasin().scaled(density),
                jumps.lengthA(),
                rateThz,
                AttemptFrequency.ofThz(tracks, network.stays(), intervalPs),
                Vibration.of(tracks, network.stays(), map, kinds),
                product,
                measured,
                residual(product, measured, jumps.correlationFactor(), tracerCm2PerS));
    }

    private static Estimate randomWalk(Estimate lengthA, Estimate rateThz) {
        if (!(lengthA instanceof Measured a) || !(rateThz instanceof Measured rate)) {
            return Estimate.withheld("no hop was seen");
        }
        double value = a.value() * a.value() * rate.value() / 6 * PhysicalConstants.CM2_PER_S_PER_A2_PER_PS;
        return logNormal(value, Math.hypot(2 * a.relativeStd(), rate.relativeStd()));
    }

    private static Estimate product(Estimate random, Estimate factor, DiffusionResult diffusion) {
        if (!(random instanceof Measured walk) || !(factor instanceof Measured f)) {
            return Estimate.withheld("no hop was seen");
        }
        if (!(diffusion.havenRatio() instanceof Measured haven)) {
            return Estimate.withheld("the Haven ratio is not resolved");
        }
        double value = walk.value()
                * f.value()
                / haven.value()
                * diffusion.conductivity().perDiffusivityMsPerCm();
        // a² Γ stands in D_r and, inverted, in f: its error cancels.
        return logNormal(value, Math.hypot(f.relativeStd(), haven.relativeStd()));
    }

    private static Estimate quotient(Estimate tracer, Estimate random) {
        if (!(random instanceof Measured walk)) {
            return Estimate.withheld("no hop was seen");
        }
        if (!(tracer instanceof Measured d)) {
            return tracer.scaled(1 / walk.value());
        }
        double std = Math.hypot(d.relativeStd(), walk.relativeStd());
        Measured quotient = logNormal(d.value() / walk.value(), std);
        return new Measured(
                quotient.value(),
                quotient.std(),
                Math.min(quotient.lower95(), d.lower95() / walk.value()),
                Math.max(quotient.upper95(), d.upper95() / walk.value()));
    }

    private static Measured logNormal(double value, double relativeStd) {
        double reach = Math.exp(1.959963984540054 * relativeStd);
        return new Measured(value, value * relativeStd, value / reach, value * reach);
    }

    /** H_R stands in the product as D-star over D_σ, so that what is left of the ratio is f of the hops over that of D-star. */
    private static OptionalDouble residual(Estimate product, Estimate measured, Estimate factor, Estimate tracer) {
        if (product instanceof Measured p
                && measured instanceof Measured m
                && factor instanceof Measured f
                && tracer instanceof Measured d) {
            return OptionalDouble.of(Math.log(p.value() / m.value()) / Math.hypot(f.relativeStd(), d.relativeStd()));
        }
        return OptionalDouble.empty();
    }

    /** Verdict L1: whether the terms multiply to the conductivity that was measured. */
    public Verdict verdict() {
        @Nullable Double value = residualStd.isPresent() ? residualStd.getAsDouble() : null;
        Status status = value == null ? Status.NOT_APPLICABLE : Math.abs(value) <= CLOSED ? Status.PASS : Status.FAIL;
        String message = value == null
                ? "not every term of the conductivity is measured"
                : String.format(
                        Locale.ROOT,
                        "the product of the terms is %.2f of the conductivity by the collective displacement, %.1f standard"
                                + " errors apart",
                        value(productMsPerCm) / value(measuredMsPerCm),
                        Math.abs(value));
        return new Verdict("L1", "the ledger closes", status, value, "within 3 standard errors", message);
    }

    private static double value(Estimate estimate) {
        return estimate instanceof Measured m ? m.value() : Double.NaN;
    }
}
