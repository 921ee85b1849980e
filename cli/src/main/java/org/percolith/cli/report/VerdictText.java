package org.percolith.cli.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Verdicts as lines: those that failed first, then warnings; what passed is only counted. */
final class VerdictText {

    private VerdictText() {}

    /** One verdict: {@code warn T1   time axis: one source only}. */
    static void put(ReportBlock block, Verdict verdict) {
        String status = verdict.status() == Status.NOT_APPLICABLE
                ? "-"
                : verdict.status().label();
        block.entry(
                String.format(Locale.ROOT, "%-4s %s", status, verdict.id()), verdict.name() + ": " + verdict.message());
    }

    static void put(ReportBlock block, Collection<Verdict> verdicts) {
        block.line(String.format(
                Locale.ROOT,
                "  %d verdicts: %d pass, %d warn, %d fail, %d not applicable",
                verdicts.size(),
                count(verdicts, Status.PASS),
                count(verdicts, Status.WARN),
                count(verdicts, Status.FAIL),
                count(verdicts, Status.NOT_APPLICABLE)));
        for (Status status : new Status[] {Status.FAIL, Status.WARN}) {
            verdicts.stream().filter(verdict -> verdict.status() == status).forEach(verdict -> put(block, verdict));
        }
    }

    /** {@code A1 enough temperatures, A4 extrapolation fail}; empty if none does. */
    static String failed(Collection<Verdict> verdicts) {
        List<String> failed = verdicts.stream()
                .filter(verdict -> verdict.status() == Status.FAIL)
                .map(verdict -> verdict.id() + " " + verdict.name())
                .toList();
        return failed.isEmpty() ? "" : String.join(", ", failed) + (failed.size() == 1 ? " fails" : " fail");
    }

    private static long count(Collection<Verdict> verdicts, Status status) {
        return verdicts.stream().filter(verdict -> verdict.status() == status).count();
    }
}
