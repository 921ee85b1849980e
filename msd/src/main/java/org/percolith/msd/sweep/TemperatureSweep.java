package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.percolith.trajectory.quantity.Estimate;

/** Fits ln D against 1/T and continues the line to the temperature that is asked for. */
public final class TemperatureSweep {

    private final List<LogPoint> used;
    private final List<BoundedPoint> bounds;
    private final ReplicaScatter replicas;
    private final List<SweepResult.Exclusion> excluded;
    private final double extrapolateToK;

    private TemperatureSweep(
            List<LogPoint> measured,
            List<BoundedPoint> bounds,
            List<SweepResult.Exclusion> excluded,
            double extrapolateToK) {
        replicas = measured.stream().allMatch(p -> p.variance() > 0)
                ? ReplicaScatter.of(measured)
                : new ReplicaScatter(0, 0);
        used = replicas.widened(measured);
        this.bounds = bounds;
        this.excluded = excluded;
        this.extrapolateToK = extrapolateToK;
    }

    /**
     * The sweep through {@code points}, in any order. Points with a bound only enter as censored data where the measured
     * ones have errors and make a line; points without either are excluded with a reason. Runs of one temperature are
     * pooled with the variance within and between them. With fewer than two measured temperatures all is withheld.
     *
     * @throws IllegalArgumentException if the temperature to extrapolate to is not positive
     */
    public static SweepResult fit(List<SweepPoint> points, double extrapolateToK) {
        if (!(extrapolateToK > 0)) {
            throw new IllegalArgumentException("cannot extrapolate to " + extrapolateToK + " K");
        }
        List<SweepResult.Exclusion> excluded = new ArrayList<>();
        List<LogPoint> measured = LogPoint.measured(points);
        for (SweepPoint point : points) {
            if (measured.stream().noneMatch(p -> p.point().equals(point))) {
                excluded.add(new SweepResult.Exclusion(point.label(), reason(point.diffusivityCm2PerS())));
            }
        }
        List<LogPoint> used = withEqualFooting(measured, excluded);
        long temperatures = temperatures(used);
        boolean hasErrors = temperatures >= 2 && used.get(0).variance() > 0;
        List<BoundedPoint> bounds = hasErrors ? bounds(points) : List.of();
        if (hasErrors) {
            excluded.removeIf(
                    e -> bounds.stream().anyMatch(b -> b.point().label().equals(e.label())));
        }
        TemperatureSweep sweep = new TemperatureSweep(used, bounds, excluded, extrapolateToK);
        if (temperatures < 2) {
            return sweep.withheld(
                    "a slope needs at least two temperatures with a measured diffusivity, found " + temperatures);
        }
        if (used.size() == 2 && used.get(0).variance() == 0) {
            ArrheniusFit line = ArrheniusFit.of(used);
            return sweep.withheld(String.format(
                    Locale.ROOT,
                    "two points without errors make a line (Ea %.4f eV) but no interval",
                    line.activationEnergyEv()));
        }
        return sweep.result();
    }

    private static List<BoundedPoint> bounds(List<SweepPoint> points) {
        List<BoundedPoint> bounds = new ArrayList<>();
        for (SweepPoint point : points) {
            if (point.diffusivityCm2PerS() instanceof Estimate.UpperBound bound && bound.upper95() > 0) {
                bounds.add(BoundedPoint.of(point, bound));
            }
        }
        return bounds;
    }

    private static String reason(Estimate diffusivity) {
        if (diffusivity instanceof Estimate.UpperBound bound) {
            return String.format(
                    Locale.ROOT, "only an upper bound, D < %.2g cm²/s: %s", bound.upper95(), bound.reason());
        }
        return diffusivity instanceof Estimate.Withheld withheld
                ? withheld.reason()
                : "the diffusivity is not positive";
    }

    /** Where some points carry an error, those without one are left out: they would have no weight or all of it. */
    private static List<LogPoint> withEqualFooting(List<LogPoint> measured, List<SweepResult.Exclusion> excluded) {
        if (measured.stream().allMatch(p -> p.variance() == 0)) {
            return List.copyOf(measured);
        }
        for (LogPoint point : measured) {
            if (point.variance() == 0) {
                excluded.add(new SweepResult.Exclusion(point.point().label(), "no error is given for its diffusivity"));
            }
        }
        return measured.stream().filter(p -> p.variance() > 0).toList();
    }

    private static long temperatures(List<LogPoint> points) {
        return points.stream().map(p -> p.point().temperatureK()).distinct().count();
    }

    private SweepResult result() {
        ArrheniusFit fit = ArrheniusFit.of(used);
        Optional<Curvature> curvature = Curvature.of(used);
        Optional<TwoRegimes> regimes = TwoRegimes.of(used);
        List<Double> leaveOneOut = leaveOneOut();
        Optional<CensoredPosterior> censored =
                bounds.isEmpty() ? Optional.empty() : Optional.of(CensoredPosterior.of(fit, bounds));
        ArrheniusFit line = censored.map(c -> c.line(fit)).orElse(fit);
        ActivationEnergies energies = activationEnergies(fit, censored);
        Extrapolation extrapolation = extrapolation(censored.map(c -> c.diffusivityCm2PerS(extrapolateToK))
                .orElseGet(() -> fit.diffusivityCm2PerS(extrapolateToK).estimate()));
        boolean weighted = used.get(0).variance() > 0;
        return new SweepResult(
                labels(),
                bounds.stream().map(b -> b.point().label()).toList(),
                excluded,
                replicas,
                Optional.of(line),
                energies,
                censored.map(CensoredPosterior::prefactorCm2PerS)
                        .orElseGet(() -> fit.prefactorCm2PerS().estimate()),
                extrapolation,
                weighted ? models(fit, curvature, regimes) : List.of(),
                leaveOneOut,
                weighted && fit.degreesOfFreedom() > 0
                        ? OptionalDouble.of(fit.chiSquared() / fit.degreesOfFreedom())
                        : OptionalDouble.empty(),
                SweepVerdicts.of(used, fit, curvature, regimes, leaveOneOut, energies, extrapolation));
    }

