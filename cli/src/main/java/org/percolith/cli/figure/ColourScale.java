package org.percolith.cli.figure;

/** White through blue to black: its lightness falls evenly, so that it also reads in grey. */
final class ColourScale {

    private static final double[][] STOPS = {
        {1.00, 1.00, 1.00},
        {0.78, 0.87, 0.94},
        {0.42, 0.68, 0.84},
        {0.13, 0.44, 0.71},
        {0.03, 0.19, 0.42},
        {0, 0.02, 0.10}
    };

    private ColourScale() {}

    /** The colour of a level from 0 to 1 as 0xRRGGBB. */
    static int rgb(double level) {
        double at = Math.max(0, Math.min(1, level)) * (STOPS.length - 1);
        int below = Math.min(STOPS.length - 2, (int) at);
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double value = STOPS[below][channel] + (at - below) * (STOPS[below + 1][channel] - STOPS[below][channel]);
            rgb = rgb << 8 | (int) Math.round(255 * value);
        }
        return rgb;
    }
}
