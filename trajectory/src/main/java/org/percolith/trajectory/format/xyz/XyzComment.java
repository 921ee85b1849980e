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
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The second line of an xyz frame, in the dialect of the program that wrote it.
 *
 * @param cell the cell of this frame, or null if the line states none
 * @param lengthA length unit of the positions, Å
 * @param step the step label, or {@link Frame#NO_LABEL}
 * @param timeFs the time, where its unit is known
 */
record XyzComment(
        Dialect dialect,
        @Nullable Cell cell,
        XyzColumns columns,
        double lengthA,
        long step,
        @Nullable Double timeFs) {

    /** Programs, by the comment that they write. */
    enum Dialect {
        EXTENDED,
        CP2K_EXTENDED,
        LAMMPS_EXTENDED,
        CP2K,
        I_PI,
        LAMMPS,
        PLAIN;

        /** True if the step label counts MD steps. */
        boolean countsSteps() {
            return this != EXTENDED && this != PLAIN;
        }
    }

    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z_][\\w-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|\\{([^}]*)\\}|([^\\s\"'{]+))");
    private static final Pattern CP2K = Pattern.compile("^\\s*i =\\s*(\\d{1,18}),\\s*time =\\s*([-+0-9.eE]+)(?:,.*)?$");
    private static final Pattern I_PI_CELL =
            Pattern.compile("^#\\s*CELL[({](abcABC|H|GENH)[)}]:?\\s*((?:[-+0-9.eE]+\\s*)+)(.*)$");
    private static final Pattern I_PI_STEP = Pattern.compile("Step:\\s*(\\d{1,18})");
    private static final Pattern LAMMPS = Pattern.compile("^\\s*Atoms\\. Timestep:\\s*(\\d{1,18}).*$");
    private static final double BOHR_A = PhysicalConstants.BOHR_A;

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
            return new XyzComment(
                    Dialect.CP2K,
                    null,
                    XyzColumns.PLAIN,
                    1,
                    Long.parseLong(cp2k.group(1)),
                    Double.valueOf(cp2k.group(2)));
        }
        Matcher lammps = LAMMPS.matcher(comment);
        if (lammps.matches()) {
            return new XyzComment(Dialect.LAMMPS, null, XyzColumns.PLAIN, 1, Long.parseLong(lammps.group(1)), null);
        }
        Matcher ipi = I_PI_CELL.matcher(comment.strip());
        return ipi.matches() ? ofIPi(ipi) : extended(comment);
    }

    private static XyzComment ofIPi(Matcher matcher) {
        String rest = matcher.group(3);
        double cellUnitA = unitA(rest, "cell");
        String[] tokens = matcher.group(2).strip().split("\\s+");
        double[] v = new double[tokens.length];
        for (int k = 0; k < v.length; k++) {
            v[k] = Double.parseDouble(tokens[k]);
        }
        boolean lengths = matcher.group(1).equals("abcABC");
        if (v.length != (lengths ? 6 : 9)) {
            throw new IllegalArgumentException("a cell of " + v.length + " numbers");
        }
        double u = cellUnitA;
        Cell cell = lengths
                ? Cell.ofLengthsAndAngles(u * v[0], u * v[1], u * v[2], v[3], v[4], v[5])
                : Cell.ofRows(u * v[0], u * v[3], u * v[6], u * v[1], u * v[4], u * v[7], u * v[2], u * v[5], u * v[8]);
        Matcher step = I_PI_STEP.matcher(rest);
        return new XyzComment(
                Dialect.I_PI,
                cell,
                XyzColumns.PLAIN,
                unitA(rest, "positions"),
                step.find() ? Long.parseLong(step.group(1)) : Frame.NO_LABEL,
                null);
    }

    /** i-PI states units in braces; without braces they are atomic. */
    private static double unitA(String text, String quantity) {
        Matcher unit = Pattern.compile(quantity + "\\{(\\w+)\\}").matcher(text);
        String name = unit.find() ? unit.group(1).toLowerCase(Locale.ROOT) : "atomic_unit";
        return switch (name) {
            case "angstrom", "ase" -> 1;
            case "atomic_unit", "automatic", "bohr" -> BOHR_A;
            case "nanometer", "nm" -> 10;
            default -> throw new IllegalArgumentException("the length unit " + name);
        };
    }

    private static XyzComment extended(String comment) {
        Map<String, String> values = new HashMap<>();
        Matcher pair = PAIR.matcher(comment);
        while (pair.find()) {
            for (int group = 2; group <= 5; group++) {
                if (pair.group(group) != null) {
                    values.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), pair.group(group));
                }
            }
        }
        String properties = values.get("properties");
        String lattice = values.get("lattice");
        if (properties == null && lattice == null) {
            return new XyzComment(Dialect.PLAIN, null, XyzColumns.PLAIN, 1, Frame.NO_LABEL, null);
        }
        Dialect dialect = dialect(values);
        return new XyzComment(
                dialect,
                lattice == null ? null : cell(lattice),
                properties == null ? XyzColumns.PLAIN : XyzColumns.parse(properties),
                1,
                step(values),
                number(values.get(dialect == Dialect.CP2K_EXTENDED ? "time" : ExtendedXyzWriter.TIME_KEY)));
    }

    /** CP2K writes Step, Time (fs) and Energy; LAMMPS writes Timestep and a Time in the units of its run. */
    private static Dialect dialect(Map<String, String> values) {
        if (values.containsKey("timestep")) {
            return Dialect.LAMMPS_EXTENDED;
        }
        boolean cp2k = values.containsKey("step") && values.containsKey("time") && values.containsKey("energy");
        return cp2k ? Dialect.CP2K_EXTENDED : Dialect.EXTENDED;
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
