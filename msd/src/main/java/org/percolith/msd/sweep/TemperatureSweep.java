package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;

/** Fits ln D against 1/T and continues the line to the temperature that is asked for. */
public final class TemperatureSweep {

    private final SweepSelection selection;
    private final ReplicaScatter replicas;
    private final List<LogPoint> used;
    private final double extrapolateToK;

    private TemperatureSweep(SweepSelection selection, double extrapolateToK) {
        this.selection = selection;
        this.extrapolateToK = extrapolateToK;
        replicas = selection.weighted() ? ReplicaScatter.of(selection.measured()) : new ReplicaScatter(0, 0);
        used = replicas.widened(selection.measured());
    }

    /**
     * The sweep through {@code points}, in any order. Points with a bound only enter by the hops they counted, or as
     * censored data, where the measured ones have errors and make a line; points without either are excluded with a
     * reason. Runs of one temperature are pooled with the variance within and between them. With fewer than two measured
     * temperatures all is withheld.
     *
     * @throws IllegalArgumentException if the temperature to extrapolate to is not positive
     */
    public static SweepResult fit(List<SweepPoint> points, double extrapolateToK) {
        if (!(extrapolateToK > 0)) {
            throw new IllegalArgumentException("cannot extrapolate to " + extrapolateToK + " K");
        }
        TemperatureSweep sweep = new TemperatureSweep(SweepSelection.of(points), extrapolateToK);
        long temperatures = SweepSelection.temperatures(sweep.used);
        if (temperatures < 2) {
            return sweep.withheld(
                    "a slope needs at least two temperatures with a measured diffusivity, found " + temperatures);
        }
        if (sweep.used.size() == 2 && !sweep.selection.weighted()) {
            return sweep.withheld(String.format(
                    Locale.ROOT,
                    "two points without errors make a line (Ea %.4f eV) but no interval",
                    ArrheniusFit.of(sweep.used).activationEnergyEv()));
        }
        return sweep.result();
    }

    private SweepResult result() {
        SweepLine line = SweepLine.of(used, replicas.widened(selection.counted()), selection.bounded());
        ArrheniusFit fit = line.measured();
        Optional<Curvature> curvature = Curvature.of(used);
        Optional<TwoRegimes> regimes = TwoRegimes.of(used);
        List<Double> leaveOneOut = leaveOneOut();
        ActivationEnergies energies = ActivationEnergies.of(used, line);
        Extrapolation extrapolation = Extrapolation.of(extrapolateToK, used, line);
        return new SweepResult(
                labels(),
                selection.boundedLabels(),
                selection.excluded(),
                replicas,
                Optional.of(line.line()),
                energies,
                line.prefactorCm2PerS(),
                extrapolation,
                selection.weighted() ? SweepModel.compare(used.size(), fit, curvature, regimes) : List.of(),
                leaveOneOut,
                selection.weighted() && fit.degreesOfFreedom() > 0
                        ? OptionalDouble.of(fit.chiSquared() / fit.degreesOfFreedom())
                        : OptionalDouble.empty(),
                SweepVerdicts.of(used, fit, curvature, regimes, leaveOneOut, energies, extrapolation));
    }

    private SweepResult withheld(String reason) {
        Estimate none = Estimate.withheld(reason);
        return new SweepResult(
                labels(),
                List.of(),
                selection.excluded(),
                replicas,
                Optional.empty(),
                new ActivationEnergies(none, none, none),
                none,
                new Extrapolation(extrapolateToK, none, none, 0, 0),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                SweepVerdicts.withheld(used, reason));
    }

    private List<String> labels() {
        return used.stream().map(p -> p.point().label()).toList();
    }

    private List<Double> leaveOneOut() {
        List<Double> energies = new ArrayList<>();
        for (int left = 0; left < used.size(); left++) {
            List<LogPoint> rest = new ArrayList<>(used);
            rest.remove(left);
            if (SweepSelection.temperatures(rest) >= 2) {
                energies.add(ArrheniusFit.of(rest).activationEnergyEv());
            }
        }
        return energies.size() == used.size() ? energies : List.of();
    }
}
