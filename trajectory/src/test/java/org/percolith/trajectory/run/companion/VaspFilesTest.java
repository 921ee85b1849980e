package org.percolith.trajectory.run.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.format.TrajectoryFiles;

class VaspFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void anOutcarIsNoSecondSourceBesideItself() throws IOException {
        Files.writeString(folder.resolve("OUTCAR"), "   POTIM  = 2.0000    time-step for ionic-motion\n");
        VaspFiles beside = new VaspFiles(new TrajectoryFiles());
        assertThat(beside.inputs(folder.resolve("OUTCAR"), folder)).isEmpty();
        assertThat(beside.inputs(folder.resolve("XDATCAR"), folder))
                .singleElement()
                .satisfies(input -> assertThat(input.settings().timestepFs()).hasValue(2));
    }
}
