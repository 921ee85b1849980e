package org.percolith.trajectory.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.SharedData;

/** One constant-pressure run of LiI in every format: the same displacement of all atoms from first frame to last. */
class CrossFormatTest {

    private static final double MEAN_SQUARED_DISPLACEMENT_A2 = 15.1273;

    @ParameterizedTest
    @CsvSource({
        "../vasp-h5/synthetic_LiI_npt_vaspout.h5, 1e-4",
        "../vasp-h5/synthetic_LiI_npt_chunked_vaspout.h5, 1e-4",
        "lii_npt.XDATCAR, 1e-4",
        "lii_npt_cp2k_layout.extxyz.gz, 1e-4",
        "lii_npt_unwrapped.extxyz, 1e-4",
        "lii_npt_wrapped.extxyz, 1e-4",
        "lii_npt_unwrapped.traj, 1e-4",
        "lii_npt_unwrapped.dcd, 1e-3",
        "lii_npt_unwrapped.xtc, 2e-3"
    })
    void everyFormatGivesTheSameDisplacement(String name, double toleranceA2) throws IOException {
        Path file = SharedData.find("public/formats/crossformat/" + name);
        ReadFrames read = ReadFrames.of(file, new StructureHints(Map.of(), lithiumIodide()));
        assertThat(read.frames()).isEqualTo(61);
        assertThat(firstToLastA2(read)).isCloseTo(MEAN_SQUARED_DISPLACEMENT_A2, within(toleranceA2));
    }

    /** The program's own table ends with 4.38949 bohr² against the input geometry, which is a step of 1 fs before frame 1. */
    @Test
    void pwMovesAsItsOwnTableSays() throws IOException {
        ReadFrames read = ReadFrames.of(SharedData.find("own/Li2O-abinitio/qe-pw-md/li2o_md.out.gz"));
        assertThat(read.frames()).isEqualTo(150);
        double bohrA = 0.529177210903;
        assertThat(firstToLastA2(read)).isCloseTo(4.38949 * bohrA * bohrA, within(0.03));
    }

    /** Nearest image of the fractional displacement, times the mean cell. */
    private static double firstToLastA2(ReadFrames read) {
        double[] rows = new double[9];
        for (Cell cell : read.cells()) {
            for (int k = 0; k < 9; k++) {
                rows[k] += cell.rows()[k] / read.frames();
            }
        }
        Cell mean = Cell.ofRows(rows);
        double[] first = read.fractional().get(0);
        double[] last = read.fractional().get(read.frames() - 1);
        double sum = 0;
        for (int at = 0; at < first.length; at += 3) {
            double[] step = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double s = last[at + axis] - first[at + axis];
                step[axis] = s - Math.rint(s);
            }
            sum += mean.squaredLengthA2(step[0], step[1], step[2]);
        }
        return sum / read.atoms().size();
    }

    private static Structure lithiumIodide() {
        List<String> symbols = new ArrayList<>(Collections.nCopies(106, "Li"));
        symbols.addAll(Collections.nCopies(106, "I"));
        return new Structure(Cell.cubic(18), new Atoms(symbols));
    }
}
