package org.percolith.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.percolith.trajectory.run.RunFiles;

/** What a command would do: the runs that it found, their files in order, what it would compute and where to. */
final class DryRun {

    private DryRun() {}

    static String text(List<RunFiles> runs, Set<RunAnalyzer.Part> parts, Path out) {
        StringBuilder text = new StringBuilder();
        for (RunFiles run : runs) {
            text.append(run.label()).append("   ").append(temperature(run)).append('\n');
            for (Path segment : run.segments()) {
                text.append("  ").append(segment).append('\n');
            }
        }
        String computed = parts.stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        return text.append("would compute ")
                .append(computed)
                .append("; results in ")
                .append(out)
                .append('\n')
                .toString();
    }

    private static String temperature(RunFiles run) {
        return run.temperatureK() == null
                ? "temperature from its files"
                : String.format(
                        Locale.ROOT,
                        "%.0f K, from %s",
                        run.temperatureK().value(),
                        run.temperatureK().source());
    }
}
