package org.percolith.cli.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunInfo;
import org.percolith.trajectory.run.RunSurvey;
import org.percolith.trajectory.run.Seam;
import org.percolith.trajectory.run.Segment;

/** What was found in the files of a run, for {@code inspect} and for the foot of every report. */
public final class ReadingText {

    /** Angles are shown to a hundredth of a degree. */
    private static final double SHOWN_ANGLE = 0.005;

    /** Seams of one kind that are told one by one: as many as restarts that a person made, not a program. */
    private static final int SEAMS_SHOWN = 20;

    private ReadingText() {}

    /** The whole account: composition, cell, time axis, segments, seams, verdicts, notices. */
    public static String full(RunInfo info) {
        ReportBlock block = new ReportBlock();
        block.line(info.label() + "   " + info.atoms().formula() + "   "
                + info.atoms().size() + " atoms");
        putSummary(block, info);
        for (int k = 0; k < info.segments().size(); k++) {
            block.entry("segment " + (k + 1), segment(info.segments().get(k)));
        }
        putSeams(block, info.seams());
        for (Verdict verdict : info.verdicts()) {
            VerdictText.put(block, verdict);
        }
        info.notices().forEach(notice -> block.entry("notice", notice));
        return block.text();
    }

    /**
     * A run that cannot be analysed: what its files hold, and only then what is missing and how to give it.
     *
     * @param survey empty where they are no trajectory
     */
    public static String unusable(RunFiles run, String problem, Optional<RunSurvey> survey) {
        ReportBlock block = new ReportBlock();
        survey.ifPresentOrElse(
                counted -> {
                    boolean named = !counted.atoms().composition().containsKey(Atoms.UNNAMED);
                    block.line(run.label() + "   " + (named ? counted.atoms().formula() + "   " : "")
                            + counted.atoms().size() + " atoms" + (named ? "" : " of unnamed elements") + ", "
                            + counted.frames() + " frames");
                    for (int k = 0; k < counted.segments().size(); k++) {
                        block.entry(
                                "segment " + (k + 1), segment(counted.segments().get(k)));
                    }
                    block.entry("for an analysis", problem);
                    counted.notices().forEach(notice -> block.entry("notice", notice));
                },
                () -> block.line(run.label()).entry("cannot be used", problem));
        return block.text();
    }

    /** The first seams of each kind, and how many more there are. */
    static void putSeams(ReportBlock block, List<Seam> seams) {
        Map<Seam.Kind, Integer> ofKind = new EnumMap<>(Seam.Kind.class);
        for (Seam seam : seams) {
            if (ofKind.merge(seam.kind(), 1, Integer::sum) <= SEAMS_SHOWN) {
                block.entry("seam", seam(seam));
            }
        }
        ofKind.forEach((kind, count) -> {
            if (count > SEAMS_SHOWN) {
                block.entry("seams", count - SEAMS_SHOWN + " more: " + kind.label());
            }
        });
    }

    private static String segment(Segment segment) {
        return segment.path() + " " + segment.format() + ", " + segment.frames()
                + (segment.frames() == 1 ? " frame" : " frames")
                + (segment.truncated() ? ", TRUNCATED: see the notice" : "");
    }

    /** The lines that every report ends with. */
    static void putSummary(ReportBlock block, RunInfo info) {
        block.entry("read", read(info));
        block.entry("time between frames", determined(info.frameIntervalFs(), "%.3f fs"));
        block.entry("temperature", determined(info.temperatureK(), "%.1f K"));
        block.entry("mobile ion", mobileIon(info));
        block.entry("cell", cell(info.meanCell()) + (info.fixedCell() ? ", fixed" : ", mean of a variable cell"));
        block.entry(
                "at rest",
                String.format(Locale.ROOT, "%s (drift of %.3f Å removed)", info.driftReference(), info.driftA()));
        block.entry("unwrapping", info.unwrapping());
    }

    private static String read(RunInfo info) {
        int files = info.segments().size();
        String used = info.framesSkipped() == 0 ? "all used" : info.frames() + " used";
        return info.framesRead()
                + (info.framesRead() == 1 ? " frame in " : " frames in ")
                + files
                + (files == 1 ? " file, " : " files, ")
                + used
                + (info.frameIntervalFs().found() == null ? "" : " (" + duration(info.durationPs()) + ")");
    }

    private static String duration(double ps) {
        return ps < 1 ? String.format(Locale.ROOT, "%.0f fs", 1000 * ps) : String.format(Locale.ROOT, "%.1f ps", ps);
    }

    private static String mobileIon(RunInfo info) {
        if (info.mobileIon().found() == null) {
            return problem(info.mobileIon());
        }
        return String.format(
                Locale.ROOT,
                "%s, %d in the cell, charge %+.3g e (%s)",
                info.carrier().species(),
                info.carrier().count(),
                info.carrier().chargeE().value(),
                info.carrier().chargeE().source());
    }

    /** Edges, angles and volume, as chemists quote a cell. */
    private static String cell(Cell cell) {
        double[] degrees = {cell.angleDegrees(1, 2), cell.angleDegrees(2, 0), cell.angleDegrees(0, 1)};
        boolean right = Arrays.stream(degrees).allMatch(angle -> Math.abs(angle - 90) < SHOWN_ANGLE);
        return String.format(
                Locale.ROOT,
                "%.3f x %.3f x %.3f Å, %s, %.1f Å³",
                cell.lengthA(0),
                cell.lengthA(1),
                cell.lengthA(2),
                right
                        ? "right angles"
                        : String.format(Locale.ROOT, "angles %.2f %.2f %.2f°", degrees[0], degrees[1], degrees[2]),
                cell.volumeA3());
    }

    /** The problem with its first word, unknown or contradictory, in capitals. */
    private static String problem(Determination<?> quantity) {
        String reason = quantity.reason();
        int colon = reason.indexOf(':');
        return reason.substring(0, colon).toUpperCase(Locale.ROOT) + reason.substring(colon);
    }

    private static String determined(Determination<Double> quantity, String format) {
        Sourced<Double> found = quantity.found();
        return found == null
                ? problem(quantity)
                : String.format(Locale.ROOT, format, found.value()) + " (" + found.source() + ")";
    }

    /** One seam: where it is, how far atoms move across it, and what was done. */
    public static String seam(Seam seam) {
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
