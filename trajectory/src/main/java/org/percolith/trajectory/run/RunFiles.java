package org.percolith.trajectory.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Sourced;

/**
 * The files of one run, before any is read.
 *
 * @param label how the run is called in results
 * @param path what the user named
 * @param segments trajectory files in the order in which they are joined
 * @param temperatureK stated by the user, a manifest or a name; null if none is
 * @param temperatureIsExplicit true if the user or a manifest stated it, which wins over all measurement
 * @param frameIntervalFs stated by a manifest, or null
 */
public record RunFiles(
        String label,
        Path path,
        List<Path> segments,
        @Nullable Sourced<Double> temperatureK,
        boolean temperatureIsExplicit,
        @Nullable Sourced<Double> frameIntervalFs) {

    public RunFiles {
        segments = List.copyOf(segments);
    }

    /** The same run with the temperature that the user gave. */
    public RunFiles withTemperature(double newTemperatureK, String source) {
        return new RunFiles(label, path, segments, new Sourced<>(newTemperatureK, source), true, frameIntervalFs);
    }

    /** The same run under another name. */
    public RunFiles withLabel(String newLabel) {
        return new RunFiles(newLabel, path, segments, temperatureK, temperatureIsExplicit, frameIntervalFs);
    }
}
