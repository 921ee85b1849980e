package org.percolith.msd.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/**
 * What a temperature sweep says.
 *
 * @param used labels of the points on the line
 * @param bounded labels of the runs that enter the line by an upper bound only
 * @param excluded points left out, with reasons
 * @param replicas scatter between runs of one temperature
 * @param fit the line, absent with fewer than two temperatures
 * @param activationEnergies Ea in three conventions
 * @param prefactorCm2PerS D₀
 * @param extrapolation the line at the temperature that was asked for
 * @param models descriptions of the sweep, Arrhenius first
 * @param leaveOneOutEv Ea of D without each used point in turn, eV; empty with fewer than three temperatures
 * @param chiSquaredPerDof of the line, with three or more points that have errors
 * @param verdicts A1 to A4 and A6
 */
public record SweepResult(
        List<String> used,
        List<String> bounded,
        List<Exclusion> excluded,
        ReplicaScatter replicas,
        Optional<ArrheniusFit> fit,
        ActivationEnergies activationEnergies,
        Estimate prefactorCm2PerS,
        Extrapolation extrapolation,
        List<SweepModel> models,
        List<Double> leaveOneOutEv,
        OptionalDouble chiSquaredPerDof,
        List<Verdict> verdicts) {

    public SweepResult {
        used = List.copyOf(used);
        bounded = List.copyOf(bounded);
        excluded = List.copyOf(excluded);
        models = List.copyOf(models);
        leaveOneOutEv = List.copyOf(leaveOneOutEv);
        verdicts = List.copyOf(verdicts);
    }

    /** A point that is not on the line, and why. */
    public record Exclusion(String label, String reason) {}

    /** The verdict with this identifier. */
    public Verdict verdict(String id) {
        return verdicts.stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict " + id));
    }
}
