package org.percolith.pathways.region;

import java.util.Arrays;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Diffusivities in a region by the ions that stay there for the whole lag (Liu, Harder and Berne 2004, doi
 * 10.1021/jp0375057).
 *
 * <p>Along the interface, the slope of the mean squared displacement between two lags over 2d. Across it, a region of
 * thickness L has absorbing bounds, and its lowest mode ψ = cos(πz/L) decays as exp(-π² D t/L²) whatever the higher ones do:
 * D = -(L/π)² d ln⟨ψ(0) ψ(t) Θ⟩/dt. Since crossings are seen at frames only, the bounds lie 0.5826 √(2DΔt) farther out
 * (Broadie, Glasserman and Kou 1997). Errors by leaving out one of ten stretches of time.
 */
final class SurvivalDiffusion {

    private static final int BLOCKS = 10;

    /** The longest lag: while so much of those in the region stay, and no longer than this part of the run. */
    private static final double STAYING = 0.3;

    private static final double LONGEST = 0.2;

    /** Shift of an absorbing bound that is watched at intervals: -ζ(1/2)/√(2π). */
    private static final double WATCHED = 0.5826;

    private final RegionVisits visits;
    private final int region;
    private final double frameIntervalPs;
    private final int firstLag;
    private final int lastLag;

    SurvivalDiffusion(RegionVisits visits, int region, double frameIntervalPs) {
        this.visits = visits;
        this.region = region;
        this.frameIntervalPs = frameIntervalPs;
        int longest = Math.max(2, (int) (LONGEST * visits.frames()));
        int last = longest;
        while (last > 2 && staying(last) < STAYING) {
            last = Math.max(2, last * 3 / 4);
        }
        lastLag = last;
        firstLag = Math.max(1, last / 4);
    }

    private double staying(int lag) {
        long there = 0;
        long stay = 0;
        int stride = Math.max(1, visits.frames() / 200);
        for (int ion = 0; ion < visits.ions(); ion++) {
            for (int frame = 0; frame + lag < visits.frames(); frame += stride) {
                if (visits.region()[ion][frame] == region) {
                    there++;
                    stay += visits.stays(ion, frame, lag, region) ? 1 : 0;
                }
            }
        }
        return there == 0 ? 0 : stay / (double) there;
    }

    /** Adds what one ion shows between two frames. */
    @FunctionalInterface
    interface Product {
        /** The quantity whose mean over the ions that stay is taken. */
        double of(int ion, int frame, int later);
    }

    /**
     * D = slope/(2d) of a squared displacement, cm²/s.
     *
     * @param squaredA2 of the displacement in the d directions
     */
    Estimate alongCm2PerS(Product squaredA2, int directions) {
        double[][] sums = {sums(squaredA2, firstLag), sums(squaredA2, lastLag)};
        double[][] counts = {sums((ion, frame, later) -> 1, firstLag), sums((ion, frame, later) -> 1, lastLag)};
        double times = (lastLag - firstLag) * frameIntervalPs * 2 * directions;
        return jackknife(without -> (mean(sums[1], counts[1], without) - mean(sums[0], counts[0], without)) / times);
    }

    /**
     * D across the region, cm²/s.
     *
     * @param mode ψ(0) ψ(t)
     */
    Estimate acrossCm2PerS(Product mode, double thicknessA) {
        double[][] sums = {sums(mode, firstLag), sums(mode, lastLag)};
        double[][] origins = {origins(firstLag), origins(lastLag)};
        double time = (lastLag - firstLag) * frameIntervalPs;
        return jackknife(without -> {
            double decay = Math.log(mean(sums[0], origins[0], without) / mean(sums[1], origins[1], without)) / time;
            double d = decay * thicknessA * thicknessA / (Math.PI * Math.PI);
            for (int round = 0; round < 20; round++) {
                double wide = thicknessA + 2 * WATCHED * Math.sqrt(2 * Math.max(0, d) * frameIntervalPs);
                d = decay * wide * wide / (Math.PI * Math.PI);
            }
            return d;
        });
    }

    /** Without one stretch of time. */
    private interface LeftOut {
        double without(int block);
    }

    private Estimate jackknife(LeftOut quantity) {
        double value = quantity.without(-1);
        double[] left = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            left[block] = quantity.without(block);
        }
        double mean = Arrays.stream(left).average().orElse(value);
        double squares = Arrays.stream(left).map(x -> (x - mean) * (x - mean)).sum();
        double std = Math.sqrt((BLOCKS - 1.0) / BLOCKS * squares);
        if (!Double.isFinite(value) || !Double.isFinite(std)) {
            return Estimate.withheld("too few ions stay in the region for long enough");
        }
        double reach = 2.26 * std;
        Estimate slope = value > 2 * std
                ? new Estimate.Measured(value, std, Math.max(0, value - reach), value + reach)
                : new Estimate.UpperBound(
                        Math.max(0, value) + reach, "it is not above twice its error while ions stay in the region");
        return slope.scaled(PhysicalConstants.CM2_PER_S_PER_A2_PER_PS);
    }

    private int block(int frame) {
        return (int) ((long) frame * BLOCKS / visits.frames());
    }

    private double[] sums(Product product, int lag) {
        double[] sums = new double[BLOCKS];
        for (int ion = 0; ion < visits.ions(); ion++) {
            for (int frame = 0; frame + lag < visits.frames(); frame++) {
                if (visits.stays(ion, frame, lag, region)) {
                    sums[block(frame)] += product.of(ion, frame, frame + lag);
                }
            }
        }
        return sums;
    }

    /** Ions in the region at each origin, whether they stay or not. */
    private double[] origins(int lag) {
        double[] counts = new double[BLOCKS];
        for (int ion = 0; ion < visits.ions(); ion++) {
            for (int frame = 0; frame + lag < visits.frames(); frame++) {
                counts[block(frame)] += visits.region()[ion][frame] == region ? 1 : 0;
            }
        }
        return counts;
    }

    private static double mean(double[] sums, double[] counts, int without) {
        double sum = 0;
        double count = 0;
        for (int block = 0; block < BLOCKS; block++) {
            if (block != without) {
                sum += sums[block];
                count += counts[block];
            }
        }
        return sum / count;
    }
}
