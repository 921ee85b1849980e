package org.percolith.trajectory.format.xyz;

import java.util.Locale;

/**
 * Which columns of an xyz row hold what.
 *
 * @param species column of the label; -1 if only {@code atomicNumber} names the element
 * @param atomicNumber column of Z, or -1
 * @param position first of the three columns of the position
 * @param unwrapped true if these are positions that never jump, which GPUMD writes beside those in the cell
 * @param count columns needed
 */
record XyzColumns(int species, int atomicNumber, int position, boolean unwrapped, int count) {

    /** Label, x, y, z. */
    static final XyzColumns PLAIN = new XyzColumns(0, -1, 1, false, 4);

    /** Columns by a text such as {@code species:S:1:pos:R:3:forces:R:3}. */
    static XyzColumns parse(String properties) {
        String[] parts = properties.split(":");
        int species = -1;
        int atomicNumber = -1;
        int position = -1;
        boolean unwrapped = false;
        int column = 0;
        for (int k = 0; k + 2 < parts.length; k += 3) {
            String name = parts[k].toLowerCase(Locale.ROOT);
            if (!parts[k + 2].matches("\\d{1,4}")) {
                throw new IllegalArgumentException("Properties=" + properties);
            }
            if (name.equals("species") || name.equals("symbol") || name.equals("symbols") || name.equals("element")) {
                species = column;
            } else if (name.equals("z") || name.equals("numbers") || name.equals("atomic_numbers")) {
                atomicNumber = column;
            } else if (name.equals("unwrapped_position")) {
                position = column;
                unwrapped = true;
            } else if (!unwrapped && (name.equals("pos") || name.equals("positions"))) {
                position = column;
            }
            column += Integer.parseInt(parts[k + 2]);
        }
        if (position < 0 || (species < 0 && atomicNumber < 0)) {
            throw new IllegalArgumentException("Properties=" + properties + ", which names no species or no pos");
        }
        int count = Math.max(position + 3, Math.max(species, atomicNumber) + 1);
        return new XyzColumns(species, atomicNumber, position, unwrapped, count);
    }

    /** The column that tells one element from another. */
    int label() {
        return species >= 0 ? species : atomicNumber;
    }
}
