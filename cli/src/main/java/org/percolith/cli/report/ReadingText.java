package org.percolith.cli.report;

import java.util.Locale;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.run.RunInfo;
import org.percolith.trajectory.run.Seam;
import org.percolith.trajectory.run.Segment;

/** What was found in the files of a run, for {@code inspect} and for the foot of every report. */
public final class ReadingText {

    private ReadingText() {}

    /** The whole account: composition, cell, time axis, segments, seams, verdicts, notices. */
    public static String full(RunInfo info) {
        ReportBlock block = new ReportBlock();
        block.line(info.label() + "   " + info.atoms().formula());
        putSummary(block, info);
        for (Segment segment : info.segments()) {
            block.entry(
                    "segment",
                    segment.path() + "   " + segment.format() + ", " + segment.frames() + " frames"
                            + (segment.truncated() ? ", TRUNCATED" : ""));
        }
        for (Seam seam : info.seams()) {
            block.entry("seam", seamLine(seam));
        }
        for (Verdict verdict : info.verdicts()) {
            VerdictText.put(block, verdict);
        }
        info.notices().forEach(notice -> block.entry("notice", notice));
        return block.text();
    }

    /** The lines that every report ends with. */
    static void putSummary(ReportBlock block, RunInfo info) {
        block.entry(
                "read",
                String.format(
                        Locale.ROOT,
                        "%d frames in %d file%s, %d used%s",
                        info.framesRead(),
                        info.segments().size(),
                        info.segments().size() == 1 ? "" : "s",
                        info.frames(),
                        info.frameIntervalFs().found() == null
                                ? ""
                                : String.format(Locale.ROOT, " (%.1f ps)", info.durationPs())));
        block.entry("time between frames", determined(info.frameIntervalFs(), "%.3f fs"));
        block.entry("temperature", determined(info.temperatureK(), "%.1f K"));
        block.entry(
                "mobile ion",
                String.format(
                        Locale.ROOT,
                        "%s, %d in the cell, charge %+.3g e (%s)",
                        info.carrier().species(),
                        info.carrier().count(),
                        info.carrier().chargeE().value(),
                        info.carrier().chargeE().source()));
        block.entry("cell", info.meanCell() + (info.fixedCell() ? ", fixed" : ", mean of a variable cell"));
        block.entry(
                "at rest",
                String.format(Locale.ROOT, "%s (drift of %.3f Å removed)", info.driftReference(), info.driftA()));
        block.entry("unwrapping", info.unwrapping());
    }

    private static String determined(Determination<Double> quantity, String format) {
        Sourced<Double> found = quantity.found();
        return found == null
                ? "UNKNOWN: " + quantity.problem()
                : String.format(Locale.ROOT, format, found.value()) + " (" + found.source() + ")";
    }

    private static String seamLine(Seam seam) {
        return String.format(
                Locale.ROOT,
                "after segment %d, frame %d: %s (longest step %.2f Å, in the run %.2f Å); %s",
                seam.afterSegment(),
                seam.frame(),
                seam.kind().label(),
                seam.maxStepA(),
                seam.typicalMaxStepA(),
                seam.action());
    }
}
