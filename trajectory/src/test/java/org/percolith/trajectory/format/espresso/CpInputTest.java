package org.percolith.trajectory.format.espresso;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.UnsupportedFormatException;

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

    /** Volumes by formula, Å3, of a = 4, b = 5, c = 6 and the cosines 0.1 (bc), 0.2 (ac), 0.3 (ab). */
    @ParameterizedTest
    @CsvSource({
        "1, 64",
        "2, 16",
        "3, 32",
        "-3, 32",
        "4, 83.138438763306",
        "5, 56.668015670217",
        "-5, 56.668015670217",
        "6, 96",
        "7, 48",
        "8, 120",
        "9, 60",
        "-9, 60",
        "91, 60",
        "10, 30",
        "11, 60",
        "12, 114.472704170033",
        "-12, 117.575507653593",
        "13, 57.236352085017",
        "-13, 58.787753826796",
        "14, 112.057128287316"
    })
    void everyLatticeHasItsVolume(int ibrav, double volumeA3) throws IOException {
        ReadFrames.write(
                folder,
                "run.in",
                "ibrav = " + ibrav + "\n A = 4.0, B = 5.d0\n C = 6.0, cosBC = 0.1, cosAC=0.2,cosAB= 0.3\n"
                        + "ATOMIC_POSITIONS\nLi 0 0 0\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 1));
        assertThat(requireNonNull(input.cell()).volumeA3()).isCloseTo(volumeA3, within(1e-9));
    }

    /** Edges of a triclinic cell from celldm; the angles are in the order of bc, ac, ab. */
    @Test
    void celldmStatesATriclinicCell() throws IOException {
        String text =
                "ibrav = 14, celldm(1) = 10, celldm(2)=1.5,celldm(3) = 2,celldm(4) = 0.1\n celldm(5)=0.2, celldm(6)=.3\n";
        ReadFrames.write(folder, "run.in", text + "ATOMIC_POSITIONS\nLi 0 0 0\n");
        Cell cell = requireNonNull(
                requireNonNull(CpInput.beside(folder.resolve("run.pos"), 1)).cell());
        assertThat(cell.lengthA(1)).isCloseTo(1.5 * 5.29177210903, within(1e-9));
        assertThat(cell.lengthA(2)).isCloseTo(2 * 5.29177210903, within(1e-9));
        assertThat(cell.component(1, 0) / cell.lengthA(1)).isCloseTo(0.3, within(1e-12));
        assertThat(cell.component(2, 0) / cell.lengthA(2)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aLatticeThatIsNoneIsNoCell() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav = 42, celldm(1) = 10\nATOMIC_POSITIONS\nLi 0 0 0\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 1));
        assertThat(input.cell()).isNull();
    }

    @Test
    void aLatticeWithoutItsLengthsIsNoCell() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav = 8, celldm(1) = 10\nATOMIC_POSITIONS\nLi 0 0 0\n");
        CpInput input = requireNonNull(CpInput.beside(folder.resolve("run.pos"), 1));
        assertThat(input.cell()).isNull();
    }

    @Test
    void aHeadingWhoseTimeIsNoNumberIsNone() throws IOException {
        ReadFrames.write(folder, "run.in", "ibrav=1, A=5.0\nATOMIC_POSITIONS\nLi 0 0 0\n");
        assertThatThrownBy(() -> ReadFrames.of(folder, "run.pos", "10 0.0.1\n1.0 1.0 1.0\n"))
                .isInstanceOf(UnsupportedFormatException.class);
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
