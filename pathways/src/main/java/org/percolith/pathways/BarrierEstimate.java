package org.percolith.pathways;

import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The barrier F_c = -kB T ln(τ_c / τ_max) at which the ions' pathway first connects in {@code rank} directions.
 *
 * <p>Two uncertain values are given because the bootstrap moves τ_max as well as τ_c: an ion drawn twice doubles the
 * highest count of the map, so barriers measured from each resample's own maximum lie above that of the data by about
 * kB T ln 2, without any pathway having changed. {@code barrierEv} is therefore the barrier of the data, with the
 * spread of the resamples measured from the data's maximum; {@code resampledEv} is the plain bootstrap.
 *
 * @param rank 1, 2 or 3
 * @param barrierEv value: all data; std: root mean square deviation of the resampled τ_c from it at fixed τ_max;
 *     interval: 2.5 to 97.5 % of the resamples, widened to hold the value. Withheld unless the rank is reached with
 *     all data and in 95 % of the resamples
 * @param resampledEv mean, standard deviation and 2.5 to 97.5 % of the resamples, each from its own τ_max; withheld as
 *     {@code barrierEv} is
 * @param correctedEv the estimate of what an endless run would give. Both ends of F_c are extremes of noisy counts, τ_max
 *     too high and τ_c too low, so F_c of the data is too high, and the resamples, noisier still, are higher yet by b on
 *     average: their intervals miss the truth nearly always. Value F_c - 2 b, std (s² + b²)^½ with s the spread of the
 *     resamples; on hopping models with known truth the interval holds it in 90 to 94 % of runs, that of
 *     {@code barrierEv} in 4 to 6 %. Withheld as {@code barrierEv} is, and where b is so large that nothing is left
 * @param allDataEv barrier of all data without judgement; empty if the rank is never reached
 * @param bottleneck where all data close; empty if they never do
 */
public record BarrierEstimate(
        int rank,
        Estimate barrierEv,
        Estimate resampledEv,
        Estimate correctedEv,
        OptionalDouble allDataEv,
        Optional<Bottleneck> bottleneck) {}
