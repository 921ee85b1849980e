package org.percolith.trajectory.format.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** SIESTA's .XV beside a .ANI file, and as a structure of its own. */
class SiestaXvTest {

    private static final String ANI =
            "2\n \nLi     1.000000    0.000000   -0.000000\nS      2.000000    1.000000    3.000000\n";
    private static final String XV = """
                  10.0  0.0  0.0      0.0 -0.0  0.0
                   2.0 12.0  0.0      0.0  0.0  0.0
                   0.0  1.0 20.0      0.0  0.0  0.0
                       2
              1     3   1.9  0.0  0.0    0.1 0.2 0.3
              2    16   3.8  1.9  5.7    0.1 0.2 0.3
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theCellOfAnAniFileIsThatOfTheXvFileBeside() throws IOException {
        ReadFrames.write(folder, "run.XV", XV);
        ReadFrames read = ReadFrames.of(folder, "run.ANI", ANI + ANI);
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.cells().get(1).component(1, 0)).isCloseTo(2 * 0.529177210903, within(1e-12));
        assertThat(read.cells().get(1).component(2, 2)).isCloseTo(20 * 0.529177210903, within(1e-12));
        assertThat(read.cartesian(0, 1)).containsExactly(new double[] {2, 1, 3}, within(1e-12));
        assertThat(read.notices()).singleElement().asString().contains("the cell is that of run.XV");
    }

    @Test
    void itIsFoundBesideCompressedPositions() throws IOException {
        ReadFrames.write(folder, "run.XV", XV);
        Path file = Files.write(folder.resolve("run.ANI.gz"), ReadFrames.gzip(ANI));
        assertThat(ReadFrames.of(file).frames()).isEqualTo(1);
    }

    @Test
    void aCellThatMovesIsNotTakenForAllSteps() throws IOException {
        ReadFrames.write(folder, "run.XV", XV.replace("0.0 -0.0  0.0", "0.0  1.0E-4  0.0"));
        assertThatThrownBy(() -> ReadFrames.of(folder, "run.ANI", ANI))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("in which it moves");
    }

    @Test
    void otherAtomsAreRefused() throws IOException {
        ReadFrames.write(folder, "run.XV", XV.replace("    16 ", "     8 "));
        assertThatThrownBy(() -> ReadFrames.of(folder, "run.ANI", ANI))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("Li1 O1, not of Li1 S1");
    }

    @Test
    void itIsAStructureFile() throws IOException {
        Structure structure = StructureFile.read(ReadFrames.write(folder, "any", XV));
        assertThat(structure.atoms().formula()).isEqualTo("Li1 S1");
        assertThat(structure.cell().lengthA(0)).isCloseTo(5.29177210903, within(1e-12));
    }

    @Test
    void damageIsToldWithItsLine() throws IOException {
        Path cut = ReadFrames.write(folder, "cut.XV", XV.substring(0, XV.indexOf("  2    16")));
        assertThatThrownBy(() -> StructureFile.read(cut))
                .isInstanceOf(MalformedTrajectoryException.class)
                .hasMessageContaining("line 6");
        Path flat = ReadFrames.write(folder, "flat.XV", XV.replace("20.0", " 0.0"));
        assertThatThrownBy(() -> StructureFile.read(flat)).isInstanceOf(MalformedTrajectoryException.class);
    }
}
