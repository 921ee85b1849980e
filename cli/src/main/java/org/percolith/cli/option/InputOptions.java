package org.percolith.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.structure.StructureFile;
import org.percolith.trajectory.run.RunOptions;
import picocli.CommandLine.Option;

/** What is read and how: species, time axis, temperature, the part of the run, drift reference. */
public final class InputOptions {

    private static final double HEAP_SHARE_OF_TRACKS = 0.6;

    @Option(
            names = "--species",
            split = ",",
            paramLabel = "Li",
            description =
                    "mobile element, with charge if given: Li, Li+, Mg2+. Default: the lightest of Li, Na, Mg, K, Ca,"
                            + " Cu, Zn, Ag present. Several, Li,I: also each by itself and how their motions couple")
    private List<String> species = List.of();

    @Option(names = "--charge", paramLabel = "Z", description = "charge of the mobile ion, e. Default: formal charge")
    private @Nullable Double chargeE;

    @Option(
            names = "--timestep",
            paramLabel = "2fs",
            converter = TimeConverter.class,
            description = "MD time step (POTIM). Default: from the files")
    private @Nullable Double timestepFs;

    @Option(
            names = "--frame-interval",
            paramLabel = "100fs",
            converter = TimeConverter.class,
            description = "time between stored frames; wins over the files. Default: what they say, time step x"
                    + " steps between frames (VASP: POTIM x NBLOCK)")
    private @Nullable Double frameIntervalFs;

    @Option(
            names = "--temperature",
            paramLabel = "500K",
            converter = TemperatureConverter.class,
            description = "Default: measured (OSZICAR, vasprun.xml), else INCAR, else folder name")
    private @Nullable Double temperatureK;

    @Option(
            names = "--skip",
            paramLabel = "5ps",
            converter = TimeConverter.class,
            description = "time left out at the start. Default: automatic equilibration cut")
    private @Nullable Double skipFs;

    @Option(
            names = "--stop",
            paramLabel = "80ps",
            converter = TimeConverter.class,
            description = "time at which to stop. Default: the end")
    private @Nullable Double stopFs;

    @Option(names = "--stride", paramLabel = "N", description = "keep one frame in N. Default: ${DEFAULT-VALUE}")
    private int stride = 1;

    @Option(
            names = "--framework",
            split = ",",
            paramLabel = "P,S",
            description = "elements whose centre of mass is at rest. Default: all that are not mobile")
    private List<String> framework = List.of();

    @Option(names = "--types", paramLabel = "1=Li,2=P", description = "elements of numeric atom types (LAMMPS)")
    private @Nullable String types;

    @Option(
            names = "--lattice",
            paramLabel = "POSCAR",
            description = "cell and elements, for input that lacks them: a POSCAR, CONTCAR, .gro, .pdb, SIESTA .XV, or"
                    + " the first frame of any trajectory that has both")
    private @Nullable Path lattice;

    @Option(
            names = "--memory",
            paramLabel = "2g",
            converter = MemoryConverter.class,
            description =
                    "memory for ion tracks before they go to a scratch file in $TMPDIR. Default: 60%% of the heap")
    private @Nullable Long memoryBytes;

    /** The options as the trajectory room takes them. */
    public RunOptions runOptions() {
        String scratch = System.getenv("TMPDIR");
        long budget = memoryBytes != null
                ? memoryBytes
                : (long) (HEAP_SHARE_OF_TRACKS * Runtime.getRuntime().maxMemory());
        return new RunOptions(
                species.isEmpty() ? null : species.get(0),
                chargeE,
                timestepFs,
                frameIntervalFs,
                temperatureK,
                picoseconds(skipFs),
                picoseconds(stopFs),
                stride,
                framework,
                budget,
                Path.of(scratch == null || scratch.isBlank() ? System.getProperty("java.io.tmpdir") : scratch),
                structureHints());
    }

    /** Carriers beside the first. */
    public List<String> furtherCarriers() {
        return species.isEmpty() ? List.of() : species.subList(1, species.size());
    }

    /** What the user says about elements and cell. */
    public StructureHints structureHints() {
        try {
            return new StructureHints(
                    types == null ? Map.of() : StructureHints.parseTypes(types),
                    lattice == null ? null : StructureFile.read(lattice));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + lattice, e);
        }
    }

    /** True if the user named a part of the time, which needs a time axis. */
    public boolean partOfTimeGiven() {
        return skipFs != null || stopFs != null;
    }

    /** True if the user named a temperature, which then holds for one run only. */
    public boolean temperatureGiven() {
        return temperatureK != null;
    }

    private static @Nullable Double picoseconds(@Nullable Double femtoseconds) {
        return femtoseconds == null ? null : femtoseconds / 1000;
    }
}
