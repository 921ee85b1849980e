package org.percolith.trajectory.format.xyz;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.text.NumberTokens;

/**
 * The second line of an xyz frame, in the dialect of the program that wrote it.
 *
 * @param cell the cell of this frame, or null if the line states none
 * @param lengthA length unit of the positions, Å
 * @param originA corner of the cell, Å, which OVITO states
 * @param pbc what the line says of periodicity, empty if nothing
 * @param step the step label, or {@link Frame#NO_LABEL}
 * @param timeFs the time, where its unit is known
 */
record XyzComment(
        Dialect dialect,
        @Nullable Cell cell,
        XyzColumns columns,
        double lengthA,
        double[] originA,
        String pbc,
        long step,
        @Nullable Double timeFs) {

    /** Programs, by the comment that they write. */
    enum Dialect {
        EXTENDED("extended XYZ"),
        CP2K_EXTENDED("extended XYZ of CP2K"),
        LAMMPS_EXTENDED("extended XYZ of LAMMPS"),
        GPUMD("extended XYZ of GPUMD"),
        CP2K("CP2K xyz"),
        I_PI("i-PI xyz"),
        /** A bead of a path integral other than the first, which classical runs have as well. */
        I_PI_BEAD("i-PI xyz"),
        LAMMPS("LAMMPS xyz"),
        PLAIN("plain xyz");

        private final String shown;

        Dialect(String shown) {
            this.shown = shown;
        }

        /** As it is printed. */
        String shown() {
            return shown;
        }

        /** True if the step label counts MD steps. */
        boolean countsSteps() {
            return this != EXTENDED && this != PLAIN;
        }
    }

    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z_][\\w-]*)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'"
                    + "|(\\[[^\\]]*\\](?:\\s*,\\s*\\[[^\\]]*\\])*\\]?)|\\{([^}]*)\\}|([^\\s\"'{]+))");
    private static final int VALUES = 6;
    private static final String I_PI_KEY = "ipi_comment";
    private static final Pattern CP2K = Pattern.compile("^\\s*i =\\s*(\\d{1,18}),\\s*time =\\s*([-+0-9.eE]+)(?:,.*)?$");
    private static final Pattern LAMMPS = Pattern.compile("^\\s*Atoms\\. Timestep:\\s*(\\d{1,18}).*$");
    private static final Pattern GPUMD = Pattern.compile("^Time=[-+0-9.eE]+ pbc=\"[TF] [TF] [TF]\" Lattice=.*");

    /** A comment without a cell. */
    static XyzComment of(Dialect dialect, XyzColumns columns, long step, @Nullable Double timeFs) {
        return new XyzComment(dialect, null, columns, 1, new double[3], "", step, timeFs);
    }

    /** This comment with a cell, and positions in another unit. */
    XyzComment within(Cell stated, double unitA) {
        return new XyzComment(dialect, stated, columns, unitA, originA, pbc, step, timeFs);
    }

    /** Reads a comment; throws if it states a cell or columns that cannot be. */
    static XyzComment parse(String comment, Path file, long line) {
        try {
            return parse(comment);
        } catch (IllegalArgumentException e) {
            throw new MalformedTrajectoryException(
                    file, line, String.valueOf(e.getMessage()), "a comment with a cell and columns that can be read");
        }
    }

    private static XyzComment parse(String comment) {
        Matcher cp2k = CP2K.matcher(comment);
        if (cp2k.matches()) {
            return of(Dialect.CP2K, XyzColumns.PLAIN, Long.parseLong(cp2k.group(1)), Double.valueOf(cp2k.group(2)));
        }
        Matcher lammps = LAMMPS.matcher(comment);
        if (lammps.matches()) {
            return of(Dialect.LAMMPS, XyzColumns.PLAIN, Long.parseLong(lammps.group(1)), null);
        }
        XyzComment ipi = IPiComment.parse(comment);
        return ipi != null ? ipi : extended(comment);
    }

    private static XyzComment extended(String comment) {
        Map<String, String> values = new HashMap<>();
        Matcher pair = PAIR.matcher(comment);
        while (pair.find()) {
            for (int group = 2; group <= VALUES; group++) {
                if (pair.group(group) != null) {
                    values.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), pair.group(group));
                }
            }
        }
        String properties = values.get("properties");
        String lattice = values.get("lattice");
        if (properties == null && lattice == null) {
            return of(Dialect.PLAIN, XyzColumns.PLAIN, Frame.NO_LABEL, null);
        }
        Dialect dialect = dialect(comment, values);
        boolean timeIsKnown = dialect == Dialect.CP2K_EXTENDED || dialect == Dialect.GPUMD;
        return new XyzComment(
                dialect,
                lattice == null ? null : cell(lattice),
                properties == null ? XyzColumns.PLAIN : XyzColumns.parse(properties),
                1,
                origin(values.get("origin")),
                values.getOrDefault("pbc", ""),
                dialect == Dialect.I_PI ? IPiComment.step(values.getOrDefault(I_PI_KEY, "")) : step(values),
                number(values.get(timeIsKnown ? "time" : ExtendedXyzWriter.TIME_KEY)));
    }

    /**
     * CP2K writes Step, Time (fs) and Energy; LAMMPS writes Timestep and a Time in the units of its run; GPUMD starts with
     * Time (fs) and pbc; i-PI adds what would be its comment.
     */
    private static Dialect dialect(String comment, Map<String, String> values) {
        if (values.containsKey(I_PI_KEY)) {
            // The rows are those of the quantity named there; anything but positions is refused.
            IPiComment.unitA(values.getOrDefault(I_PI_KEY, ""), false);
            return Dialect.I_PI;
        }
        if (values.containsKey("timestep")) {
            return Dialect.LAMMPS_EXTENDED;
        }
        if (GPUMD.matcher(comment).lookingAt()) {
            return Dialect.GPUMD;
        }
        boolean cp2k = values.containsKey("step") && values.containsKey("time") && values.containsKey("energy");
        return cp2k ? Dialect.CP2K_EXTENDED : Dialect.EXTENDED;
    }

    private static double[] origin(@Nullable String text) {
        return text == null || NumberTokens.leading(text) != 3 ? new double[3] : NumberTokens.parse(text, 3);
    }

    private static Cell cell(String lattice) {
        String text = lattice.replaceAll("[\\[\\],]", " ");
        if (NumberTokens.leading(text) != 9 || text.strip().split("\\s+").length != 9) {
            throw new IllegalArgumentException("Lattice=\"" + lattice + "\", which is not nine numbers");
        }
        return Cell.ofRows(NumberTokens.parse(text, 9));
    }

    private static long step(Map<String, String> values) {
        for (String key : new String[] {"timestep", "step", "md_step"}) {
            String value = values.get(key);
            if (value != null && value.matches("\\d{1,18}")) {
                return Long.parseLong(value);
            }
        }
        return Frame.NO_LABEL;
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null || NumberTokens.leading(text) < 1 ? null : NumberTokens.parse(text, 1)[0];
    }
}
