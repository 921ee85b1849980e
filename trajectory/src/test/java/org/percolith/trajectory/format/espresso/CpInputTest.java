package org.percolith.trajectory.format.espresso;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.format.ReadFrames;

/** Cell and atoms from the input of cp.x. */
class CpInputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ibrav=1, celldm(1)=10.0d0|5.29177210903",
                "ibrav = 1 , A = 5.5|5.5",
                "IBRAV=0,CELLDM(1)=10/#CELL_PARAMETERS alat#1 0 0#0 1.0 0#0 0 1d0|5.29177210903",
                "ibrav=0/#CELL_PARAMETERS {angstrom}#6.0 0 0#0 6 0#0 0 6|6",
                "ibrav=0/#CELL_PARAMETERS (bohr)#10 0 0#0 10 0#0 0 10|5.29177210903"
            })
    void cpInputStatesItsCell(String system, double edgeA) throws IOException {
        ReadFrames.write(
                folder,
                "run.in",
                "&SYSTEM\n " + system.replace("#", "\n")
                        + "\n/\nATOMIC_POSITIONS (bohr)\n Li1 0.0 0.0d0 0 ! first\n S 1.E0 2 3 0 0 0\n\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 2));
        assertThat(input.atoms().formula()).isEqualTo("Li1 S1");
        assertThat(requireNonNull(input.cell()).lengthA(2)).isCloseTo(edgeA, within(1e-9));
        assertThat(CpInput.beside(folder.resolve("run.pos"), 3)).isNull();
    }

    @Test
    void aLatticeThatIsNotBuiltHereIsNoCell() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav = 2, celldm(1) = 10\nATOMIC_POSITIONS\nLi 0 0 0\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 1));
        assertThat(input.cell()).isNull();
    }

    /** The companions of compressed positions need not be compressed. */
    @Test
    void theCelFileOfCompressedPositionsIsFound() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav=1, A=5.0\nATOMIC_POSITIONS\nLi 0 0 0\n");
        ReadFrames.write(folder, "run.cel", "10 0.1\n10 0 0\n0 10 0\n0 0 20\n20 0.2\n10 0 0\n0 10 0\n0 0 20\n");
        Path positions = folder.resolve("run.pos.gz");
        Files.write(positions, ReadFrames.gzip("10 0.1\n1.0 1.0 1.0\n20 0.2\n1.5 1.0 1.0\n"));
        assertThat(ReadFrames.of(positions).cells().get(0).lengthA(2)).isCloseTo(10.58354421806, within(1e-9));
    }
}
