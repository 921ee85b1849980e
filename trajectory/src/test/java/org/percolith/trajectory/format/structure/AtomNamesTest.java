package org.percolith.trajectory.format.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;

/** Structures of classical simulations, .gro and .pdb, in which names of atoms stand for elements. */
class AtomNamesTest {

    private static final String GRO = """
            known, t= 0.0
                3
                1LI      LI    1   0.100   0.200   0.300  0.1000  0.0000 -0.1000
                2PS4     P1    2   0.400   0.500   0.600  0.0000  0.0000  0.0000
                2PS4    S12    3   0.400   0.500   0.600
               1.00000   1.10000   1.20000   0.00000   0.00000   0.20000   0.00000   0.30000  -0.10000
            """;

    private static final String PDB = """
            TITLE     made by hand
            CRYST1   10.000   11.000   12.000  90.00  90.00  60.00 P 1
            ATOM      1 LI    LI     1       1.000   2.000   3.000  1.00  0.00          LI
            HETATM    2  P1  PS4     2       4.000   5.000   6.000  1.00  0.00
            ATOM      3  CA  PS4     2       4.000   5.000   6.000  1.00  0.00           S
            END
            ATOM      4 LI    LI     1       1.000   2.000   3.000  1.00  0.00          LI
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "LI, LI, Li",
        "Li, SYS, Li",
        "LI, SYS, Li",
        "LI1, MOL, Li",
        "CL, CL, Cl",
        "CA, LIG, C",
        "CA, CA, Ca",
        "OW, SOL, O",
        "HW1, SOL, H",
        "1HB, LIG, H",
        "S12, TFSI, S",
        "NA, NA, Na",
        "ZR, ZRO, Zr"
    })
    void twoLettersAreASymbolForIonsOnly(String atom, String residue, String element) {
        assertThat(AtomNames.element(atom, residue)).isEqualTo(element);
    }

    @Test
    void groHoldsElementsAndBox() throws IOException {
        Structure read = StructureFile.read(ReadFrames.write(folder, "conf.gro", GRO));
        assertThat(read.atoms().symbols()).containsExactly("Li", "P", "S");
        assertThat(read.cell().rows()).containsExactly(new double[] {10, 0, 0, 2, 11, 0, 3, -1, 12}, within(1e-12));
    }

    @Test
    void pdbHoldsElementsAndCellOfItsFirstModel() throws IOException {
        Structure read = StructureFile.read(ReadFrames.write(folder, "conf.pdb", PDB));
        assertThat(read.atoms().symbols()).containsExactly("Li", "P", "S");
        assertThat(read.cell().lengthA(1)).isCloseTo(11, within(1e-12));
        assertThat(read.cell().angleDegrees(0, 1)).isCloseTo(60, within(1e-12));
    }

    @Test
    void withoutACellTheyAreNoStructure() throws IOException {
        Path noBox = ReadFrames.write(folder, "a.gro", GRO.substring(0, GRO.indexOf("   1.00000   1.1")));
        Path noVolume = ReadFrames.write(folder, "b.gro", GRO.replaceAll("1\\.[012]0000", "0.00000"));
        Path noRecord = ReadFrames.write(folder, "c.pdb", PDB.replaceAll("CRYST1.*\n", ""));
        Path unit = ReadFrames.write(folder, "d.pdb", PDB.replaceAll("1[012]\\.000 ", " 1.000 "));
        for (Path file : new Path[] {noBox, noVolume, noRecord, unit}) {
            assertThatThrownBy(() -> StructureFile.read(file)).isInstanceOf(TrajectoryException.class);
        }
    }
}
