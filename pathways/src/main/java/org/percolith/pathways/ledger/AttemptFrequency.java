package org.percolith.pathways.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.percolith.pathways.hop.Stay;
import org.percolith.pathways.interval.RatioOfSums;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;

/**
 * ν₀, the mean frequency of the velocity while an ion stays in its basin, weighted by spectral power,
 *
 * <p>ν₀ = ∫ ν S(ν) dν / ∫ S(ν) dν.
 *
 * <p>Velocities are differences of successive positions; a difference over Δt weakens the frequency ν by
 * sinc²(πνΔt), which is divided out. Stays are cut into stretches of about 0.8 ps under a Hann window, so that a stretch
 * never spans a hop (compare de Klerk, van der Maas and Wagemaker 2018, doi 10.1021/acsaem.8b00457, who take the distance
 * from the start of the run, whose spectrum holds sums and differences of the frequencies instead).
 */
final class AttemptFrequency {

    /** Vibrations of light ions reach 20 THz, a period of 50 fs: two frames a period. */
    private static final double LONGEST_INTERVAL_FS = 25;

    private static final double STRETCH_PS = 0.8;
    private static final int FEWEST_FRAMES = 16;

    private final IonTracks tracks;
    private final double frameIntervalPs;
    private final int length;
    private final double[] window;
    private final FastFourierTransformer transformer = new FastFourierTransformer(DftNormalization.STANDARD);

    private AttemptFrequency(IonTracks tracks, double frameIntervalPs) {
        this.tracks = tracks;
        this.frameIntervalPs = frameIntervalPs;
        int wanted = (int) Math.max(FEWEST_FRAMES, STRETCH_PS / frameIntervalPs);
        length = Integer.highestOneBit(wanted) == wanted ? wanted : Integer.highestOneBit(wanted) << 1;
        window = new double[length];
        for (int k = 0; k < length; k++) {
            window[k] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (k + 0.5) / length);
        }
    }

    /** ν₀ in THz with the interval by ions; withheld where the frames are too far apart, or no stay is long enough. */
    static Estimate ofThz(IonTracks tracks, List<Stay> stays, double frameIntervalPs) {
        double intervalFs = 1000 * frameIntervalPs;
        if (intervalFs > LONGEST_INTERVAL_FS) {
            return Estimate.withheld(String.format(
                    Locale.ROOT,
                    "frames every %.3g fs do not resolve vibrations: store one every %.0f fs or less, 10 fs is good",
                    intervalFs,
                    LONGEST_INTERVAL_FS));
        }
        return new AttemptFrequency(tracks, frameIntervalPs).thz(stays);
    }

    private Estimate thz(List<Stay> stays) {
        double[] first = new double[tracks.ions()];
        double[] power = new double[tracks.ions()];
        for (Stay stay : stays) {
            for (int from = stay.entered(); from + length < stay.lastInCore(); from += length) {
                FrameRange range = new FrameRange(from, from + length + 1);
                double[][] r = new double[3][length + 1];
                tracks.cartesian(stay.ion(), range, r[0], r[1], r[2]);
                for (double[] component : r) {
                    addSpectrum(component, stay.ion(), first, power);
                }
            }
        }
        List<double[]> seen = new ArrayList<>();
        for (int ion = 0; ion < power.length; ion++) {
            if (power[ion] > 0) {
                seen.add(new double[] {first[ion], power[ion]});
            }
        }
        if (seen.size() < 2) {
            return Estimate.withheld(String.format(
                    Locale.ROOT, "no two ions stay in their basins for %.2g ps", length * frameIntervalPs));
        }
        return RatioOfSums.of(
                seen.stream().mapToDouble(pair -> pair[0]).toArray(),
                seen.stream().mapToDouble(pair -> pair[1]).toArray());
    }

    private void addSpectrum(double[] path, int ion, double[] first, double[] power) {
        double[] velocity = new double[length];
        double drift = (path[length] - path[0]) / length;
        for (int k = 0; k < length; k++) {
            velocity[k] = window[k] * (path[k + 1] - path[k] - drift);
        }
        Complex[] spectrum = transformer.transform(velocity, TransformType.FORWARD);
        for (int k = 1; k < length / 2; k++) {
            double phase = Math.PI * k / length;
            double sinc = Math.sin(phase) / phase;
            double re = spectrum[k].getReal();
            double im = spectrum[k].getImaginary();
            double s = (re * re + im * im) / (sinc * sinc);
            first[ion] += s * k / (length * frameIntervalPs);
            power[ion] += s;
        }
    }
}
