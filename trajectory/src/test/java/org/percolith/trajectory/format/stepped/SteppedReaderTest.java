package org.percolith.trajectory.format.stepped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

class SteppedReaderTest {

    private static final String ABACUS = """
            MDSTEP:  %d
            LATTICE_CONSTANT: 2.0 Angstrom
            LATTICE_VECTORS
              5 0 0
              1 5 0
              0 0 5
            INDEX    LABEL    POSITION (Angstrom)
              0  Li  1.0 2.0 3.0
              1  Cl  6.0 5.0 5.0

            """;
    private static final String PWMAT = """
               2 atoms,Iteration (fs) =    %s, Etot,Ep,Ek (eV) =   -1 -1 1
             Lattice vector (Angstrom)
               10 0 0
               0 10 0
               0 0 10
             Position (normalized), move_x, move_y, move_z
               3  0.1 0.2 0.3  1 1 1
               17  0.6 0.5 0.5  1 1 1
             Force (eV/Angstrom)
               3  0.1 0.2 0.3
               17  0.1 0.2 0.3
             -------------------------------------------------
            """;
    private static final String DL_POLY = """
            timestep  %d  2  1  2  0.001
              10 0 0
              0 10 0
              0 0 10
            LI+  1  6.941  1.0
              1.0 2.0 3.0
              9.0 9.0 9.0
            CL-  2  35.453  -1.0
              -4.0 5.0 5.0
              9.0 9.0 9.0
            """;

    @TempDir
    Path folder;

    @Test
    void abacusScalesItsVectors() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "MD_dump", ABACUS.formatted(0) + ABACUS.formatted(5));
        assertThat(read.atoms().symbols()).containsExactly("Li", "Cl");
        assertThat(read.labels()).containsExactly(0L, 5L);
        assertThat(read.cells().get(0).rows()).containsExactly(10, 0, 0, 2, 10, 0, 0, 0, 10);
        assertThat(read.fractional().get(1))
                .containsExactly(new double[] {0.06, 0.2, 0.3, 0.5, 0.5, 0.5}, within(1e-12));
    }

    @Test
    void pwmatStatesTimes() throws IOException {
        Path file = ReadFrames.write(folder, "MOVEMENT", PWMAT.formatted("1.0") + PWMAT.formatted("3.0"));
        assertThat(ReadFrames.of(file).atoms().symbols()).containsExactly("Li", "Cl");
        assertThat(intervalFs(file)).isEqualTo(2);
    }

    @Test
    void dlPolySkipsVelocitiesAndCountsPicoseconds() throws IOException {
        Path file =
                ReadFrames.write(folder, "HISTORY", "title\n 1 2 2\n" + DL_POLY.formatted(10) + DL_POLY.formatted(20));
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.atoms().symbols()).containsExactly("Li", "Cl");
        assertThat(read.fractional().get(1))
                .containsExactly(new double[] {0.1, 0.2, 0.3, -0.4, 0.5, 0.5}, within(1e-12));
        assertThat(intervalFs(file)).isEqualTo(10, within(1e-9));
    }

    @Test
    void aCutTailCostsTheTail() throws IOException {
        for (String text : List.of(
                ABACUS.formatted(0) + ABACUS.formatted(1).substring(0, 140),
                PWMAT.formatted("1.0") + PWMAT.formatted("2.0").substring(0, 200),
                "title\n 1 2 2\n" + DL_POLY.formatted(1) + DL_POLY.formatted(2).substring(0, 110))) {
            ReadFrames read = ReadFrames.of(folder, "cut", text);
            assertThat(read.fractional()).hasSize(1);
            assertThat(read.truncated()).isTrue();
        }
    }

    private static double intervalFs(Path file) throws IOException {
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(reader.atoms().size());
            while (reader.next(frame)) {
                assertThat(frame.timeFs()).isNotNull();
            }
            return reader.frameIntervalFs().orElseThrow().value();
        }
    }
}
