package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.run.RunInfo;

/** What was read: each run's files, time axis, temperature and equilibration, with their sources. */
public record ReadSection(List<RunInfo> runs) implements PageSection {

    public ReadSection {
        runs = List.copyOf(runs);
    }

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        return "<section>\n<h2>What was read</h2>\n"
                + runs.stream().map(ReadSection::run).collect(Collectors.joining()) + "</section>\n";
    }

    private static String run(RunInfo info) {
        String tree = info.segments().stream()
                .map(segment -> segment.path() + "   " + segment.format() + ", " + segment.frames() + " frames"
                        + (segment.truncated() ? ", cut short" : ""))
                .collect(Collectors.joining("\n"));
        ReportBlock block = new ReportBlock();
        ReadingText.putSummary(block, info);
        String fields = new BlockSection("", block, List.of()).html(name -> Optional.empty());
        return "<details><summary>" + Markup.escaped(info.label() + ": " + brief(info)) + "</summary>\n" + "<pre>"
                + Markup.escaped(tree) + "</pre>\n" + fields + "</details>\n";
    }

    private static String brief(RunInfo info) {
        Sourced<Double> temperature = info.temperatureK().found();
        return (temperature == null ? "" : String.format(Locale.ROOT, "%.0f K, ", temperature.value())) + info.frames()
                + " frames used"
                + (info.frameIntervalFs().found() == null
                        ? ""
                        : String.format(Locale.ROOT, ", %.4g ps", info.durationPs()));
    }
}
