package org.percolith.trajectory.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Damage;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.TrajectoryException;

/**
 * Real files of every format with random damage: frames of finite positions and notices, or a {@link TrajectoryException};
 * never another exception and never a hang.
 */
class FuzzedFormatsTest {

    private static final int MUTATIONS = 60;
    private static final int LONGEST = 60_000;
    private static final String FOLDER = "public/formats/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extxyz/dpdata_stress_voigt.xyz",
                "crossformat/lii_npt_wrapped.extxyz",
                "ipi-xyz/ipi_NPT-WATER_pos_0.xyz",
                "cp2k/mdanse_CO2GAS-pos-1.xyz",
                "siesta-ani/sisl_pol_md_siesta.ANI",
                "crossformat/lii_npt_unwrapped.traj",
                "ase-traj/nomad_asap_moldyn1.traj",
                "crossformat/lii_npt_unwrapped.xtc",
                "gromacs/mda_test.trr",
                "gromacs/nomad_argon_double.trr",
                "crossformat/lii_npt_unwrapped.dcd",
                "amber-netcdf/li9s3n_800K_traj.nc",
                "abinit-hist/local_LiF_md_HIST.nc",
                "qe/local_AlAs_3runs.pos",
                "qe/local_LiI_pw_md.out.gz",
                "vasp-outcar/dpdata_OUTCAR_6362.gz",
                "lammps-dump/dpdata_shift_origin.dump",
                "castep-md/mdanse_PBAnew.md",
                "vasp-h5/synthetic_LiI_npt_vaspout.h5",
                "vasp-h5/synthetic_LiI_npt_chunked_vaspout.h5",
                "other/mda_cu.h5md",
                "vasp-xdatcar/mdanse_XDATCAR_Hexane_v4.gz"
            })
    void damageIsTold(String name, @TempDir Path folder) throws IOException {
        byte[] whole = start(SharedData.find(FOLDER + name));
        int atoms = atoms(name);
        Path file = folder.resolve("run-pos-1.xyz.pos");
        Damage damage = new Damage(new Random(name.hashCode()));
        StructureHints hints = new StructureHints(
                Map.of(1, "Li", 2, "S"), new Structure(Cell.cubic(20), new Atoms(Collections.nCopies(atoms, "Li"))));
        for (int k = 0; k < MUTATIONS; k++) {
            Files.write(file, damage.to(whole));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readOrRefuse(file, hints));
        }
    }

    private static void readOrRefuse(Path file, StructureHints hints) throws IOException {
        try (TrajectoryReader reader = new TrajectoryFiles().open(file, hints)) {
            Frame frame = new Frame(reader.atoms().size());
            while (reader.next(frame)) {
                assertThat(Arrays.stream(frame.fractional()).sum()).isFinite();
            }
            assertThat(reader.truncated() && reader.notices().isEmpty()).isFalse();
        } catch (TrajectoryException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = TrajectoryFiles.decompressed(file)) {
            return in.readNBytes(LONGEST);
        }
    }

    private static int atoms(String name) throws IOException {
        JsonNode truth = new ObjectMapper()
                .readTree(SharedData.find(FOLDER + "truth.json").toFile());
        return Math.max(1, truth.path(name).path("natoms").asInt());
    }
}
