package org.percolith.pathways.transport;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.Dimensionality;
import org.percolith.pathways.PathwayRank;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** The verdicts beside the gate: M6 mobile fraction, D3 agreement of pathway and diffusion tensor. */
final class TransportVerdicts {

    private static final double MANY_IONS_MOVED = 0.5;
    private static final double SOME_IONS_MOVED = 0.1;

    private TransportVerdicts() {}

    /** Verdict M6: how many ions ever moved further than a hop from where they started. */
    static Verdict mobileFraction(DiffusionResult diffusion) {
        String threshold = "half of the ions pass, a tenth warn";
        if (!(diffusion.mobileFraction() instanceof Estimate.Measured fraction)) {
            return new Verdict("M6", "mobile fraction", Status.NOT_APPLICABLE, null, threshold, "no ion to follow");
        }
        double share = fraction.value();
        return new Verdict(
                "M6",
                "mobile fraction",
                Verdict.atLeast(share, MANY_IONS_MOVED, SOME_IONS_MOVED),
                share,
                threshold,
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the ions moved further than %.1f Å from where they started",
                        100 * share,
                        diffusion.settings().hopDistanceA()));
    }

    /** Verdict D3: the rank of the tracks and the dimensionality of the diffusion tensor. */
    static Verdict agreement(Optional<Dimensionality> diffusion, PathwayRank pathway) {
        String threshold = "equal";
        OptionalInt tensor = diffusion.map(Dimensionality::value).orElse(OptionalInt.empty());
        Integer rank = pathway.assured();
        if (tensor.isEmpty() || rank == null) {
            return new Verdict(
                    "D3",
                    "dimensionality",
                    Status.WARN,
                    null,
                    threshold,
                    "the dimensionality of " + (rank == null ? "the pathway" : "the diffusion tensor")
                            + " is undetermined");
        }
        boolean equal = tensor.getAsInt() == rank;
        return new Verdict(
                "D3",
                "dimensionality",
                equal ? Status.PASS : Status.WARN,
                (double) rank,
                threshold,
                equal
                        ? "pathway and diffusion tensor agree: " + rank + "D"
                        : "the pathway is " + rank + "D, the diffusion tensor " + tensor.getAsInt() + "D");
    }
}
