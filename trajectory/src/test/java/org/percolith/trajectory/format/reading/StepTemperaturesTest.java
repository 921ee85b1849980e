package org.percolith.trajectory.format.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.format.ReadFrames;

/** Tables of temperatures by step. */
class StepTemperaturesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Steps 2 and 3 are there twice: 500 and 600 K count, not 100 K; the cut last line does not. */
    @Test
    void aStepThatWasWrittenAgainCountsOnce() throws IOException {
        Path file = ReadFrames.write(
                folder,
                "a.ener",
                "# step time T\n 1 0.5 400.0\n 2 1.0 100.0\n 3 1.5 1.0E2\n 2 1.0 500.0\n 3 1.5 6.0d2\n 4 2.0 9");
        assertThat(StepTemperatures.meanK(file, 2, 0)).hasValue(500);
        assertThat(StepTemperatures.meanK(file, 2, 2)).hasValue(550);
        assertThat(StepTemperatures.meanK(file, 2, 9)).isEmpty();
    }
}
