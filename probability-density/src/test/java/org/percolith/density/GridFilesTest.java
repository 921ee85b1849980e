package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Opens the grid files with the Atomic Simulation Environment, where that is installed. */
class GridFilesTest {

    private static final Cell CELL = Cell.ofRows(4, 0, 0, 1, 5, 0, -0.5, 0.25, 6);
    private static final VoxelGrid GRID = new VoxelGrid(CELL, 3, 4, 6);
    private static final Framework FRAMEWORK =
            new Framework(List.of("S", "P", "S"), List.of(0.1, 0.2, 0.3, 1.25, -0.25, 0.5, 0.7, 0.8, -1e-17));

    /** Prints cell, origin (or zeros), atoms and values, x slowest, in Å and Å⁻³. */
    private static final String READ = """
            import sys
            import numpy as np
            kind, path = sys.argv[1:]
            origin = np.zeros(3)
            if kind == 'chgcar':
                from ase.calculators.vasp import VaspChargeDensity
                read = VaspChargeDensity(path)
                atoms, data = read.atoms[0], read.chg[0]
            elif kind == 'cube':
                from ase.io.cube import read_cube
                from ase.units import Bohr
                read = read_cube(open(path))
                atoms, data = read['atoms'], read['data'] / Bohr ** 3
                origin = np.array(read['origin'])
            else:
                from ase.io.xsf import read_xsf
                read = read_xsf(open(path), read_data=True)
                data, atoms = read[0], read[-1]
                atoms = atoms[-1] if isinstance(atoms, list) else atoms
                data = data[:-1, :-1, :-1]
            print(*atoms.cell.array.ravel())
            print(*origin)
            print(*atoms.get_chemical_symbols())
            print(*atoms.positions.ravel())
            print(*data.shape)
            print(*data.ravel())
            """;

    private record Opened(double[] cell, double[] origin, List<String> species, double[] positions, double[] values) {}

    @TempDir
    static Path folder;

    private static String python = "";

    @BeforeAll
    static void findPython() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("read.py"), READ);
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(candidate, "-c", "import ase.io.cube")
                        .redirectErrorStream(true)
                        .start();
                process.getInputStream().readAllBytes();
                if (process.waitFor() == 0) {
                    python = candidate;
                }
            } catch (IOException absent) {
                // Not installed: the tests skip.
            }
        }
    }

    private static DensityMap random() {
        SplittableRandom random = new SplittableRandom(4);
        double[] values = new double[GRID.voxels()];
        for (int voxel = 0; voxel < values.length; voxel++) {
            values[voxel] = random.nextInt(4) == 0 ? 0 : Math.pow(10, random.nextDouble(-9, 2));
        }
        return DensityMap.of(GRID, values);
    }

    private static Opened open(String kind, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python, folder.resolve("read.py").toString(), kind, file.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        List<String> lines = text.lines().toList();
        assertThat(lines.get(4)).isEqualTo("3 4 6");
        return new Opened(
                numbers(lines.get(0)),
                numbers(lines.get(1)),
                List.of(lines.get(2).split(" ")),
                numbers(lines.get(3)),
                numbers(lines.get(5)));
    }

    private static double[] numbers(String line) {
        return new Scanner(line)
                .useLocale(Locale.ROOT)
                .tokens()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void sameDensity(Opened opened, DensityMap density, double relative) {
        assertThat(opened.cell).containsExactly(CELL.rows(), within(1e-6));
        int next = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 6; k++) {
                    double expected = density.perA3(GRID.index(i, j, k));
                    assertThat(opened.values[next++]).isCloseTo(expected, within(relative * expected));
                }
            }
        }
    }

    private static void sameAtoms(Opened opened, List<Integer> order) {
        for (int atom = 0; atom < order.size(); atom++) {
            assertThat(opened.species.get(atom)).isEqualTo(FRAMEWORK.species().get(order.get(atom)));
            for (int axis = 0; axis < 3; axis++) {
                assertThat(opened.positions[3 * atom + axis])
                        .isCloseTo(FRAMEWORK.cartesianA(CELL, order.get(atom), axis), within(1e-5));
            }
        }
    }

    private static double[] firstVoxel() {
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            middle[axis] = CELL.cartesian(0.5 / 3, 0.5 / 4, 0.5 / 6, axis);
        }
        return middle;
    }

    @Test
    void aseReadsTheChgcar() throws IOException, InterruptedException {
        assumeTrue(!python.isEmpty(), "no python with ASE here");
        Path file = folder.resolve("CHGCAR");
        try (OutputStream out = Files.newOutputStream(file)) {
            ChgcarWriter.write(out, "Li density", random(), FRAMEWORK);
        }
        Opened opened = open("chgcar", file);
        sameDensity(opened, random(), 1e-9);
        sameAtoms(opened, List.of(0, 2, 1));
    }

    @Test
    void aseReadsTheCube() throws IOException, InterruptedException {
        assumeTrue(!python.isEmpty(), "no python with ASE here");
        Path file = folder.resolve("density.cube");
        try (OutputStream out = Files.newOutputStream(file)) {
            CubeWriter.write(out, "Li density", random(), FRAMEWORK);
        }
        Opened opened = open("cube", file);
        sameDensity(opened, random(), 1e-8);
        sameAtoms(opened, List.of(0, 1, 2));
        assertThat(opened.origin).containsExactly(firstVoxel(), within(1e-6));
    }

    @Test
    void aseReadsTheXsf() throws IOException, InterruptedException {
        assumeTrue(!python.isEmpty(), "no python with ASE here");
        Path file = folder.resolve("density.xsf");
        try (OutputStream out = Files.newOutputStream(file)) {
            XsfWriter.write(out, "Li density", random(), FRAMEWORK);
        }
        Opened opened = open("xsf", file);
        sameDensity(opened, random(), 1e-9);
        sameAtoms(opened, List.of(0, 1, 2));
    }

    /** Read back by hand: what ASE hides. */
    @Test
    void cubeAndXsfStateTheirOrigin() throws IOException {
        Path cube = folder.resolve("hand.cube");
        Path xsf = folder.resolve("hand.xsf");
        try (OutputStream out = Files.newOutputStream(cube);
                OutputStream other = Files.newOutputStream(xsf)) {
            CubeWriter.write(out, "a\nb", random(), FRAMEWORK);
            XsfWriter.write(other, "a\nb", random(), FRAMEWORK);
        }
        List<String> lines = Files.readAllLines(cube);
        assertThat(lines.get(0)).isEqualTo("a b");
        double[] origin = numbers(lines.get(2));
        assertThat(origin[0]).isEqualTo(3);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(origin[axis + 1] * PhysicalConstants.BOHR_A).isCloseTo(firstVoxel()[axis], within(1e-7));
        }
        List<String> rows = Files.readAllLines(xsf);
        int grid = rows.indexOf("BEGIN_DATAGRID_3D_ions_per_A3");
        assertThat(rows.get(grid + 1)).isEqualTo("4 5 7");
        assertThat(numbers(rows.get(grid + 2))).containsExactly(firstVoxel(), within(1e-7));
    }
}
