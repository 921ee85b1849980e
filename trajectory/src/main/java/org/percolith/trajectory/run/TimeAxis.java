package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * The time between stored frames, fs, from every source that states it. The user's word wins; sources that disagree are
 * an error; no source is an error too, since a guessed time axis is a wrong diffusivity.
 */
final class TimeAxis {

    private static final double TOLERANCE = 1e-3;
    private static final String THRESHOLD = "two sources that agree";

    private final List<Sourced<Double>> found = new ArrayList<>();
    private @Nullable Sourced<Double> stated;

    /** The user's own statement, which wins over the files. */
    void state(@Nullable Sourced<Double> intervalFs) {
        stated = intervalFs;
    }

    /** What a file says; a statement that is already known is not repeated. */
    void add(double intervalFs, String source) {
        boolean known =
                found.stream().anyMatch(other -> other.source().equals(source) && agree(other.value(), intervalFs));
        if (!known) {
            found.add(new Sourced<>(intervalFs, source));
        }
    }

    /** The interval and where it came from; unknown if no source states it, or two contradict each other. */
    Determination<Double> resolve(String run) {
        if (stated != null) {
            return Determination.of(stated);
        }
        if (found.isEmpty()) {
            return Determination.unknown("the time between frames of " + run
                    + " is unknown: its trajectory carries no time axis, and no file beside it (INCAR, OUTCAR,"
                    + " vasprun.xml, a LAMMPS log) states the time step. Give --frame-interval (POTIM x NBLOCK), for"
                    + " example --frame-interval 100fs");
        }
        Sourced<Double> first = found.get(0);
        for (Sourced<Double> other : found) {
            if (!agree(first.value(), other.value())) {
                return Determination.unknown("the time between frames of " + run + " is contradictory: "
                        + shown(first) + ", but " + shown(other)
                        + ". Check both files, then give the right one with --frame-interval");
            }
        }
        String sources = found.stream().map(Sourced::source).distinct().collect(Collectors.joining("; "));
        return Determination.of(new Sourced<>(first.value(), sources));
    }

    /** Verdict T1: two sources that agree pass, one warns, a statement against the files fails. */
    Verdict verdict() {
        List<Sourced<Double>> all = new ArrayList<>(found);
        Sourced<Double> user = stated;
        if (user != null) {
            for (Sourced<Double> other : found) {
                if (!agree(user.value(), other.value())) {
                    return verdict(
                            Status.FAIL,
                            user.value(),
                            shown(user) + " was given and is used, but " + shown(other) + "; one of them is wrong");
                }
            }
            all.add(user);
        }
        Determination<Double> resolved = resolve("this run");
        if (resolved.found() == null) {
            return new Verdict("T1", "time axis", Status.FAIL, null, THRESHOLD, resolved.problem());
        }
        long sources = all.stream().map(TimeAxis::kind).distinct().count();
        String message = all.stream().map(TimeAxis::shown).collect(Collectors.joining(" and "));
        return sources >= 2
                ? verdict(Status.PASS, all.get(0).value(), "sources agree: " + message)
                : verdict(Status.WARN, all.get(0).value(), "one source only: " + message + "; check it");
    }

    private static Verdict verdict(Status status, double valueFs, String message) {
        return new Verdict("T1", "time axis", status, valueFs, THRESHOLD, message);
    }

    private static boolean agree(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
    }

    /** A source without its folders: the INCARs of six restarts are one kind of source. */
    private static String kind(Sourced<Double> interval) {
        return interval.source().replaceAll("\\S*/", "");
    }

    private static String shown(Sourced<Double> interval) {
        return String.format(Locale.ROOT, "%.6g fs by %s", interval.value(), interval.source());
    }
}
