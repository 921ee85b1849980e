package org.percolith.pathways.interval;

import java.util.ArrayList;
import java.util.List;

/**
 * Share of stays that last at least as long, by Kaplan and Meier (J. Am. Stat. Assoc. 53, 457 (1958)): stays that the run
 * cuts off count as long as they are seen.
 *
 * @param frames lengths at which a stay ended, rising
 * @param survival share of the stays that last longer than each
 */
public record SurvivalCurve(List<Integer> frames, List<Double> survival) {

    /**
     * A stay.
     *
     * @param ended whether its end was seen
     */
    public record Stay(int frames, boolean ended) {}

    public SurvivalCurve {
        frames = List.copyOf(frames);
        survival = List.copyOf(survival);
    }

    /** The curve of some stays. */
    public static SurvivalCurve of(List<Stay> stays) {
        List<Stay> sorted = stays.stream()
                .sorted((a, b) -> Integer.compare(a.frames(), b.frames()))
                .toList();
        List<Integer> frames = new ArrayList<>();
        List<Double> survival = new ArrayList<>();
        double left = 1;
        int k = 0;
        while (k < sorted.size()) {
            int length = sorted.get(k).frames();
            int atRisk = sorted.size() - k;
            int ended = 0;
            while (k < sorted.size() && sorted.get(k).frames() == length) {
                ended += sorted.get(k).ended() ? 1 : 0;
                k++;
            }
            if (ended > 0) {
                left *= 1 - (double) ended / atRisk;
                frames.add(length);
                survival.add(left);
            }
        }
        return new SurvivalCurve(frames, survival);
    }
}
