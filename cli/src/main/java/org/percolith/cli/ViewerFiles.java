package org.percolith.cli;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.percolith.density.CubeWriter;
import org.percolith.density.Framework;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.framework.BondLengths;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Scenes that open the pathway in the programs people use: {@code pathway.vesta}, {@code pathway_ovito.py} and
 * {@code pathway_vmd.tcl}. They load {@code pathway.cube}, the track density, with the isosurface at the level at which it
 * connects in as many directions as it does, and the framework with the path.
 */
final class ViewerFiles {

    private static final String MAP = "pathway.cube";

    private final String title;
    private final ResultFolder folder;
    private final String prefix;

    ViewerFiles(String title, ResultFolder folder, String prefix) {
        this.title = title;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** Writes the scenes; none where nothing connects. */
    void write(PercolationResult percolation, PathwayMap map, Framework framework) {
        if (percolation.paths().isEmpty() || map.connectsPerA3().isEmpty() || framework.atoms() == 0) {
            return;
        }
        double perBohr3 = map.connectsPerA3().orElseThrow() * PhysicalConstants.A3_PER_BOHR3;
        double ofHighest = map.connectsPerA3().orElseThrow() / map.density().maxPerA3();
        folder.write(prefix + MAP, out -> CubeWriter.write(out, title, map.density(), framework));
        folder.writeText(prefix + "pathway.vesta", out -> out.append(vesta(perBohr3, framework)));
        folder.writeText(prefix + "pathway_ovito.py", out -> out.append(ovito(ofHighest)));
        folder.writeText(prefix + "pathway_vmd.tcl", out -> out.append(vmd(perBohr3)));
    }

    private String vesta(double perBohr3, Framework framework) {
        StringBuilder bonds = new StringBuilder();
        Set<String> elements = new LinkedHashSet<>(framework.species());
        int bond = 0;
        for (String first : elements) {
            for (String second : elements) {
                double longestA = first.compareTo(second) < 0 ? BondLengths.longestA(first, second) : 0;
                if (longestA > 0) {
                    bond++;
                    bonds.append(String.format(
                            Locale.ROOT,
                            "  %d %5s %5s    0.00000    %.5f  0  1  1  0  1  0.250  2.000 127 127 127%n",
                            bond,
                            first,
                            second,
                            longestA));
                }
            }
        }
        return String.format(Locale.ROOT, """
                #VESTA_FORMAT_VERSION 3.5.4


                CRYSTAL

                TITLE
                %s

                IMPORT_STRUCTURE
                pathways.cif

                IMPORT_DENSITY 1
                +1.000000 %s

                BOUND
                       0        1         0        1         0        1
                  0   0   0   0  0
                SBOND
                %s  0 0 0 0
                STYLE
                SECTS  96  0
                ISURF
                  1   1  %.7f 255 255   0 127 255
                  0   0   0   0
                """, title, MAP, bonds, perBohr3);
    }

    /** The level as a share of the highest density, so that it does not matter how OVITO scales a cube. */
    private String ovito(double ofHighest) {
        return String.format(Locale.ROOT, """
                # %s
                # ovitos pathway_ovito.py, or in OVITO Pro: File, Run Python Script. Writes pathway_ovito.png.
                from ovito.io import import_file
                from ovito.modifiers import CreateIsosurfaceModifier
                from ovito.vis import Viewport

                density = import_file("%s")
                grid = next(iter(density.compute().grids.values()))
                name = next(iter(grid.keys()))
                level = %.6g * max(grid[name])
                density.modifiers.append(CreateIsosurfaceModifier(operate_on="voxels:" + grid.identifier, property=name, isolevel=level))
                density.add_to_scene()
                pathway = import_file("pathways.xyz")
                pathway.add_to_scene()
                view = Viewport(type=Viewport.Type.Perspective, camera_dir=(2, 1, -1))
                view.zoom_all()
                view.render_image(filename="pathway_ovito.png", size=(1200, 900))
                """, title, MAP, ofHighest);
    }

    private String vmd(double perBohr3) {
        return String.format(Locale.ROOT, """
                # %s
                # vmd -e pathway_vmd.tcl
                mol new %s type cube waitfor all
                mol delrep 0 top
                mol representation Isosurface %.6g 0 0 0 1 1
                mol color ColorID 4
                mol material Transparent
                mol addrep top
                mol new pathways.xyz type xyz waitfor all
                mol delrep 0 top
                mol representation CPK 0.6 0.2
                mol color Name
                mol selection {not name X}
                mol addrep top
                mol representation VDW 0.15
                mol color ColorID 1
                mol selection {name X}
                mol addrep top
                pbc box -center origin -shiftcenter {0 0 0}
                display projection Orthographic
                """, title, MAP, perBohr3);
    }
}
