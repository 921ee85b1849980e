package org.percolith.pathways.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.density.Framework;
import org.percolith.pathways.path.MinimaxPath;
import org.percolith.pathways.path.MinimaxPaths;
import org.percolith.pathways.percolation.DimensionalityCurve;
import org.percolith.pathways.percolation.IntegerMap;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Writes pathways and sites, and opens them with the Atomic Simulation Environment where that is installed. */
class PathwayFilesTest {

    private static final Cell CELL = Cell.ofRows(6, 0, 0, 1, 5, 0, 0, -1, 6);
    private static final Framework FRAMEWORK =
            new Framework(List.of("S", "P"), List.of(0.0, 0.0, 0.0, 0.5, -0.25, 0.5));

    @TempDir
    Path folder;

    private static List<MinimaxPath> channel() {
        IntegerMap map = IntegerMap.of(8, 5, 5, (i, j, k) -> j == 2 && k == 2 ? 10 + 5 * Math.abs(i - 3) : 0);
        return MinimaxPaths.find(map.grid, NeighbourShell.FACES, map.counts, map.sweep(NeighbourShell.FACES), 500);
    }

    private static BasinMap oneBasin() {
        double[][] positionsA = new double[100][3];
        for (double[] frame : positionsA) {
            for (int axis = 0; axis < 3; axis++) {
                frame[axis] = CELL.cartesian(0.25, 0.51, -0.25, axis);
            }
        }
        return BasinAnalysis.analyze(
                IonTracks.ofCartesian(CELL, positionsA), BasinSettings.at(500), TaskRunner.serial());
    }

    /** Symbols, scaled positions to two digits and cell lengths and angles to three, as ASE reads them. */
    private static String ase(Path file) throws IOException {
        String program = """
                import sys, ase.io
                a = ase.io.read(sys.argv[1])
                print(a.get_chemical_formula('reduce'))
                print(*['%.2f' % x for x in (a.get_scaled_positions() % 1).ravel()])
                print(*['%.3f' % x for x in a.cell.cellpar()])
                """;
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(python, "-c", program, file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!text.isEmpty()) {
                    return text;
                }
            } catch (IOException absent) {
                // Not installed under this name.
            }
        }
        return "";
    }

    private Path write(String name, CharSequence text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void sitesOpenInAse() throws IOException {
        BasinMap map = oneBasin();
        StringBuilder cif = new StringBuilder();
        SiteFiles.writeCif(cif, "sites", map, "Li", FRAMEWORK);
        assertThat(cif).contains("Li_1 Li ").contains(" 1.0000\n");
        StringBuilder poscar = new StringBuilder();
        SiteFiles.writePoscar(poscar, "sites", map, "Li", FRAMEWORK);
        assertThat(poscar).contains("Li S P\n1 1 1\nDirect\n").contains("occupancy=1.0000");
        String fromCif = ase(write("sites.cif", cif));
        assumeTrue(!fromCif.isEmpty(), "no python with ASE here");
        assertThat(fromCif).startsWith("LiSP\n0.25 0.52 0.76 0.00 0.00 0.00 0.50 0.75 0.50\n6.000 5.099 6.083");
        assertThat(ase(write("POSCAR", poscar))).isEqualTo(fromCif);
    }

    @Test
    void pathwaysOpenInAse() throws IOException {
        Cell cell = Cell.orthorhombic(8, 5, 5);
        List<MinimaxPath> paths = channel().subList(0, 1);
        StringBuilder xyz = new StringBuilder();
        PathwayStructure.writeExtendedXyz(xyz, "a \"channel\"", cell, FRAMEWORK, paths);
        assertThat(xyz.toString().lines()).hasSize(2 + 2 + 9);
        StringBuilder cif = new StringBuilder();
        PathwayStructure.writeCif(cif, "a channel", cell, FRAMEWORK, paths);
        assertThat(cif).contains("X1_9 X ");
        String fromXyz = ase(write("path.extxyz", xyz));
        assumeTrue(!fromXyz.isEmpty(), "no python with ASE here");
        assertThat(fromXyz).startsWith("SPX9\n").endsWith("8.000 5.000 5.000 90.000 90.000 90.000\n");
    }

    @Test
    void tablesHaveALineForEverything() throws IOException {
        List<MinimaxPath> paths = channel();
        StringBuilder profiles = new StringBuilder();
        PathwayTables.profiles(profiles, paths);
        assertThat(profiles.toString().lines()).hasSize(1 + 9 + 9);
        assertThat(profiles).contains("1d,0.000000,0.000000,");
        StringBuilder summary = new StringBuilder();
        PathwayTables.paths(summary, paths);
        assertThat(summary).contains(",8.000000,8.000000,1.000000,0.0473");
        BasinMap map = oneBasin();
        StringBuilder basins = new StringBuilder();
        PathwayTables.basins(basins, map);
        assertThat(basins.toString().lines()).hasSize(2);
        StringBuilder saddles = new StringBuilder();
        PathwayTables.saddles(saddles, map);
        assertThat(saddles.toString().lines()).hasSize(1 + map.saddles().size());
        StringBuilder curve = new StringBuilder();
        IntegerMap random = IntegerMap.of(3, 3, 3, (i, j, k) -> i + 1);
        DimensionalityCurve levels = new PercolationSweep(random.grid, NeighbourShell.FACES).curve(random.counts);
        PathwayTables.curve(curve, levels, 300);
        assertThat(curve).contains("0.000000,3,2,2,0.33333333,0.33333333\n").contains(",1,3,3,1.00000000,1.00000000\n");
    }
}
