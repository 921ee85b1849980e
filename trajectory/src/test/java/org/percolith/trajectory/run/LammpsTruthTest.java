package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.SharedData;

/**
 * Tracks against what LAMMPS computed in the same runs: the single-origin MSD of every element, and wrapped XDATCARs
 * against unwrapped dumps.
 *
 * <p>LAMMPS's MSD ({@code com no}) is of the laboratory frame. Total momentum was zero, so the frame in which the whole
 * cell's centre of mass rests is that frame; all atoms are therefore taken as the reference, which also puts all of them
 * into the framework tracks.
 */
class LammpsTruthTest {

    private static final double SIX_DIGITS = 1e-5;

    /**
     * With positions rounded by at most h per axis, a displacement is wrong by at most 2 sqrt(3) h and the reference by as
     * much again; the mean square then by at most 2 sqrt(MSD) e + e² with e = 4 sqrt(3) h (Cauchy-Schwarz).
     */
    @ParameterizedTest
    @CsvSource({
        "alpha-AgI/450K/agi_450K.scaled, alpha-AgI/450K/lammps_msd_full_450K, 25, Ag, 4, I, 6",
        "alpha-AgI/600K/agi_600K.scaled, alpha-AgI/600K/lammps_msd_full_600K, 25, Ag, 4, I, 6",
        "alpha-AgI/600K/agi_600K.unwrapped, alpha-AgI/600K/lammps_msd_full_600K, 10, Ag, 4, I, 6",
        "alpha-AgI/800K/agi_800K.scaled, alpha-AgI/800K/lammps_msd_full_800K, 25, Ag, 4, I, 6",
        "alpha-AgI-triclinic/NVT-700K/agitri_700K.scaled, alpha-AgI-triclinic/NVT-700K/lammps_msd_full_700K, 25, Ag, 4, I, 6",
        "alpha-AgI-triclinic/NVT-700K/agitri_700K.unwrapped, alpha-AgI-triclinic/NVT-700K/lammps_msd_full_700K, 10, Ag, 4, I, 6",
        "Li4PO4I-glass/600K/li4po4i_600K.scaled, Li4PO4I-glass/600K/lammps_msd_full_600K, 40, Li, 4, I, 8",
        "Li4PO4I-glass/600K/li4po4i_600K.unwrapped, Li4PO4I-glass/600K/lammps_msd_full_600K, 20, Li, 4, I, 8",
        "Li4PO4I-glass/800K/li4po4i_800K.scaled, Li4PO4I-glass/800K/lammps_msd_full_800K, 40, Li, 4, O, 7",
        "Li4PO4I-glass/800K/li4po4i_800K.unwrapped, Li4PO4I-glass/800K/lammps_msd_full_800K, 20, Li, 4, P, 6",
        "Li4PO4I-glass/1100K/li4po4i_1100K.scaled, Li4PO4I-glass/1100K/lammps_msd_full_1100K, 40, Li, 4, I, 8",
        "Li4PO4I-glass/1100K/li4po4i_1100K.unwrapped, Li4PO4I-glass/1100K/lammps_msd_full_1100K, 20, Li, 4, O, 7",
        "Li3PO4-LiI-interface/400K/intf_400K.scaled, Li3PO4-LiI-interface/400K/lammps_msd_full_400K, 40, Li, 4, P, 6",
        "Li3PO4-LiI-interface/600K/intf_600K.scaled, Li3PO4-LiI-interface/600K/lammps_msd_full_600K, 40, Li, 4, I, 8",
        "Li3PO4-LiI-interface/600K/intf_600K.unwrapped, Li3PO4-LiI-interface/600K/lammps_msd_full_600K, 20, Li, 4, P, 6",
        "Li3PO4-LiI-interface/900K/intf_900K.scaled, Li3PO4-LiI-interface/900K/lammps_msd_full_900K, 40, Li, 4, I, 8"
    })
    void singleOriginMsdIsThatOfLammps(
            String dump, String msd, int stepsPerFrame, String mobile, int mobileColumn, String anion, int anionColumn)
            throws IOException {
        Path file = SharedData.find("own/" + dump + ".lammpstrj.gz");
        Map<Long, double[]> truth = msdTable(SharedData.find("own/" + msd + ".txt"));
        List<String> elements = mobile.equals("Ag") ? List.of("Ag", "I") : List.of("Li", "P", "O", "I");
        try (Run run = Runs.read(file, Runs.wholeCell(elements, 1))) {
            assertThat(Runs.verdict(run, "T3").message()).isEqualTo("one uninterrupted run");
            double halfUnitA =
                    dump.endsWith("scaled") ? 0.5e-5 * longestEdgeA(run.info().meanCell()) : 0.5e-3;
            assertAgree(msdA2(run, mobile), truth, stepsPerFrame, mobileColumn, halfUnitA);
            assertAgree(msdA2(run, anion), truth, stepsPerFrame, anionColumn, halfUnitA);
        }
    }

