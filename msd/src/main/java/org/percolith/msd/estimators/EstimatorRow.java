package org.percolith.msd.estimators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one program prints for the diffusivity of these data.
 *
 * @param program its name
 * @param rule how it goes about it, in one sentence
 * @param printed what it prints, absent where it refuses or cannot run
 * @param remark why it refuses, or what its error leaves out
 */
public record EstimatorRow(String program, String rule, Optional<Printed> printed, String remark) {

    /**
     * A printed diffusivity.
     *
     * @param diffusivityCm2PerS D, cm²/s
     * @param claimedStdCm2PerS the program's own error, cm²/s, if it gives one: a claim, not a measured error
     * @param fromPs first lag that enters, ps
     * @param toPs last lag that enters, ps
     */
    public record Printed(double diffusivityCm2PerS, OptionalDouble claimedStdCm2PerS, double fromPs, double toPs) {}

    static EstimatorRow printing(String program, String rule, Printed printed, String remark) {
        return new EstimatorRow(program, rule, Optional.of(printed), remark);
    }

    static EstimatorRow refusing(String program, String rule, String reason) {
        return new EstimatorRow(program, rule, Optional.empty(), reason);
    }
}
