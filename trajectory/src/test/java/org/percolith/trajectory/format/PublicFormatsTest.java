package org.percolith.trajectory.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.percolith.trajectory.Atoms;
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

    /** Truths of binary formats were taken through 32-bit numbers. */
    private static final Offset<Double> SINGLE_PRECISION_ANGSTROM = within(1e-5);

    /** Frames of an electron minimisation at the start, which the truth counts and a trajectory does not. */
    private static final Map<String, Integer> AT_REST = Map.of("qe/local_AlAs_3runs.pos", 30);

    /**
     * Frames before the number of atoms changes, where reading ends. The truth of this film counts those behind, too; and
     * its first position was taken in the order of the last snapshot's columns, which changes from one to the next.
     */
    private static final Map<String, Integer> BEFORE_ATOMS_CHANGE =
            Map.of("lammps-dump/chemfiles_best_pos.lammpstrj", 2);

    private static final Cell WIDE = Cell.cubic(1000);
    private static final List<String> TYPES = List.of("", "H", "He", "Li", "Be", "B", "C", "N");

    /** Files that name no element or no cell, with what their refusal says. */
    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("vasp-xdatcar/iondiff_LLZO_INCAR", "no trajectory that can be read"),
            Map.entry("derived/vaspout_trunc.h5", "HDF5"),
            Map.entry("derived/XDATCAR_empty", "is empty"));

    /** Files of formats that are read here. */
    private static final Pattern READ = Pattern.compile(
            "(vasp-xdatcar|vasp-vasprun|vasp-outcar|lammps-dump|extxyz|cp2k|ipi-xyz|siesta-ani|gromacs|dcd|amber-netcdf|abinit-hist|ase-traj|vasp-h5|castep-md)/.*"
                    + "|crossformat/.*(XDATCAR|extxyz.*|xtc|dcd|traj)|qe/.*(out.gz|pos)|derived/(XDATCAR|vasprun|dump|extxyz|OUTCAR|xtc|dcd|vaspout)_.*");

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
        return trajectory && !name.contains("POSCAR") && READ.matcher(name).matches();
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
        ReadFrames read = ReadFrames.of(file, hints(truth));
        JsonNode complete = truth.path("expected_complete_frames");
        int frames = BEFORE_ATOMS_CHANGE.getOrDefault(
                name, complete.isInt() ? complete.asInt() : truth.get("frames").asInt());
        int atRest = AT_REST.getOrDefault(name, 0);
        assertThat(read.frames()).as("frames").isEqualTo(frames - atRest);
        if (frames < truth.get("frames").asInt()) {
            assertThat(read.notices()).as("why frames are missing").isNotEmpty();
        }
        if (truth.path("natoms").asInt() == 0) {
            return;
        }
        assertThat(read.atoms().composition()).isEqualTo(composition(truth));
        assertCell(read.cells().get(0), truth.path("cell_first"));
        if (atRest == 0 && !BEFORE_ATOMS_CHANGE.containsKey(name)) {
            assertPosition(read, 0, truth, "first");
        }
        if (frames == truth.get("frames").asInt()) {
            assertCell(read.cells().get(read.frames() - 1), truth.path("cell_last"));
            assertPosition(read, read.frames() - 1, truth, "last");
        }
    }

    private static Map<String, Integer> composition(JsonNode truth) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        truth.get("atoms_per_species")
                .properties()
                .forEach(entry ->
                        counts.put(stated(entry.getKey()), entry.getValue().asInt()));
        return counts;
    }

    /** Elements for truths that know types only, and a wide cell for truths without one. */
    private static StructureHints hints(JsonNode truth) {
        Map<Integer, String> types = new LinkedHashMap<>();
        List<String> symbols = new ArrayList<>();
        for (JsonNode group : truth.path("species_in_order")) {
            String name = group.get(0).asText();
            if (name.startsWith("type ")) {
                types.put(Integer.valueOf(name.substring(5)), stated(name));
            }
            symbols.addAll(Collections.nCopies(group.get(1).asInt(), stated(name)));
        }
        Atoms atoms = new Atoms(symbols);
        boolean elements = !truth.toString().contains("[\"?\",");
        boolean cell = truth.path("cell_first").size() == 3;
        return new StructureHints(types, elements && cell ? null : new Structure(cell ? cell(truth) : WIDE, atoms));
    }

    private static String stated(String name) {
        return name.equals("?")
                ? "He"
                : name.startsWith("type ") ? TYPES.get(Integer.parseInt(name.substring(5))) : name;
    }

    private static Cell cell(JsonNode truth) {
        double[] rows = new double[9];
        Arrays.setAll(rows, k -> truth.get("cell_first").get(k / 3).get(k % 3).asDouble());
        return Cell.ofRows(rows);
    }

    private static void assertCell(Cell cell, JsonNode rows) {
        if (rows.size() != 3) {
            return;
        }
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
        if (origin.size() == 3 && frame > 0) {
            return;
        }
        double[] expected = vector(truth.get("atom0_cart_" + when));
        for (int axis = 0; axis < 3; axis++) {
            expected[axis] -= origin.path(axis).asDouble();
        }
        boolean single = truth.path("file").asText().matches(".*\\.(xtc|trr|dcd|nc|nc.gz|ncdf)");
        assertThat(read.cartesian(frame, 0))
                .containsExactly(expected, single ? SINGLE_PRECISION_ANGSTROM : PRINTED_ANGSTROM);
    }

    private static double[] vector(JsonNode node) {
        return new double[] {
            node.get(0).asDouble(), node.get(1).asDouble(), node.get(2).asDouble()
        };
    }
}
