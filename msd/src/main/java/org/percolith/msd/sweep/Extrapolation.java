package org.percolith.msd.sweep;

import org.percolith.trajectory.quantity.Estimate;

/**
 * The line continued to another temperature.
 *
 * @param temperatureK K
 * @param diffusivityCm2PerS D there
 * @param conductivityMsPerCm σ there, Nernst-Einstein, with the mean carrier density of the sweep
 * @param distance (1/T − 1/T_min)/(1/T_min − 1/T_max): 0 within the sweep, 1 one sweep's length beyond it
 */
public record Extrapolation(
        double temperatureK, Estimate diffusivityCm2PerS, Estimate conductivityMsPerCm, double distance) {}
