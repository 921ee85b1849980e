package org.percolith.trajectory.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.TrajectoryException;

class CrystalFilesTest {

    private static final String FACE_CENTRED = """
            # a comment with _cell_length_a in it
            data_global
            _journal_name_full 'Journal of Someone's Chemistry'
            data_I
            _publ_section_title
            ;
            A text that says
            loop_ and _atom_site_fract_x
            ;
            _cell_length_a 10.0(1)
            _cell_length_b 10.0
            _cell_length_c 10.0
            _cell_angle_alpha 90.00
            _cell_angle_beta 90
            _cell_angle_gamma 90
            _space_group_IT_number 196
            loop_
            _space_group_symop_id
            _space_group_symop_operation_xyz
            1 x,y,z
            2 'x,1/2+y,1/2+z'
            3 "x+1/2, y, z+0.5"
            4 '1/2+x, 1/2+y, z'
            5 '-x,-y, z'
            loop_
            _atom_site_label
            _atom_site_type_symbol
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            _atom_site_occupancy
            S1 S2- 0 0 0 1
            Li1 Li1+ 0.10(2) .2 0.3 0.56(6)
            Li2 Li1+ ? ? ? .
            _exptl_special_details none
            """;

    @TempDir
    private Path folder;

    private CrystalStructure read(String text) throws IOException {
        return CrystalFiles.read(Files.writeString(folder.resolve("structure"), text));
    }

    @Test
    void symmetryIsWrittenOutAndSpecialPositionsAreCountedOnce() throws IOException {
        CrystalStructure structure = read(FACE_CENTRED);
        assertThat(structure.of("S").sites()).hasSize(4);
        List<CrystalSite> lithium = structure.of("Li").sites();
        assertThat(lithium).hasSize(5).allMatch(site -> site.label().equals("Li1") && site.occupancy() == 0.56);
        assertThat(lithium.get(1)).isEqualTo(new CrystalSite("Li1", "Li", 0.1, 0.7, 0.8, 0.56));
        assertThat(lithium.get(4).sa()).isCloseTo(0.9, within(1e-12));
        assertThat(structure.cell()).isEqualTo(Cell.cubic(10));
    }

    @Test
    void aSpaceGroupWithoutItsOperationsIsRefused() {
        String text = FACE_CENTRED.replace("_space_group_symop_operation_xyz", "_something_else");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("line 16: space group 196 without its operations");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.10(2)|0.1o|line 33: expected a number, found '0.1o'",
                "x,y,z|x,y|line 20: 'x,y' has not three components",
                "x,y,z|x,y,w|line 20: 'w' is no component of a symmetry operation",
                "_cell_angle_gamma|_gamma|states no _cell_angle_gamma",
                "_atom_site_fract_x|_atom_site_cartn_x|no data block"
            })
    void damageIsNamedWithItsLine(String sound, String damaged, String message) {
        assertThatThrownBy(() -> read(FACE_CENTRED.replace(sound, damaged)))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining(message);
    }

    @Test
    void poscarMayBeCartesianScaledAndSelective() throws IOException {
        CrystalStructure structure = read("""
                rock salt
                2.0
                3 0 0
                0 3 0
                0 0 3
                Li Cl
                1 1
                Selective dynamics
                Cartesian
                1.5 0 0 T T T
                0 -0.75 0 F F F
                """);
        assertThat(structure.cell()).isEqualTo(Cell.cubic(6));
        assertThat(structure.sites())
                .containsExactly(
                        new CrystalSite("Li1", "Li", 0.5, 0, 0, 1), new CrystalSite("Cl2", "Cl", 0, 0.75, 0, 1));
    }

    @Test
    void sitesRepeatIntoASupercellOfSomewhatDifferentSize() throws IOException {
        CrystalStructure run = read(FACE_CENTRED).of("S").inCellOf(Cell.orthorhombic(20.5, 10.2, 29.4));
        assertThat(run.sites()).hasSize(4 * 6);
        assertThat(run.sites())
                .filteredOn(site -> site.sb() == 0 && site.sc() == 0)
                .hasSize(2);
        assertThatThrownBy(() -> read(FACE_CENTRED).inCellOf(Cell.cubic(14)))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("does not repeat into the run's");
    }

    /** The expansions that GEMDAT made of the same files, 48h of argyrodite and 6b of Na3PS4, in 2x2x2 supercells. */
    @ParameterizedTest
    @CsvSource({"argyrodite, Li, 48h, 9.924, argyrodite_sites_48h", "na3ps4, Na, 6b, 6.9826, na3ps4_sites_6b"})
    void publishedSitesAreThoseOfAnotherProgram(String name, String element, String label, double edgeA, String table)
            throws IOException {
        Path cif = SharedData.find("public/cases/sites/" + name + ".cif");
        List<double[]> expected =
                Files.readAllLines(SharedData.find("../golden/gemdat/" + table + "_2x2x2_frac.txt")).stream()
                        .map(row -> Arrays.stream(row.strip().split("\\s+"))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toList();
        List<CrystalSite> sites = CrystalFiles.read(cif).of(element).inCellOf(Cell.cubic(2 * edgeA)).sites().stream()
                .filter(site -> site.label().equals(label))
                .toList();
        assertThat(sites).hasSameSizeAs(expected);
        assertThat(expected).allMatch(row -> sites.stream()
                .anyMatch(site -> isAt(site.sa(), row[0]) && isAt(site.sb(), row[1]) && isAt(site.sc(), row[2])));
    }

    private static boolean isAt(double s, double other) {
        return Math.abs(s - other - Math.rint(s - other)) < 1e-6;
    }
}
