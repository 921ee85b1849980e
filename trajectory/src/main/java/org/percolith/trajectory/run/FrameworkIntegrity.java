package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * Whether the framework stays where it is: which of its atoms end further from their start than half the distance to
 * their nearest framework neighbour. Start and end are means over the first and the last tenth of the run.
 *
 * @param movedPerElement element to {moved, all}
 * @param movedFraction share of framework atoms that moved
 */
record FrameworkIntegrity(Map<String, int[]> movedPerElement, double movedFraction) {

    private static final double WARN_FRACTION = 0.1;

    /**
     * Judges a framework by where it starts and ends.
     *
     * @param positions fractional, {@code [3 * atom + axis]}, unwrapped and free of drift
     * @param cell mean cell of the run
     * @param symbols element of each framework atom
     */
    static FrameworkIntegrity of(BlockMeans positions, Cell cell, List<String> symbols) {
        int ions = symbols.size();
        double[] start = positions.firstTenth();
        double[] end = positions.lastTenth();
        Map<String, NeighbourGrid> alike = NeighbourGrid.perElement(cell, start, new Atoms(symbols));
        Map<String, int[]> moved = new LinkedHashMap<>();
        int all = 0;
        for (int ion = 0; ion < ions; ion++) {
            String symbol = symbols.get(ion);
            int[] tally = moved.computeIfAbsent(symbol, key -> new int[2]);
            if (hasMoved(Objects.requireNonNull(alike.get(symbol)), cell, start, end, ion)) {
                tally[0]++;
                all++;
            }
            tally[1]++;
        }
        return new FrameworkIntegrity(moved, ions == 0 ? 0 : (double) all / ions);
    }

    private static boolean hasMoved(NeighbourGrid alike, Cell cell, double[] start, double[] end, int ion) {
        double displacementA2 = cell.squaredLengthA2(
                end[3 * ion] - start[3 * ion],
                end[3 * ion + 1] - start[3 * ion + 1],
                end[3 * ion + 2] - start[3 * ion + 2]);
        NeighbourGrid.Nearest neighbour =
                alike.nearest(start, 3 * ion, Double.POSITIVE_INFINITY, other -> other != ion);
        return displacementA2 > 0.25 * neighbour.squaredA2();
    }

    /**
     * Verdict F1.
     *
     * @param mobileIonKnown false if nobody said which atoms are mobile, so that there is no framework yet
     */
    Verdict verdict(boolean mobileIonKnown) {
        String threshold = "no framework atom displaced by half its nearest-neighbour distance";
        if (movedPerElement.isEmpty()) {
            return new Verdict(
                    "F1",
                    "framework integrity",
                    Status.NOT_APPLICABLE,
                    null,
                    threshold,
                    mobileIonKnown
                            ? "every atom is mobile: there is no framework; drift is taken from the whole cell"
                            : "no mobile ion is named: which atoms are the framework is unknown");
        }
        List<String> parts = new ArrayList<>();
        movedPerElement.forEach((element, tally) -> {
            if (tally[0] > 0) {
                parts.add(tally[0] + " of " + tally[1] + " " + element);
            }
        });
        String message = parts.isEmpty()
                ? "the framework is intact: all of it stays where it was"
                : parts.stream().collect(Collectors.joining(", "))
                        + " left their places: the framework moves, so this is no solid electrolyte's diffusivity alone";
        Status status = Verdict.atMost(movedFraction, 0, WARN_FRACTION);
        return new Verdict("F1", "framework integrity", status, movedFraction, threshold, message);
    }
}