    private static void assertAgree(
            double[] msdA2, Map<Long, double[]> truth, int stepsPerFrame, int column, double halfUnitA) {
        double errorA = 4 * Math.sqrt(3) * halfUnitA;
        int compared = 0;
        for (int k = 1; k < msdA2.length; k++) {
            double[] row = truth.get((long) k * stepsPerFrame);
            if (row != null) {
                double bound = 2 * Math.sqrt(row[column]) * errorA + errorA * errorA + SIX_DIGITS * row[column];
                if (!(Math.abs(msdA2[k] - row[column]) <= bound)) {
                    assertThat(msdA2[k]).as("MSD in frame %d, Å²", k).isCloseTo(row[column], within(bound));
                }
                compared++;
            }
        }
        assertThat(compared).as("frames compared").isGreaterThan(msdA2.length / 2 - 2);
    }

    private static double[] msdA2(Run run, String element) {
        IonTracks tracks = run.framework();
        int frames = tracks.frames();
        double[] msd = new double[frames];
        double[] x = new double[frames];
        double[] y = new double[frames];
        double[] z = new double[frames];
        int count = 0;
        for (int ion = 0; ion < tracks.ions(); ion++) {
            if (run.info().frameworkSymbols().get(ion).equals(element)) {
                tracks.cartesian(ion, new FrameRange(0, frames), x, y, z);
                for (int k = 0; k < frames; k++) {
                    double dx = x[k] - x[0];
                    double dy = y[k] - y[0];
                    double dz = z[k] - z[0];
                    msd[k] += dx * dx + dy * dy + dz * dz;
                }
                count++;
            }
        }
        for (int k = 0; k < frames; k++) {
            msd[k] /= count;
        }
        return msd;
    }

    private static Map<Long, double[]> msdTable(Path file) throws IOException {
        Map<Long, double[]> rows = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                double[] row = Arrays.stream(line.strip().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                rows.put((long) row[0], row);
            }
        }
        return rows;
    }

    private static double longestEdgeA(Cell cell) {
        return Math.max(cell.lengthA(0), Math.max(cell.lengthA(1), cell.lengthA(2)));
    }

    /** XDATCARs were written from the dumps: displacements agree to their eight decimals, in every cell. */
    @ParameterizedTest
    @CsvSource({
        "alpha-AgI/formats-600K/agi_600K, alpha-AgI/600K/agi_600K, 5",
        "alpha-AgI-triclinic/formats-NVT-700K/agitri_700K, alpha-AgI-triclinic/NVT-700K/agitri_700K, 10",
        "alpha-AgI-triclinic/formats-NPT-600K/agitri_npt_600K, alpha-AgI-triclinic/NPT-600K/agitri_npt_600K, 2"
    })
    void aWrappedXdatcarUnwrapsToTheDump(String xdatcar, String dump, int stride) {
        List<String> elements = List.of("Ag", "I");
        try (Run wrapped = Runs.read(SharedData.find("own/" + xdatcar + ".XDATCAR.gz"), Runs.wholeCell(elements, 1));
                Run unwrapped = Runs.read(
                        SharedData.find("own/" + dump + ".unwrapped.lammpstrj.gz"), Runs.wholeCell(elements, stride))) {
            assertThat(wrapped.info().unwrapping()).startsWith("shortest image");
            assertThat(unwrapped.info().unwrapping()).startsWith("unwrapped by the file");
            assertThat(wrapped.framework().frames())
                    .isEqualTo(unwrapped.framework().frames());
            assertThat(wrapped.info().frameworkSymbols())
                    .isEqualTo(unwrapped.info().frameworkSymbols());
            for (int ion = 0; ion < wrapped.framework().ions(); ion++) {
                for (int axis = 0; axis < 3; axis++) {
                    double[] found = Runs.path(wrapped.framework(), ion, axis);
                    double[] truth = Runs.path(unwrapped.framework(), ion, axis);
                    for (int k = 0; k < found.length; k++) {
                        double difference = found[k] - found[0] - (truth[k] - truth[0]);
                        if (!(Math.abs(difference) < 1e-7)) {
                            assertThat(difference).as("ion %d frame %d", ion, k).isCloseTo(0, within(1e-7));
                        }
                    }
                }
            }
        }
    }
}
