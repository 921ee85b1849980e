package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;

class SpellingTest {

    @Test
    void nearNamesAreFoundAndFarOnesAreNot() {
        List<String> names = List.of("XDATCAR", "OUTCAR", "vasprun.xml");
        assertThat(Spelling.nearest("xdatcar", names)).contains("XDATCAR");
        assertThat(Spelling.nearest("XDACTAR", names)).contains("XDATCAR");
        assertThat(Spelling.nearest("vasprn.xml", names)).contains("vasprun.xml");
        assertThat(Spelling.nearest("dump.lammpstrj", names)).isEmpty();
        assertThat(Spelling.nearest("LI", List.of("Li", "P"))).contains("Li");
    }

    @Test
    void aMissingFileIsToldWithItsNeighbour(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("XDATCAR"));
        String wrong = folder.resolve("XDATCR").toString();
        assertThatThrownBy(() -> new RunDiscovery(new TrajectoryFiles(1)).discover(List.of(wrong)))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("Did you mean " + folder.resolve("XDATCAR") + "?");
    }
}
