package org.percolith.cli.report;

import java.util.stream.IntStream;
import org.percolith.msd.MsdCurve;

/** The lags at which a curve is shown: every one of a short run, else up to 400, evenly spaced on a log axis. */
final class CurveLags {

    private static final int MOST = 400;

    private CurveLags() {}

    static int[] of(MsdCurve curve) {
        int last = curve.maxLag();
        if (last <= MOST) {
            return IntStream.rangeClosed(0, last).toArray();
        }
        double ratio = Math.log(last);
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.rangeClosed(0, MOST)
                                .map(k -> (int) Math.round(Math.exp(ratio * k / MOST)))
                                .distinct())
                .toArray();
    }
}
