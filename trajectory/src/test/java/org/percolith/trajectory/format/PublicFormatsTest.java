package org.percolith.trajectory.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.TrajectoryException;

/**
 * Public XDATCAR, vasprun.xml and LAMMPS files of every dialect and kind of damage, against the collection's own truth:
 * frames, composition, first and last cell, first and last position of the first atom.
 */
class PublicFormatsTest {

    private static final Offset<Double> PRINTED_FRACTION = within(2e-8);
    private static final Offset<Double> PRINTED_ANGSTROM = within(2e-6);

    /** Files that name no element or no cell, with what their refusal says. */
    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("vasp-xdatcar/mdanse_XDATCAR_Hexane_v4.gz", "no trajectory that can be read"),
            Map.entry("vasp-xdatcar/iondiff_LLZO_INCAR", "no trajectory that can be read"),
            Map.entry("lammps-dump/local_lii.xyz", "no trajectory that can be read"),
            Map.entry("lammps-dump/li9s3n_800K_unwrapped_traj.dump.gz", "no 'element' column"),
            Map.entry("lammps-dump/chemfiles_polymer.lammpstrj.gz", "no 'element' column"),
            Map.entry("lammps-dump/chemfiles_nacl.lammpstrj", "no 'element' column"),
            Map.entry("lammps-dump/chemfiles_best_pos.lammpstrj", "no 'element' column"),
            Map.entry("lammps-dump/mda_image_vf.lammpstrj", "no 'element' column"),
            Map.entry("lammps-dump/mda_chain_dump_1.lammpstrj", "no 'element' column"),
            Map.entry("lammps-dump/mda_chain_dump_2.lammpstrj", "no 'element' column"),
            Map.entry("lammps-dump/dpdata_shift_origin.dump", "no 'element' column"),
            Map.entry("lammps-dump/dpdata_conf_s_su.dump", "no 'element' column"),
            Map.entry("lammps-dump/dynaphopy_si.lammpstrj", "no 'element' column"),
            Map.entry("lammps-dump/mdanse_moly_custom.txt", "no 'element' column"),
            Map.entry("lammps-dump/local_lii.atom.lammpstrj.gz", "no 'element' column"),
            Map.entry("derived/XDATCAR_empty", "is empty"));

    @TestFactory
    Stream<DynamicTest> everyFileReadsAsItsTruthSays() throws IOException {
        Path truthFile = SharedData.find("public/formats/truth.json");
        JsonNode truth = new ObjectMapper().readTree(truthFile.toFile());
        Path folder = truthFile.resolveSibling("");
        return truth.properties().stream()
                .filter(entry -> isReadHere(entry.getKey(), entry.getValue()))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> check(folder.resolve(entry.getKey()), entry.getKey(), entry.getValue())));
    }

    private static boolean isReadHere(String name, JsonNode truth) {
        boolean trajectory = truth.has("frames") || UNSUPPORTED.containsKey(name);
        return trajectory
                && !name.contains("POSCAR")
                && (name.startsWith("vasp-xdatcar/")
                        || name.startsWith("vasp-vasprun/")
                        || name.startsWith("lammps-dump/")
                        || name.matches("derived/(XDATCAR|vasprun|dump)_.*"));
    }

    private static void check(Path file, String name, JsonNode truth) throws IOException {
        String refusal = UNSUPPORTED.get(name);
        if (refusal != null) {
            assertThatThrownBy(() -> ReadFrames.of(file))
                    .isInstanceOf(TrajectoryException.class)
                    .hasMessageContaining(file.getFileName().toString())
                    .hasMessageContaining(refusal);
            abort(name + " is of a dialect that is not read; its refusal is clear");
        }
        ReadFrames read = ReadFrames.of(file);
        JsonNode complete = truth.path("expected_complete_frames");
        int frames = complete.isInt() ? complete.asInt() : truth.get("frames").asInt();
        assertThat(read.frames()).as("frames").isEqualTo(frames);
        if (truth.path("natoms").asInt() == 0) {
            return;
        }
        assertThat(read.atoms().composition()).isEqualTo(composition(truth));
        assertCell(read.cells().get(0), truth.get("cell_first"));
        assertPosition(read, 0, truth, "first");
        if (frames == truth.get("frames").asInt()) {
            assertCell(read.cells().get(frames - 1), truth.get("cell_last"));
            assertPosition(read, frames - 1, truth, "last");
        }
    }

    private static Map<String, Integer> composition(JsonNode truth) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        truth.get("atoms_per_species")
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    private static void assertCell(Cell cell, JsonNode rows) {
        assertThat(cell.rows())
                .containsExactly(
                        Stream.of(0, 1, 2, 3, 4, 5, 6, 7, 8)
                                .mapToDouble(k -> rows.get(k / 3).get(k % 3).asDouble())
                                .toArray(),
                        PRINTED_ANGSTROM);
    }

    /** Fractional truth where there is one, else Cartesian, from which the origin of the LAMMPS box is taken off. */
    private static void assertPosition(ReadFrames read, int frame, JsonNode truth, String when) {
        JsonNode fractional = truth.get("atom0_frac_" + when);
        if (fractional != null) {
            assertThat(Arrays.copyOf(read.fractional().get(frame), 3))
                    .containsExactly(vector(fractional), PRINTED_FRACTION);
            return;
        }
        JsonNode origin = truth.path("meta").path("origin_first");
        if (frame == 0 && origin.size() == 3) {
            double[] expected = vector(truth.get("atom0_cart_" + when));
            for (int axis = 0; axis < 3; axis++) {
                expected[axis] -= origin.get(axis).asDouble();
            }
            assertThat(read.cartesian(frame, 0)).containsExactly(expected, PRINTED_ANGSTROM);
        }
    }

    private static double[] vector(JsonNode node) {
        return new double[] {
            node.get(0).asDouble(), node.get(1).asDouble(), node.get(2).asDouble()
        };
    }
}
