package org.percolith.trajectory.format.lammps;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the files of LAMMPS are named: its scripts and logs by custom, its dumps as a script says. */
public final class LammpsNames {

    private static final Pattern SCRIPT_OR_LOG =
            Pattern.compile("(?i)(log[._].*|.*\\.log(\\.gz)?|in\\..*|.*\\.in|.*\\.lmp|.*\\.lammps)");
    private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|bz2|xz|zst)$");

    private LammpsNames() {}

    /** True if scripts or logs go by such names. */
    public static boolean isScriptOrLog(String fileName) {
        return SCRIPT_OR_LOG.matcher(fileName).matches();
    }

    /**
     * True if a dump that a script calls {@code written}, with its folder and perhaps a {@code *} for the step, may lie here
     * as {@code fileName}: it may have been compressed since.
     */
    public static boolean isDump(String fileName, String written) {
        String last = uncompressed(written.substring(written.lastIndexOf('/') + 1));
        String pattern =
                Arrays.stream(last.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("\\d+"));
        return uncompressed(fileName).matches(pattern);
    }

    private static String uncompressed(String name) {
        return COMPRESSED.matcher(name).replaceFirst("");
    }
}
