package org.percolith.pathways.trust;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.percolith.pathways.trust.TrustFamily.Kind;

/** What was said of many runs, counted. */
record TrustTally(List<TrustOutcome> outcomes) {

    int count(Predicate<TrustOutcome> which) {
        return (int) outcomes.stream().filter(which).count();
    }

    /** Publishable, though nothing diffuses or the truth is far from the interval. */
    int falselyPublishable() {
        return count(o -> o.publishable() && !o.right());
    }

    /** Conductors with hops enough that were refused. */
    int falselyRefused() {
        return count(o -> o.kind() == Kind.CONDUCTOR && o.resolvable() && !o.publishable());
    }

    int rightlyRefused() {
        return count(o -> !o.publishable() && !(o.kind() == Kind.CONDUCTOR && o.resolvable()));
    }

    int claims() {
        return count(o -> o.claimedRank() != null);
    }

    int rightClaims() {
        return count(TrustOutcome::rankRight);
    }

    /** Conductors with hops enough. */
    int resolvable() {
        return count(TrustTally::isResolvable);
    }

    static boolean isResolvable(TrustOutcome outcome) {
        return outcome.kind() == Kind.CONDUCTOR && outcome.resolvable();
    }

    /** Conductors with hops enough whose D got a value and an interval that holds the truth. */
    int resolvedRight() {
        return count(o -> isResolvable(o) && o.valued() && o.held());
    }

    /** A row of the table. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d of %d | %s | %d |",
                name,
                outcomes.size(),
                count(TrustOutcome::right),
                rightlyRefused(),
                falselyPublishable(),
                falselyRefused(),
                resolvedRight(),
                resolvable(),
                claims() == rightClaims()
                        ? rightClaims() + " of " + claims()
                        : rightClaims() + " of " + claims() + " (said " + wrongRanks() + ")",
                count(o -> o.kind() == Kind.CLOSED_CAGES && o.conductivity()));
    }

    private String wrongRanks() {
        return outcomes.stream()
                .filter(o -> o.claimedRank() != null && !o.rankRight())
                .map(o -> Objects.toString(o.claimedRank()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
