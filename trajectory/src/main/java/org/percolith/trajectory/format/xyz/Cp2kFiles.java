package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.format.bytes.Compression;
import org.percolith.trajectory.format.reading.StepTemperatures;

/** The files that CP2K writes beside positions: {@code PROJECT-1.cell} and {@code PROJECT-1.ener}. */
final class Cp2kFiles {

    private static final int TEMPERATURE_COLUMN = 3;

    private Cp2kFiles() {}

    /** The companion of {@code PROJECT-pos-1.xyz} with this ending, compressed or not. */
    static Optional<Path> beside(Path positions, String ending) {
        String name = String.valueOf(positions.getFileName());
        int mark = name.indexOf("-pos");
        if (mark < 0) {
            return Optional.empty();
        }
        String run = name.substring(mark + "-pos".length()).replaceAll("\\.xyz.*$", "");
        String stem = name.substring(0, mark) + (run.isEmpty() ? "-1" : run) + ending;
        return Compression.anyOf(positions.resolveSibling(stem));
    }

    /** Mean of the temperature column of the .ener file over all its steps, K; empty if there is no such file. */
    static OptionalDouble meanTemperatureK(Path positions) throws IOException {
        Optional<Path> ener = beside(positions, ".ener");
        if (ener.isEmpty()) {
            return OptionalDouble.empty();
        }
        return StepTemperatures.meanK(ener.get(), TEMPERATURE_COLUMN, 0);
    }
}
