package org.percolith.pathways;

import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The barrier F_c = -kB T ln(τ_c / τ_max) at which the ions' pathway first connects in {@code rank} directions.
 *
 * <p>Several values are given because the bootstrap moves τ_max as well as τ_c: an ion drawn twice doubles the
 * highest count of the map, so barriers measured from each resample's own maximum lie above that of the data by about
 * kB T ln 2, without any pathway having changed. {@code barrierEv} is therefore the barrier of the data, with the
 * spread of the resamples measured from the data's maximum; {@code resampledEv} is the plain bootstrap. Both describe
 * this run's map. {@code crossValidatedEv} estimates the barrier itself.
 *
 * @param rank 1, 2 or 3
 * @param barrierEv value: all data; std: root mean square deviation of the resampled τ_c from it at fixed τ_max;
 *     interval: 2.5 to 97.5 % of the resamples, widened to hold the value. Withheld unless the rank is reached with
 *     all data and in 95 % of the resamples
 * @param resampledEv mean, standard deviation and 2.5 to 97.5 % of the resamples, each from its own τ_max; withheld as
 *     {@code barrierEv} is
 * @param crossValidatedEv what an endless run would give: bottleneck and densest site chosen by one half of the ions and
 *     counted with the other. Withheld as {@code barrierEv} is, and where half of the ions hardly connect
 * @param allDataEv barrier of all data without judgement; empty if the rank is never reached
 * @param bottleneck where all data close; empty if they never do
 */
public record BarrierEstimate(
        int rank,
        Estimate barrierEv,
        Estimate resampledEv,
        Estimate crossValidatedEv,
        OptionalDouble allDataEv,
        Optional<Bottleneck> bottleneck) {}
