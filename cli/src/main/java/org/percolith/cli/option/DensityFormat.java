package org.percolith.cli.option;

import java.io.IOException;
import java.io.OutputStream;
import org.percolith.density.ChgcarWriter;
import org.percolith.density.CubeWriter;
import org.percolith.density.Framework;
import org.percolith.density.VoxelField;
import org.percolith.density.XsfWriter;

/** File formats of a density map. */
public enum DensityFormat {
    /** VASP CHGCAR: VESTA, OVITO, pymatgen, ASE. */
    chgcar {
        @Override
        public String fileName(String species) {
            return "CHGCAR_" + species;
        }

        @Override
        public void write(OutputStream out, String title, VoxelField field, Framework framework) throws IOException {
            ChgcarWriter.write(out, title, field, framework);
        }
    },
    /** Gaussian cube, in bohr: VMD, Avogadro. */
    cube {
        @Override
        public String fileName(String species) {
            return "density_" + species + ".cube";
        }

        @Override
        public void write(OutputStream out, String title, VoxelField field, Framework framework) throws IOException {
            CubeWriter.write(out, title, field, framework);
        }
    },
    /** XCrySDen XSF. */
    xsf {
        @Override
        public String fileName(String species) {
            return "density_" + species + ".xsf";
        }

        @Override
        public void write(OutputStream out, String title, VoxelField field, Framework framework) throws IOException {
            XsfWriter.write(out, title, field, framework);
        }
    };

    public abstract String fileName(String species);

    /** Writes the field with the framework in place. */
    public abstract void write(OutputStream out, String title, VoxelField field, Framework framework)
            throws IOException;
}
