package org.percolith.msd;

/**
 * One point of the curve D(start): the line fitted from this lag on.
 *
 * @param startPs first lag of the fit, ps
 * @param diffusivityCm2PerS slope as a diffusivity, cm²/s; may be negative
 * @param stdCm2PerS its standard deviation without shot noise, cm²/s
 * @param phi χ²/dof of that line, before the floor at 1
 */
public record StartPoint(double startPs, double diffusivityCm2PerS, double stdCm2PerS, double phi) {

    static StartPoint of(StartCandidate candidate, DiffusionSettings settings) {
        double unit = settings.cm2PerSPerSlope();
        return new StartPoint(
                candidate.startLag() * settings.frameIntervalPs(),
                candidate.slopeA2PerFrame() * unit,
                candidate.slopeStd() * unit,
                candidate.phi());
    }
}
