package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        MinimumImage image = new MinimumImage(cell);
        Map<String, int[]> moved = new LinkedHashMap<>();
        int all = 0;
        for (int ion = 0; ion < ions; ion++) {
            double limitA2 = 0.25 * nearestNeighbourA2(image, start, ion, ions, symbols);
            int[] tally = moved.computeIfAbsent(symbols.get(ion), key -> new int[2]);
            double displacementA2 = cell.squaredLengthA2(
                    end[3 * ion] - start[3 * ion],
                    end[3 * ion + 1] - start[3 * ion + 1],
                    end[3 * ion + 2] - start[3 * ion + 2]);
            if (displacementA2 > limitA2) {
                tally[0]++;
                all++;
            }
            tally[1]++;
        }
        return new FrameworkIntegrity(moved, ions == 0 ? 0 : (double) all / ions);
    }

    private static double nearestNeighbourA2(
            MinimumImage image, double[] start, int ion, int ions, List<String> symbols) {
        double nearest = Double.POSITIVE_INFINITY;
        double[] step = new double[3];
        for (int other = 0; other < ions; other++) {
            if (other != ion && symbols.get(other).equals(symbols.get(ion))) {
                for (int axis = 0; axis < 3; axis++) {
                    step[axis] = start[3 * other + axis] - start[3 * ion + axis];
                }
                nearest = Math.min(nearest, image.reduce(step, 0));
            }
        }
        return nearest;
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
