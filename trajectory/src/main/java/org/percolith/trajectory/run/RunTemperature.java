package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** The temperature of a run: stated by the user, else measured, else set in the input, else read off a name. */
final class RunTemperature {

    private static final double NAME_TOLERANCE = 0.02;
    private static final double RAMP_K = 1;

    private final @Nullable Sourced<Double> stated;
    private final @Nullable Sourced<Double> named;
    private final List<Sourced<Double>> set = new ArrayList<>();
    private double measuredSumK;
    private double measuredWeight;
    private String measuredSource = "";
    private @Nullable String ramp;

    RunTemperature(RunFiles files, @Nullable Double option) {
        Sourced<Double> fromFiles = files.temperatureK();
        stated = option != null
                ? new Sourced<>(option, "--temperature")
                : files.temperatureIsExplicit() ? fromFiles : null;
        named = fromFiles;
    }

    void addSettings(MdSettings settings) {
        OptionalDouble start = settings.startTemperatureK();
        if (start.isEmpty()) {
            return;
        }
        double end = settings.endTemperatureK().orElse(start.getAsDouble());
        if (Math.abs(end - start.getAsDouble()) > RAMP_K) {
            ramp = String.format(
                    Locale.ROOT,
                    "%s sets a temperature ramp from %.0f to %.0f K; D has no single temperature",
                    settings.source(),
                    start.getAsDouble(),
                    end);
        }
        set.add(new Sourced<>((start.getAsDouble() + end) / 2, "TEBEG in " + settings.source()));
    }

    void addMeasured(double meanK, double weight, String source) {
        measuredSumK += meanK * weight;
        measuredWeight += weight;
        measuredSource = source;
    }

    /** The temperature; unknown if nothing states it, or if the input and the name contradict and nothing was measured. */
    Determination<Double> resolve(String run) {
        if (stated != null) {
            return Determination.of(stated);
        }
        if (measuredWeight > 0) {
            return Determination.of(
                    new Sourced<>(measuredSumK / measuredWeight, "measured, mean of " + measuredSource));
        }
        if (!set.isEmpty() && named != null && !agree(set.get(0).value(), named.value())) {
            return Determination.unknown(String.format(
                    Locale.ROOT,
                    "the temperature of %s is contradictory: %.0f K by %s, but %.0f K by %s. Give the right one with"
                            + " --temperature",
                    run,
                    set.get(0).value(),
                    set.get(0).source(),
                    named.value(),
                    named.source()));
        }
        Sourced<Double> nominal = set.isEmpty() ? named : set.get(0);
        return nominal != null
                ? Determination.of(nominal)
                : Determination.unknown("the temperature of " + run + " is unknown: neither INCAR nor OSZICAR nor the"
                        + " name of a folder states it. Give --temperature, for example --temperature 500K");
    }

    @Nullable
    String rampNotice() {
        return ramp;
    }

    /** Verdict T5: the measured mean against the nominal temperature. */
    Verdict verdict() {
        Sourced<Double> nominal = stated != null ? stated : !set.isEmpty() ? set.get(0) : named;
        if (measuredWeight == 0 || nominal == null) {
            return verdict(
                    Status.NOT_APPLICABLE, null, "no file beside the trajectory states the measured temperature");
        }
        double meanK = measuredSumK / measuredWeight;
        double deviation = Math.abs(meanK - nominal.value()) / nominal.value();
        return verdict(
                deviation <= NAME_TOLERANCE ? Status.PASS : Status.WARN,
                deviation,
                String.format(
                        Locale.ROOT,
                        "measured mean %.1f K, nominal %.1f K (%s)",
                        meanK,
                        nominal.value(),
                        nominal.source()));
    }

    private static Verdict verdict(Status status, @Nullable Double value, String message) {
        return new Verdict("T5", "mean temperature", status, value, "within 2 % of nominal", message);
    }

    private static boolean agree(double a, double b) {
        return Math.abs(a - b) <= NAME_TOLERANCE * Math.max(a, b);
    }
}
