package org.percolith.trajectory.format.vasp;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of VASP, as its output files state it. */
record VaspVersion(int major, int minor, int patch) implements Comparable<VaspVersion> {

    /** From this version on a force-field run leaves steps out of vasprun.xml and vaspout.h5, by ML_OUTBLOCK. */
    private static final VaspVersion THINS_OUT = new VaspVersion(6, 4, 3);

    private static final Pattern NUMBERS = Pattern.compile("^\\s*(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /** The version at the start of a text such as {@code 6.4.1} or {@code 5.4.4.18Apr17}; empty if there is none. */
    static Optional<VaspVersion> in(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.find()
                ? Optional.of(new VaspVersion(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** True if a force-field run of this version has every step in its output, whatever ML_OUTBLOCK says. */
    boolean keepsEveryStep() {
        return compareTo(THINS_OUT) < 0;
    }

    @Override
    public int compareTo(VaspVersion other) {
        return Comparator.comparingInt(VaspVersion::major)
                .thenComparingInt(VaspVersion::minor)
                .thenComparingInt(VaspVersion::patch)
                .compare(this, other);
    }
}
