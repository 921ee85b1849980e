package org.percolith.pathways.transport;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Verdict A5: whether framework and pathway are the same at every temperature of a sweep. */
public final class SweepTopology {

    private static final String THRESHOLD = "same pathway rank and intact framework at every temperature";

    private SweepTopology() {}

    /**
     * What one temperature shows.
     *
     * @param pathwayRank assigned rank of the pathway, or null where undetermined
     * @param framework status of verdict F1
     */
    public record Temperature(String label, @Nullable Integer pathwayRank, Status framework) {}

    /** Judges the runs on the line of a sweep. */
    public static Verdict verdict(List<Temperature> used) {
        List<String> moving = used.stream()
                .filter(run -> run.framework() == Status.FAIL)
                .map(Temperature::label)
                .toList();
        long ranks = used.stream()
                .map(Temperature::pathwayRank)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (used.size() < 2) {
            return verdict(Status.NOT_APPLICABLE, "fewer than two runs to compare");
        }
        if (ranks > 1) {
            String found = used.stream()
                    .map(run ->
                            run.label() + " " + (run.pathwayRank() == null ? "undetermined" : run.pathwayRank() + "D"))
                    .collect(Collectors.joining(", "));
            return verdict(Status.FAIL, "the pathway changes over the sweep: " + found);
        }
        if (!moving.isEmpty()) {
            boolean all = moving.size() == used.size();
            return verdict(
                    all ? Status.WARN : Status.FAIL,
                    "the framework moves at " + String.join(", ", moving)
                            + (all
                                    ? ": one activation energy may mix ion and framework motion"
                                    : " only: not one regime"));
        }
        return verdict(Status.PASS, "pathway and framework are the same at every temperature");
    }

    private static Verdict verdict(Status status, String message) {
        return new Verdict("A5", "sweep topology", status, null, THRESHOLD, message);
    }
}
