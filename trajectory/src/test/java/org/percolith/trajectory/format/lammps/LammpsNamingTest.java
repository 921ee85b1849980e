package org.percolith.trajectory.format.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** Where dumps say what their atoms and their units are, and where they only seem to. */
class LammpsNamingTest {

    private static final StructureHints TYPES = new StructureHints(Map.of(1, "Li", 2, "I"), null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "element,         Li,      I",
        "element,         LI,      I2",
        "type mass,       1 6.941, 2 126.904",
        "mass,            6.94,    126.9",
        "type,            Li,      I",
        "type typelabel,  1 Li,    2 I",
        "type element mass, 1 ? 6.94, 2 ? 126.9",
        "type element mass, 1 C 6.94, 2 C 126.9"
    })
    void columnsThatNameTheAtoms(String names, String lithium, String iodine) throws IOException {
        assertThat(read(names, lithium, iodine, StructureHints.none()).atoms().symbols())
                .containsExactly("Li", "I");
    }

    @Test
    void masses() throws IOException {
        assertThat(read("mass", "6.94", "126.9", StructureHints.none()).notices())
                .anyMatch(notice -> notice.contains("named by the mass column: {126.9=I, 6.94=Li}"));
        assertThatThrownBy(() -> read("mass", "6.94", "1e400", StructureHints.none()))
                .isInstanceOf(TrajectoryException.class);
    }

    /** Without dump_modify the element column says C for every type, or whatever the script was left to say. */
    @ParameterizedTest
    @ValueSource(strings = {"?", "C"})
    void elementsThatNameNothing(String element) throws IOException {
        assertThatThrownBy(() -> read("type element", "1 " + element, "2 " + element, StructureHints.none()))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("--types");
        assertThat(read("type element", "1 " + element, "2 " + element, TYPES)
                        .atoms()
                        .symbols())
                .containsExactly("Li", "I");
    }

    @Test
    void carbonMayBeCarbon() throws IOException {
        assertThat(read("type element", "1 C", "1 C", StructureHints.none())
                        .atoms()
                        .formula())
                .isEqualTo("C2");
    }

    /** A cell of 4 Å; the first atom at (1, 2, 3) Å. */
    @ParameterizedTest
    @CsvSource({
        "metal, 1",
        "real, 1",
        "si, 1e-10",
        "cgs, 1e-8",
        "micro, 1e-4",
        "nano, 0.1",
        "electron, 1.8897261246257702"
    })
    void lengthsAreInTheUnitsOfTheRun(String style, double angstrom) throws IOException {
        ReadFrames stated = ReadFrames.of(folder, "stated", "ITEM: UNITS\n" + style + "\n" + scaled(angstrom));
        ReadFrames.write(folder, "in.md", "units " + style + "\ndump 1 all custom 10 run.dump id element x y z\n");
        ReadFrames inScript = ReadFrames.of(folder, "run.dump", scaled(angstrom));
        for (ReadFrames read : new ReadFrames[] {stated, inScript}) {
            assertThat(read.frames()).isEqualTo(2);
            for (int frame = 0; frame < 2; frame++) {
                assertThat(read.cells().get(frame).lengthA(0)).isCloseTo(4, within(1e-12));
                assertThat(read.cartesian(frame, 0)).containsExactly(new double[] {1, 2, 3}, within(1e-12));
            }
        }
    }

    @Test
    void reducedUnitsHaveNoLengths() {
        assertThatThrownBy(() -> ReadFrames.of(folder, "lj", "ITEM: UNITS\nlj\n" + scaled(1)))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("'lj' units");
    }

    @Test
    void wallsAreTold() throws IOException {
        String text = scaled(1).replace("pp pp pp", "pp pp fs");
        assertThat(ReadFrames.of(folder, "walls", text).notices())
                .anyMatch(notice -> notice.contains("not periodic (BOX BOUNDS pp pp fs)"));
    }

    /** An id that is no number must not be taken for atom 0. */
    @Test
    void idsThatAreNoNumbers() throws IOException {
        String text = snapshot(0, "element", "Li", "I", 1).replace("\n1 ", "\n0 ");
        ReadFrames read = ReadFrames.of(folder, "ids", text + text.replace("\n0 Li", "\nzero Li"));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.truncated()).isTrue();
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "far", scaled(1) + scaled(1).replace(" 3.0\n", " 1e30\n"));
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.notices()).anyMatch(notice -> notice.contains("far from any cell"));
    }

    private ReadFrames read(String names, String lithium, String iodine, StructureHints hints) throws IOException {
        return ReadFrames.of(ReadFrames.write(folder, "dump", snapshot(0, names, lithium, iodine, 1)), hints);
    }

    private static String scaled(double angstrom) {
        return snapshot(0, "element", "Li", "I", angstrom) + snapshot(10, "element", "Li", "I", angstrom);
    }

    private static String snapshot(int step, String names, String lithium, String iodine, double angstrom) {
        String edge = "0 " + 4 * angstrom + "\n";
        String position = " " + angstrom + " " + 2 * angstrom + " " + 3 * angstrom + "\n";
        return "ITEM: TIMESTEP\n" + step + "\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS pp pp pp\n"
                + edge.repeat(3) + "ITEM: ATOMS id " + names + " x y z\n1 " + lithium + position + "2 " + iodine
                + position;
    }
}
