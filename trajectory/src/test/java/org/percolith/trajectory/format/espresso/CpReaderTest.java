package org.percolith.trajectory.format.espresso;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** What cp.x writes beside the positions. */
class CpReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Their layout is that of positions. */
    @ParameterizedTest
    @ValueSource(strings = {"run.vel", "run.for"})
    void velocitiesAndForcesAreNoPositions(String name) {
        assertThatThrownBy(() -> ReadFrames.of(folder, name, "10 0.001\n 0.1 0.2 0.3\n20 0.002\n 0.1 0.2 0.3\n"))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContainingAll("cp.x", "velocities and forces", "PREFIX.pos");
    }
}
