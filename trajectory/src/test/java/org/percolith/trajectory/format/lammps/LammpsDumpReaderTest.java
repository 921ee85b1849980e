package org.percolith.trajectory.format.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.MissingStructureException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** LAMMPS dumps of one Li and one I in every box and every choice of columns. */
class LammpsDumpReaderTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final String ORTHOGONAL = "pp pp pp\n-1 3\n2 7\n0 6\n";
    private static final String TAIL_ROW = "2 I 0.5 0.5 0.5\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Li at s = (0.25, 0.4, 0.5) of a 4 x 5 x 6 box at (-1, 2, 0), one image up in x and two down in z. */
    @ParameterizedTest
    @CsvSource({
        "x y z,           0 4 3,            0.25, 0.4,  0.5, false",
        "xs ys zs,        0.25 0.4 0.5,     0.25, 0.4,  0.5, false",
        "xu yu zu,        4 4 -9,           1.25, 0.4, -1.5, true",
        "xsu ysu zsu,     1.25 0.4 -1.5,    1.25, 0.4, -1.5, true",
        "x y z ix iy iz,  0 4 3 1 0 -2,     1.25, 0.4, -1.5, true",
        "xs ys zs ix iy iz, 0.25 0.4 0.5 1 0 -2, 1.25, 0.4, -1.5, true",
        "iz x vx iy y z ix, -2 0 7.5 0 4 3 1, 1.25, 0.4, -1.5, true",
        "x y z xs ys zs,  9 9 9 0.25 0.4 0.5, 0.25, 0.4, 0.5, false",
        "x y z xu yu zu,  0 4 3 4 4 -9,     1.25, 0.4, -1.5, true"
    })
    void columns(String names, String values, double a, double b, double c, boolean unwrapped) throws IOException {
        String text = "ITEM: TIMESTEP\n100\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS " + ORTHOGONAL
                + "ITEM: ATOMS id element " + names + "\n1 Li " + values + "\n";
        ReadFrames read = read(text);
        assertThat(read.fractional().get(0)).containsExactly(new double[] {a, b, c}, ROUNDING);
        assertThat(read.unwrapped()).isEqualTo(unwrapped);
        assertThat(read.cells().get(0)).isEqualTo(Cell.orthorhombic(4, 5, 6));
        assertThat(read.labels()).containsExactly(100L);
    }

    /** A damaged count of atoms must not cost the memory of so many. */
    @Test
    void memoryGrowsWithTheRowsNotWithTheirCount() {
        String text =
                snapshot(0, ORTHOGONAL, "x y z", "1 Li 0 4 3\n" + TAIL_ROW).replace("ATOMS\n2\n", "ATOMS\n9999999\n");
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("after 2 of 9999999 atoms");
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000_000);
    }

    @Test
    void boxBoundsMayBeWithoutBoundaryLetters() throws IOException {
        ReadFrames read = read(snapshot(0, "\n-1 3\n2 7\n0 6\n", "xs ys zs", "1 Li 0.1 0.2 0.3\n" + TAIL_ROW));
        assertThat(read.cells().get(0)).isEqualTo(Cell.orthorhombic(4, 5, 6));
    }

    /** xlo_bound = xlo + min(0, xy, xz, xy + xz), and so on (LAMMPS manual, Howto_triclinic). */
    @ParameterizedTest
    @CsvSource({"1.5, 0.5, 0.75", "-1.5, 0.5, 0.75", "1.5, -2.5, -0.75", "-1.5, -2.5, -0.75", "0, 0, 0"})
    void restrictedTriclinicBoundsAreThoseOfTheBoundingBox(double xy, double xz, double yz) throws IOException {
        double xlo = -1;
        double ylo = 2;
        double xLow = Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        double xHigh = Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        String box = "xy xz yz pp pp pp\n" + (xlo + xLow) + " " + (xlo + 4 + xHigh) + " " + xy + "\n"
                + (ylo + Math.min(0, yz)) + " " + (ylo + 5 + Math.max(0, yz)) + " " + xz + "\n0 6 " + yz + "\n";
        double x = xlo + 0.25 * 4 + 0.5 * xy + 0.125 * xz;
        double y = ylo + 0.5 * 5 + 0.125 * yz;
        ReadFrames read = read(snapshot(0, box, "x y z", "1 Li " + x + " " + y + " 0.75\n" + TAIL_ROW));
        assertThat(read.cells().get(0).maxDifferenceA(Cell.ofRows(4, 0, 0, xy, 5, 0, xz, yz, 6)))
                .isLessThan(1e-12);
        assertThat(read.fractional().get(0)).startsWith(new double[] {0.25, 0.5, 0.125}, ROUNDING);
    }

    @Test
    void generalTriclinicBox() throws IOException {
        String box = "abc origin pp pp pp\n4 0.5 0 1\n0 5 0.25 2\n0.5 0 6 3\n";
        ReadFrames read = read(snapshot(0, box, "x y z", "1 Li 3.25 4.625 6.125\n" + TAIL_ROW));
        assertThat(read.cells().get(0)).isEqualTo(Cell.ofRows(4, 0.5, 0, 0, 5, 0.25, 0.5, 0, 6));
        assertThat(read.fractional().get(0)).startsWith(new double[] {0.5, 0.475, 0.5}, within(0.006));
        assertThat(read.cartesian(0, 0)).containsExactly(new double[] {2.25, 2.625, 3.125}, ROUNDING);
    }

    @Test
    void columnsMayChangeTheirOrderFromOneSnapshotToTheNext() throws IOException {
        ReadFrames read = read(snapshot(0, ORTHOGONAL, "xs ys zs", "1 Li 0.1 0.2 0.3\n" + TAIL_ROW)
                + snapshot(1, ORTHOGONAL, "zs vx ys xs", "1 Li 0.3 9 0.2 0.1\n2 I 0.5 9 0.5 0.5\n"));
        assertThat(read.fractional().get(1)).containsExactly(read.fractional().get(0), ROUNDING);
    }

    @Test
    void theOriginOfEveryFrameIsTakenOff() throws IOException {
        String moved = "pp pp pp\n-1.5 3.5\n1.5 7.5\n-0.5 6.5\n";
        ReadFrames read = read(snapshot(0, ORTHOGONAL, "x y z", "1 Li 1 4.5 3\n2 I 0 0 0\n")
                + snapshot(10, moved, "x y z", "1 Li 1 4.5 3\n2 I 0 0 0\n"));
        assertThat(read.fractional().get(0)).startsWith(new double[] {0.5, 0.5, 0.5}, ROUNDING);
        assertThat(read.fractional().get(1)).startsWith(new double[] {0.5, 0.5, 0.5}, ROUNDING);
    }

    @Test
    void atomsAreSortedByIdInEveryFrame() throws IOException {
        ReadFrames read = read(snapshot(0, ORTHOGONAL, "xs ys zs", "30 I 0.3 0 0\n7 Li 0.1 0 0\n")
                + snapshot(10, ORTHOGONAL, "xs ys zs", "7 Li 0.11 0 0\n30 I 0.31 0 0\n")
                + snapshot(20, ORTHOGONAL, "xs ys zs", "30 I 0.32 0 0\n7 Li 0.12 0 0\n"));
        assertThat(read.atoms().symbols()).containsExactly("Li", "I");
        assertThat(read.fractional())
                .containsExactly(
                        new double[] {0.1, 0, 0, 0.3, 0, 0},
                        new double[] {0.11, 0, 0, 0.31, 0, 0},
                        new double[] {0.12, 0, 0, 0.32, 0, 0});
        assertThat(read.labels()).containsExactly(0L, 10L, 20L);
    }

    @ParameterizedTest
    @CsvSource({
        "pair_coeff * * model.pt Li I, run.lammpstrj",
        "pair_coeff * * Li.meam Li I pair.meam Li I # both, out/run.lammpstrj.gz",
        "pair_coeff * * model.pt &| Li I, run.*",
        "pair_coeff 1 2 0.1 3.0, run.lammpstrj id type x y z| dump_modify 1 sort id element"
    })
    void typesAreNamedByTheScriptThatWritesTheDump(String pairs, String dump) throws IOException {
        String script = "units metal\n" + pairs + "\ndump 1 all custom 10 " + dump
                + (dump.endsWith("element") ? " Li I\n" : " id type xs ys zs\n");
        ReadFrames.write(folder, "in.md", script.replace('|', '\n'));
        String name = dump.endsWith("*") ? "run.500" : "run.lammpstrj";
        String text = "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS " + ORTHOGONAL
                + "ITEM: ATOMS id type xs ys zs\n2 2 0 0 0\n1 1 0.5 0.5 0.5\n";
        ReadFrames read = ReadFrames.of(folder, name, text);
        assertThat(read.atoms().symbols()).containsExactly("Li", "I");
        assertThat(read.notices()).anyMatch(notice -> notice.contains("in.md"));
        assertThatThrownBy(() -> ReadFrames.of(folder, "other.lammpstrj", text))
                .as("a dump that the script does not write")
                .isInstanceOf(MissingStructureException.class)
                .hasMessageContaining("--types");
    }

    @Test
    void unitsAndTimeItemsArePassedOver() throws IOException {
        String text = "ITEM: UNITS\nmetal\nITEM: TIME\n0.5\n" + good(0) + "ITEM: TIME\n0.6\n" + good(10);
        assertThat(read(text).frames()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 Li 0.1 0.2 0.3\n",
                "1 Li 0.1 0.2 0.3\n3 I 0.5 0.5 0.5\n",
                "1 Li 0.1 0.2 0.3\n1 Li 0.1 0.2 0.3\n",
                "1 Li 0.1 **** 0.3\n2 I 0.5 0.5 0.5\n",
                "1 Li 0.1 0.2**** 0.3\n2 I 0.5 0.5 0.5\n",
                "1 Li 0.1 NaN 0.3\n2 I 0.5 0.5 0.5\n",
                "1 Li 0.1 1e999 0.3\n2 I 0.5 0.5 0.5\n",
                "1 Li 0.1 0.2\n2 I 0.5 0.5 0.5\n",
                "1 Li 0.1 0.2 0.3\n2 I 0.5 0.5 0."
            })
    void aSnapshotThatDoesNotFitStopsReading(String rows) throws IOException {
        String bad = "ITEM: TIMESTEP\n10\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS " + ORTHOGONAL
                + "ITEM: ATOMS id element xs ys zs\n" + rows;
        ReadFrames read = read(good(0) + bad);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("line 2", "the 1 complete frames before it");
    }

    @Test
    void aLostAtomStopsReadingAndIsTold() throws IOException {
        ReadFrames read = read(
                good(0) + good(10) + good(20).replace("ATOMS\n2", "ATOMS\n1").replace(TAIL_ROW, ""));
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.notices()).singleElement().asString().contains("1 atoms, 2 before", "line 23");
    }

    @Test
    void aCutAnywhereInASnapshotLeavesItOut() throws IOException {
        String last = good(10);
        for (int cut = 1; cut < last.length() - 1; cut++) {
            ReadFrames read = read(good(0) + last.substring(0, cut));
            assertThat(read.frames()).as("cut after " + cut + " bytes").isEqualTo(1);
            assertThat(read.truncated()).isEqualTo(cut > 0);
        }
    }

    @Test
    void aMissingFinalNewlineLosesNoFrame() throws IOException {
        ReadFrames read = read(good(0) + good(10).stripTrailing());
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices()).isEmpty();
        assertThat(read(good(0).stripTrailing()).frames()).isEqualTo(1);
    }

    @Test
    void aNumberCutAtTheEndOfTheFileIsNotTaken() throws IOException {
        String precise = snapshot(10, ORTHOGONAL, "xs ys zs", "1 Li 0.1 0.2 0.3\n2 I 0.5123 0.5456 0.5789");
        for (int cut = 1; cut < 7; cut++) {
            assertThat(read(good(0) + precise.substring(0, precise.length() - cut))
                            .frames())
                    .isEqualTo(1);
        }
        assertThat(read(good(0) + precise).fractional().get(1)).endsWith(0.5123, 0.5456, 0.5789);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "999999999999999999", "1000000000", "0", "-2", "2.5", ""})
    void impossibleAtomCounts(String count) {
        assertThatThrownBy(() -> read(good(0).replace("ATOMS\n2", "ATOMS\n" + count)))
                .isInstanceOf(MalformedTrajectoryException.class);
    }

    @Test
    void aRepeatedIdInTheFirstSnapshotIsRefused() {
        assertThatThrownBy(() -> read(snapshot(0, ORTHOGONAL, "xs ys zs", "1 Li 0.1 0.2 0.3\n1 I 0.5 0.5 0.5\n")))
                .isInstanceOf(MalformedTrajectoryException.class)
                .hasMessageContaining("id 1");
    }

    @Test
    void numericTypesNameNoElement() {
        String numbered =
                good(0).replace("id element", "id type").replace(" Li ", " 1 ").replace(" I ", " 2 ");
        assertThatThrownBy(() -> read(numbered))
                .isInstanceOf(MissingStructureException.class)
                .hasMessageContaining("expected an 'element' column")
                .hasMessageContaining("dump_modify element");
    }

    @Test
    void withoutIdsTheOrderOfLinesIsTakenAndTold() throws IOException {
        ReadFrames read =
                read(good(0).replace("id element", "mol element") + good(10).replace("id element", "mol element"));
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.notices()).singleElement().asString().contains("no id column");
    }

    @Test
    void aCutFirstSnapshotHoldsNoFrame() {
        assertThatThrownBy(() -> read(good(0).substring(0, good(0).length() - 3)))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("no complete frame");
        assertThatThrownBy(() -> read("ITEM: TIMESTEP\n0\n")).isInstanceOf(UnsupportedFormatException.class);
    }

    private ReadFrames read(String text) throws IOException {
        return ReadFrames.of(folder, "dump.lammpstrj", text);
    }

    private static String good(long step) {
        return snapshot(step, ORTHOGONAL, "xs ys zs", "1 Li 0.1 0.2 0.3\n" + TAIL_ROW);
    }

    private static String snapshot(long step, String box, String columns, String rows) {
        String bounds = box.startsWith("\n") ? box : " " + box;
        return "ITEM: TIMESTEP\n" + step + "\nITEM: NUMBER OF ATOMS\n2\nITEM: BOX BOUNDS" + bounds
                + "ITEM: ATOMS id element " + columns + "\n" + rows;
    }
}
