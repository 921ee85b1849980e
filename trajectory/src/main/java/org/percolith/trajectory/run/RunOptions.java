package org.percolith.trajectory.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.StructureHints;

/**
 * What the user decided about reading runs; null where it is left to the files.
 *
 * @param species mobile element, with charge if given: {@code Li}, {@code Li+}, {@code Mg2+}
 * @param framework elements of the drift reference; empty for all that are not mobile
 * @param stride every how many frames one is kept, after unwrapping with all of them
 * @param memoryBytes budget for ion tracks before they spill to {@code scratchDirectory}
 * @param structureHints elements of numeric types, and a structure for formats without elements or cell
 */
public record RunOptions(
        @Nullable String species,
        @Nullable Double chargeE,
        @Nullable Double timestepFs,
        @Nullable Double frameIntervalFs,
        @Nullable Double temperatureK,
        @Nullable Double skipPs,
        @Nullable Double stopPs,
        int stride,
        List<String> framework,
        long memoryBytes,
        Path scratchDirectory,
        StructureHints structureHints) {

    public RunOptions {
        framework = List.copyOf(framework);
        if (stride < 1) {
            throw new IllegalArgumentException("the stride must be at least 1, got " + stride);
        }
    }

    /** Everything left to the files. */
    public static RunOptions defaults() {
        return new RunOptions(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                List.of(),
                Runtime.getRuntime().maxMemory() * 6 / 10,
                Path.of(System.getProperty("java.io.tmpdir")),
                StructureHints.none());
    }

    /** The same options with a time axis and a temperature, as tests and scripts state them. */
    public RunOptions with(@Nullable Double newFrameIntervalFs, @Nullable Double newTemperatureK) {
        return new RunOptions(
                species,
                chargeE,
                timestepFs,
                newFrameIntervalFs,
                newTemperatureK,
                skipPs,
                stopPs,
                stride,
                framework,
                memoryBytes,
                scratchDirectory,
                structureHints);
    }

    /** The same options with what the user says about elements and cell. */
    public RunOptions withStructureHints(StructureHints hints) {
        return new RunOptions(
                species,
                chargeE,
                timestepFs,
                frameIntervalFs,
                temperatureK,
                skipPs,
                stopPs,
                stride,
                framework,
                memoryBytes,
                scratchDirectory,
                hints);
    }
}
