package org.percolith.trajectory.format.stepped;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;

/**
 * One frame as a grammar read it.
 *
 * @param line at which it starts
 * @param label step as printed, or {@link org.percolith.trajectory.Frame#NO_LABEL}
 * @param timeFs as stated, fs; null if it is not
 * @param symbols elements in the order of the rows
 * @param fractional positions, {@code [3 * atom + axis]}
 */
@SuppressWarnings("ArrayRecordComponent")
record Step(long line, long label, @Nullable Double timeFs, Cell cell, List<String> symbols, double[] fractional) {}
