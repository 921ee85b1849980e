package org.percolith.trajectory.format.lammps;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.format.ReadFrames;

/** LAMMPS data files, which name elements by mass. */
class LammpsDataTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAMMPS data\n\n 3 atoms\n 2 atom types\n\nMasses\n\n 1 6.94\n 2 32.06\n\nAtoms\n\n1 1 0 0 0\n",
                "LAMMPS data\r\n\r\n3   atoms\r\n\r\nMasses # full\r\n\r\n1\t6.941e0 # Li\r\n2\t3.2065E+01\r\n",
                "3 atoms # and a comment\nMasses\n1 6.9400001\n2 32.06"
            })
    void lammpsDataNamesElementsByMass(String text) throws IOException {
        LammpsData data = LammpsData.read(folder.resolve("a.data"), text).orElseThrow();
        assertThat(data.atoms()).isEqualTo(3);
        assertThat(data.elementOfType()).isEqualTo(Map.of(1, "Li", 2, "S"));
    }

    @Test
    void aMassOfNoElementNamesNone() throws IOException {
        String text = "3 atoms\n\nMasses\n\n1 6.94\n2 500.0\n";
        assertThat(LammpsData.read(folder, text).orElseThrow().elementOfType()).isEmpty();
        assertThat(LammpsData.read(folder, "units metal\n")).isEmpty();
    }

    @Test
    void theDataFileWithAsManyAtomsIsTheOneBeside() throws IOException {
        ReadFrames.write(folder, "a.data", "4 atoms\nMasses\n1 6.94\n");
        ReadFrames.write(folder, "b.data", "3 atoms\nMasses\n1 22.99\n");
        LammpsData data = requireNonNull(LammpsData.beside(folder.resolve("run.dump"), 3));
        assertThat(data.elementOfType()).containsEntry(1, "Na");
        assertThat(LammpsData.beside(folder.resolve("run.dump"), 5)).isNull();
    }
}