    private SweepResult withheld(String reason) {
        Estimate none = Estimate.withheld(reason);
        return new SweepResult(
                labels(),
                List.of(),
                excluded,
                replicas,
                Optional.empty(),
                new ActivationEnergies(none, none, none),
                none,
                new Extrapolation(extrapolateToK, none, none, 0),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                SweepVerdicts.withheld(used, reason));
    }

    private List<String> labels() {
        return used.stream().map(p -> p.point().label()).toList();
    }

    private List<SweepModel> models(ArrheniusFit fit, Optional<Curvature> curvature, Optional<TwoRegimes> regimes) {
        List<SweepModel> models = new ArrayList<>();
        int n = used.size();
        models.add(SweepModel.of("arrhenius", 2, fit.chiSquared(), n));
        regimes.ifPresent(r -> models.add(SweepModel.of("two-regime", TwoRegimes.PARAMETERS, r.chiSquared(), n)));
        curvature.ifPresent(c -> models.add(SweepModel.of("curved", Curvature.PARAMETERS, c.chiSquared(), n)));
        return models;
    }

    private List<Double> leaveOneOut() {
        List<Double> energies = new ArrayList<>();
        for (int left = 0; left < used.size(); left++) {
            List<LogPoint> rest = new ArrayList<>(used);
            rest.remove(left);
            if (temperatures(rest) >= 2) {
                energies.add(ArrheniusFit.of(rest).activationEnergyEv());
            }
        }
        return energies.size() == used.size() ? energies : List.of();
    }

    /** ln σT = ln D + ln(T σ/D) and ln σ = ln D + ln(σ/D); with unknown densities these are taken as constant. */
    private ActivationEnergies activationEnergies(ArrheniusFit ofDiffusivity, Optional<CensoredPosterior> censored) {
        boolean known = densityKnown();
        ArrheniusFit ofConductivityT = known ? shifted(p -> factor(p) * p.temperatureK()) : ofDiffusivity;
        ArrheniusFit ofConductivity = known ? shifted(TemperatureSweep::factor) : shifted(p -> 1 / p.temperatureK());
        Estimate.Measured energy =
                censored.map(CensoredPosterior::activationEnergy).orElseGet(ofDiffusivity::activationEnergy);
        // The bounds move all three by the same; the conventions differ by a shift of the ordinate only.
        double shift = energy.value() - ofDiffusivity.activationEnergyEv();
        return new ActivationEnergies(
                energy,
                moved(ofConductivityT.activationEnergy(), shift, energy, censored),
                moved(ofConductivity.activationEnergy(), shift, energy, censored));
    }

    private static Estimate.Measured moved(
            Estimate.Measured energy, double shift, Estimate.Measured pattern, Optional<CensoredPosterior> censored) {
        if (censored.isEmpty()) {
            return energy;
        }
        double value = energy.value() + shift;
        return new Estimate.Measured(
                value,
                pattern.std(),
                value + pattern.lower95() - pattern.value(),
                value + pattern.upper95() - pattern.value());
    }

    private ArrheniusFit shifted(ToDoubleFunction<SweepPoint> factor) {
        return ArrheniusFit.of(used.stream()
                .map(p -> p.shifted(Math.log(factor.applyAsDouble(p.point()))))
                .toList());
    }

    private boolean densityKnown() {
        return used.stream()
                .allMatch(p -> p.point().conductivityPerDiffusivityMsPerCm().isPresent());
    }

    private static double factor(SweepPoint point) {
        return point.conductivityPerDiffusivityMsPerCm().orElseThrow();
    }

    private Extrapolation extrapolation(Estimate.Measured diffusivity) {
        double coldest =
                used.stream().mapToDouble(p -> p.point().temperatureK()).min().orElseThrow();
        double hottest =
                used.stream().mapToDouble(p -> p.point().temperatureK()).max().orElseThrow();
        Estimate conductivity = Estimate.withheld("the carrier density is not known for every point");
        if (densityKnown()) {
            // σ/D goes as 1/T at fixed density, so the mean of T σ/D is what carries over.
            double timesTemperature = used.stream()
                    .mapToDouble(p -> factor(p.point()) * p.point().temperatureK())
                    .average()
                    .orElseThrow();
            conductivity = diffusivity.scaled(timesTemperature / extrapolateToK);
        }
        double below = (1 / extrapolateToK - 1 / coldest) / (1 / coldest - 1 / hottest);
        double above = (1 / hottest - 1 / extrapolateToK) / (1 / coldest - 1 / hottest);
        return new Extrapolation(extrapolateToK, diffusivity, conductivity, Math.max(0, Math.max(below, above)));
    }
}
