package org.percolith.msd;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Zero-padded real Fourier transform of power-of-two length S ≥ 2n, so that a circular correlation of n values equals
 * the linear one. Spectra are kept in the packed layout of JTransforms: a[0] = Re 0, a[1] = Re S/2, then Re, Im pairs.
 */
final class RealTransform {

    static {
        // The library would start its own threads from 8192 points on; the ions are what we run in parallel.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final int length;
    private final DoubleFFT_1D transform;

    RealTransform(int values) {
        length = paddedLength(values);
        transform = new DoubleFFT_1D(length);
    }

    /** The smallest power of two that is at least twice {@code values}. */
    static int paddedLength(int values) {
        if (values > 1 << 29) {
            throw new IllegalArgumentException("a series of " + values + " frames is too long for one transform");
        }
        return Math.max(4, Integer.highestOneBit(2 * values - 1) << 1);
    }

    int length() {
        return length;
    }

    /** Number of independent frequencies, S/2 + 1. */
    int frequencies() {
        return length / 2 + 1;
    }

    void forward(double[] series) {
        transform.realForward(series);
    }

    /** Adds Re(A B*) of two packed spectra to {@code target[frequency]}. */
    void addCrossPower(double[] a, double[] b, double[] target) {
        int half = length / 2;
        target[0] += a[0] * b[0];
        target[half] += a[1] * b[1];
        for (int k = 1; k < half; k++) {
            target[k] += a[2 * k] * b[2 * k] + a[2 * k + 1] * b[2 * k + 1];
        }
    }

    /** Σ_k a(k+m) b(k), symmetrised in a and b, for every lag m, from the summed real spectrum. */
    double[] correlation(double[] power) {
        int half = length / 2;
        double[] packed = new double[length];
        packed[0] = power[0];
        packed[1] = power[half];
        for (int k = 1; k < half; k++) {
            packed[2 * k] = power[k];
        }
        transform.realInverse(packed, true);
        return packed;
    }
}
