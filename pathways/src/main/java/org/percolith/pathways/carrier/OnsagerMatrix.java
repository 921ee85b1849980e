package org.percolith.pathways.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.carrier.Carriers.OneCarrier;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Slopes of ⟨ΔP_i · ΔP_j⟩ between two lags that are the same for all pairs, so that sums of them keep their meaning. Errors by
 * leaving out one of ten stretches of time, jointly for all that is derived.
 */
final class OnsagerMatrix {

    private static final int BLOCKS = 10;

    /** The longer lag over the shorter. */
    private static final int LONGER = 4;

    /** Part of the run that the longer lag may take. */
    private static final double LONGEST = 0.05;

    private final List<OneCarrier> carriers;
    private final DiffusionSettings settings;
    private final double volumeA3;
    private final int ions;
    private final List<FrameRange> pieces;

    /** {@code [species][axis][frame]}, Å. */
    private final double[][][] collective;

    private final int firstLag;
    private final int lastLag;

    OnsagerMatrix(List<IonTracks> tracks, List<OneCarrier> carriers, DiffusionSettings settings, int cageLag) {
        this.carriers = carriers;
        this.settings = settings;
        IonTracks first = tracks.get(0);
        volumeA3 = first.cell().volumeA3();
        pieces = first.pieces();
        ions = carriers.stream().mapToInt(OneCarrier::count).sum();
        collective = tracks.stream().map(OnsagerMatrix::sum).toArray(double[][][]::new);
        int longest = (int) Math.max(2, LONGEST * first.frames());
        firstLag = Math.max(1, Math.min(cageLag, longest / LONGER));
        lastLag = Math.max(firstLag + 1, Math.min(LONGER * firstLag, longest));
    }

    private static double[][] sum(IonTracks tracks) {
        double[][] sum = new double[3][tracks.frames()];
        double[][] own = new double[3][tracks.frames()];
        for (int ion = 0; ion < tracks.ions(); ion++) {
            tracks.cartesian(ion, new FrameRange(0, tracks.frames()), own[0], own[1], own[2]);
            for (int axis = 0; axis < 3; axis++) {
                for (int frame = 0; frame < sum[axis].length; frame++) {
                    sum[axis][frame] += own[axis][frame];
                }
            }
        }
        return sum;
    }

    Carriers carriers(String referenceFrame) {
        int n = carriers.size();
        double[][] whole = matrix(-1);
        List<double[][]> without =
                IntStream.range(0, BLOCKS).mapToObj(this::matrix).toList();
        List<List<Estimate>> onsager = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Estimate> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                int a = i;
                int b = j;
                row.add(jackknife(whole, without, l -> l[a][b]));
            }
            onsager.add(row);
        }
        double factor =
                PhysicalConstants.conductivityMsPerCmPerDiffusivity(ions / volumeA3, 1, settings.temperatureK());
        List<Estimate> transference = IntStream.range(0, n)
                .mapToObj(i -> jackknife(whole, without, l -> part(l, i) / all(l)))
                .toList();
        return new Carriers(
                referenceFrame, carriers, onsager, jackknife(whole, without, l -> factor * all(l)), transference);
    }

    private double part(double[][] l, int i) {
        double sum = 0;
        for (int j = 0; j < l.length; j++) {
            sum += carriers.get(i).chargeE() * carriers.get(j).chargeE() * l[i][j];
        }
        return sum;
    }

    private double all(double[][] l) {
        return IntStream.range(0, l.length).mapToDouble(i -> part(l, i)).sum();
    }

    private static Estimate jackknife(
            double[][] whole, List<double[][]> without, ToDoubleFunction<double[][]> quantity) {
        double value = quantity.applyAsDouble(whole);
        double[] left = without.stream().mapToDouble(quantity).toArray();
        double mean = IntStream.range(0, left.length)
                .mapToDouble(k -> left[k])
                .average()
                .orElse(value);
        double squares = IntStream.range(0, left.length)
                .mapToDouble(k -> (left[k] - mean) * (left[k] - mean))
                .sum();
        double std = Math.sqrt((BLOCKS - 1.0) / BLOCKS * squares);
        double reach = 2.26 * std;
        return new Estimate.Measured(value, std, value - reach, value + reach);
    }

    /** L in cm²/s without one stretch of time. */
    private double[][] matrix(int without) {
        int n = carriers.size();
        double[][] l = new double[n][n];
        double times = 6.0 * ions * (lastLag - firstLag) * settings.frameIntervalPs();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rise = product(i, j, lastLag, without) - product(i, j, firstLag, without);
                l[i][j] = rise / times * PhysicalConstants.CM2_PER_S_PER_A2_PER_PS;
            }
        }
        return l;
    }

    private double product(int i, int j, int lag, int without) {
        double sum = 0;
        long windows = 0;
        int frames = collective[0][0].length;
        for (FrameRange piece : pieces) {
            for (int frame = piece.from(); frame + lag < piece.to(); frame++) {
                if ((int) ((long) frame * BLOCKS / frames) != without) {
                    for (int axis = 0; axis < 3; axis++) {
                        double[] a = collective[i][axis];
                        double[] b = collective[j][axis];
                        sum += (a[frame + lag] - a[frame]) * (b[frame + lag] - b[frame]);
                    }
                    windows++;
                }
            }
        }
        return windows == 0 ? 0 : sum / windows;
    }
}
