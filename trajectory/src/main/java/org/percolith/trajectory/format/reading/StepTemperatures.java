package org.percolith.trajectory.format.reading;

import it.unimi.dsi.fastutil.longs.Long2DoubleMap;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.TokenLine;

/**
 * Temperatures by step in a table of numbers, as CP2K (.ener) and cp.x (.evp) write them. A step that a resumed run wrote
 * again counts once, as it was last written.
 */
public final class StepTemperatures {

    private StepTemperatures() {}

    /**
     * The mean, K; empty if the table holds no such step.
     *
     * @param column of the temperature, from 0; the step is column 0
     * @param firstStep steps before it do not count
     */
    public static OptionalDouble meanK(Path table, int column, long firstStep) throws IOException {
        Long2DoubleOpenHashMap ofStep = new Long2DoubleOpenHashMap();
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(table))) {
            TokenLine line = new TokenLine(window);
            while (!window.atEnd()) {
                boolean whole = window.lineIsTerminated() && line.split(column + 1);
                if (whole && Double.isFinite(line.number(0)) && Double.isFinite(line.number(column))) {
                    ofStep.put((long) line.number(0), line.number(column));
                }
                window.skipLine();
            }
        }
        return ofStep.long2DoubleEntrySet().stream()
                .filter(entry -> entry.getLongKey() >= firstStep)
                .mapToDouble(Long2DoubleMap.Entry::getDoubleValue)
                .average();
    }
}
