package org.percolith.trajectory.format.conversion;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryWriter;
import org.percolith.trajectory.format.ase.AseTrajWriter;
import org.percolith.trajectory.format.hdf5.H5mdWriter;
import org.percolith.trajectory.format.lammps.LammpsDumpWriter;
import org.percolith.trajectory.format.vasp.XdatcarWriter;
import org.percolith.trajectory.format.xyz.ExtendedXyzWriter;

/** Formats that trajectories are converted to. */
public enum OutputFormat {
    /** VASP XDATCAR with a header before every frame, wrapped fractional coordinates. */
    XDATCAR("xdatcar"),
    /** Extended XYZ, positions as they are read. */
    EXTENDED_XYZ("extxyz"),
    /** LAMMPS dump with element and unwrapped or wrapped columns. */
    LAMMPS_DUMP("lammpstrj"),
    /** ASE .traj, positions as they are read. */
    ASE_TRAJ(".traj"),
    /** H5MD (HDF5), positions as they are read. */
    H5MD(".h5");

    private final String ending;

    OutputFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format that a file name asks for.
     *
     * @throws TrajectoryException if it asks for none
     */
    public static OutputFormat ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xyz")) {
            return EXTENDED_XYZ;
        }
        if (name.endsWith(".dump")) {
            return LAMMPS_DUMP;
        }
        return Arrays.stream(values())
                .filter(format -> name.contains(format.ending))
                .findFirst()
                .orElseThrow(() -> new TrajectoryException("'" + fileName + "' names no format that is written. Use a"
                        + " name with "
                        + Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(", "))));
    }

    /** A writer of this format to a file, which is replaced. It is complete once the writer is closed. */
    public TrajectoryWriter open(Path target, Atoms atoms) throws IOException {
        return switch (this) {
            case XDATCAR -> new XdatcarWriter(text(target), atoms);
            case EXTENDED_XYZ -> new ExtendedXyzWriter(text(target), atoms);
            case LAMMPS_DUMP -> new LammpsDumpWriter(text(target), atoms);
            case ASE_TRAJ -> new AseTrajWriter(target, atoms);
            case H5MD -> new H5mdWriter(target, atoms);
        };
    }

    private static Writer text(Path target) throws IOException {
        return Files.newBufferedWriter(target, StandardCharsets.US_ASCII);
    }
}
