package org.percolith.trajectory.format;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.TrajectoryException;

/** Formats that trajectories are converted to. */
public enum OutputFormat {
    /** VASP XDATCAR with a header before every frame, wrapped fractional coordinates. */
    XDATCAR("xdatcar"),
    /** Extended XYZ, positions as they are read. */
    EXTENDED_XYZ("extxyz"),
    /** LAMMPS dump with element and unwrapped or wrapped columns. */
    LAMMPS_DUMP("lammpstrj");

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

    /** A writer of this format; closes {@code out} when it is closed. */
    public TrajectoryWriter open(OutputStream out, Atoms atoms) {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16);
        return switch (this) {
            case XDATCAR -> new XdatcarWriter(text, atoms);
            case EXTENDED_XYZ -> new ExtendedXyzWriter(text, atoms);
            case LAMMPS_DUMP -> new LammpsDumpWriter(text, atoms);
        };
    }
}
