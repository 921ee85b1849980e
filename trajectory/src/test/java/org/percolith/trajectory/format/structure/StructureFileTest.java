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
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** POSCAR as the source of elements and cell, in the layouts of VASP 4 and 5; and the XDATCAR of VASP 4 that needs it. */
class StructureFileTest {

    private static final String CELL = "1.0\n 5 0 0\n 0 5 0\n 0 0 5\n";
    private static final String XDATCAR_4 = """
               3    3    2
             0.1E+02 5e-010 5e-010 5e-010 1e-015
              300.0
              CAR
             unknown system

             0.1 0.2 0.3
             0.4 0.5 0.6
             0.7 0.8 0.9

             0.11 0.2 0.3
             0.4 0.5 0.6
             0.7 0.8 0.9
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "any title|Li S#2 1#Direct|Li2 S1",
                "any title|Li#S#2 1#Cartesian|Li2 S1",
                "any title|Li_sv/1a2b S/3c#2 1#Direct|Li2 S1",
                "Li S|2 1#Direct|Li2 S1",
                "any title|2 1#Selective#Direct#0 0 0 T T T Li#0 0 0 T F T Li1#0 0 0 T T T S|Li2 S1",
                "any title|2 1#Direct#0.1 0.2 0.3 Na Na1 0#0.1 0.2 0.3 Na#0.5 0.5 0.5 Cl|Na2 Cl1"
            })
    void elementsAreFoundWhereEachVersionWritesThem(String title, String rest, String formula) throws IOException {
        Path file = ReadFrames.write(folder, "POSCAR", title + "\n" + CELL + rest.replace("#", "\n") + "\n");
        Structure structure = StructureFile.read(file);
        assertThat(structure.atoms().formula()).isEqualTo(formula);
        assertThat(structure.cell().lengthA(1)).isCloseTo(5, within(1e-12));
    }

    @Test
    void aPoscarThatNamesNoElementSaysWhatIsMissing() throws IOException {
        Path file = ReadFrames.write(folder, "POSCAR", "made here\n" + CELL + "2 1\nDirect\n0 0 0\n0 0 0\n0 0 0\n");
        assertThatThrownBy(() -> StructureFile.read(file))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("names none");
    }

    @ParameterizedTest
    @CsvSource({
        "vasp-xdatcar/mdanse_POSCAR_Hexane.gz, C1296 H3024",
        "vasp-poscar/pmg_CONTCAR.MD_LGPS, Li20 Ge2 P4 S24",
        "vasp-poscar/dpdata_POSCAR.oh.d.dup, O2 H1",
        "vasp-poscar/gitdowski_Li6PS5Br_POSCAR, Li96 P16 S80 Br16"
    })
    void realStructures(String name, String formula) throws IOException {
        Path file = SharedData.find("public/formats/" + name);
        assertThat(StructureFile.read(file).atoms().formula()).isEqualTo(formula);
    }

    @Test
    void anXdatcarOfVasp4TakesCellAndElementsFromThePoscarBeside() throws IOException {
        ReadFrames.write(folder, "POSCAR", "Li S\n" + CELL + "2 1\nDirect\n0 0 0\n0 0 0\n0 0 0\n");
        ReadFrames read = ReadFrames.of(folder, "XDATCAR", XDATCAR_4);
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.atoms().formula()).isEqualTo("Li2 S1");
        assertThat(read.fractional().get(1)[0]).isEqualTo(0.11);
        assertThat(read.notices()).anyMatch(notice -> notice.contains("those of POSCAR"));
    }

    @Test
    void anXdatcarOfVasp4AloneSaysWhatItNeeds() {
        assertThatThrownBy(() -> ReadFrames.of(folder, "XDATCAR", XDATCAR_4))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("no POSCAR with 3 atoms")
                .hasMessageContaining("--lattice");
    }
}
