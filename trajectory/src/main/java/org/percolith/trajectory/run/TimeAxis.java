package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** One statement; those of one kind say the same of another file each. */
    private record Statement(double intervalFs, String source, String kind) {
        String shown() {
            return String.format(Locale.ROOT, "%.6g fs by %s", intervalFs, source);
        }
    }

    private final List<Statement> found = new ArrayList<>();
    private @Nullable Sourced<Double> stated;

    /** The user's own statement, which wins over the files. */
    void state(@Nullable Sourced<Double> intervalFs) {
        stated = intervalFs;
    }

    /**
     * What a file says; a statement that is already known is not repeated.
     *
     * @param source as printed: {@code POTIM x 50 steps in run1/INCAR}
     * @param kind the same without the name of the file or folder, since the INCARs of six restarts are one kind of source
     */
    void add(double intervalFs, String source, String kind) {
        boolean known = found.stream()
                .anyMatch(other -> other.source().equals(source) && agree(other.intervalFs(), intervalFs));
        if (!known) {
            found.add(new Statement(intervalFs, source, kind));
        }
    }

    /** The interval and where it came from; unknown if no source states it, or two contradict each other. */
    Determination<Double> resolve(String run) {
        if (stated != null) {
            return Determination.of(stated);
        }
        String subject = "the time between frames of " + run + " is";
        if (found.isEmpty()) {
            return Determination.unknown(
                    subject,
                    "unknown: its trajectory carries no time axis, and no file beside it (INCAR, OUTCAR,"
                            + " vasprun.xml, a LAMMPS or CP2K input) states the time step. Give --frame-interval, the time"
                            + " step of the program times the steps between the frames it stored, for example"
                            + " --frame-interval 100fs");
        }
        Statement first = found.get(0);
        for (Statement other : found) {
            if (!agree(first.intervalFs(), other.intervalFs())) {
                return Determination.unknown(
                        subject,
                        "contradictory: "
                                + first.shown() + ", but " + other.shown()
                                + ". Check both files, then give the right one with --frame-interval");
            }
        }
        return Determination.of(new Sourced<>(first.intervalFs(), String.join("; ", sources())));
    }

    /** Every kind of source once: by the file that was read first, and how many more say the same. */
    private List<String> sources() {
        Map<String, List<String>> ofKind = new LinkedHashMap<>();
        found.forEach(statement -> ofKind.computeIfAbsent(statement.kind(), kind -> new ArrayList<>())
                .add(statement.source()));
        return ofKind.values().stream()
                .map(files -> files.get(0) + more(files.size() - 1))
                .toList();
    }

    private static String more(int files) {
        return files == 0 ? "" : files == 1 ? " and 1 more file" : " and " + files + " more files";
    }

    /** Verdict T1: two sources that agree pass, one warns, a statement against the files fails. */
    Verdict verdict() {
        Sourced<Double> user = stated;
        for (Statement other : found) {
            if (user != null && !agree(user.value(), other.intervalFs())) {
                return verdict(
                        Status.FAIL,
                        user.value(),
                        new Statement(user.value(), user.source(), "").shown() + " was given and is used, but "
                                + other.shown() + "; one of them is wrong");
            }
        }
        Sourced<Double> resolved = resolve("this run").found();
        if (resolved == null) {
            String problem = found.isEmpty()
                    ? "no source states the time between frames"
                    : resolve("this run").problem();
            return new Verdict("T1", "time axis", Status.FAIL, null, THRESHOLD, problem);
        }
        List<String> sources = new ArrayList<>(sources());
        if (user != null) {
            sources.add(user.source());
        }
        String message = String.format(Locale.ROOT, "%.6g fs by ", resolved.value()) + String.join(" and by ", sources);
        return sources.size() >= 2
                ? verdict(Status.PASS, resolved.value(), "sources agree: " + message)
                : verdict(Status.WARN, resolved.value(), "one source only: " + message + "; check it");
    }

    private static Verdict verdict(Status status, double valueFs, String message) {
        return new Verdict("T1", "time axis", status, valueFs, THRESHOLD, message);
    }

    private static boolean agree(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
    }
}
