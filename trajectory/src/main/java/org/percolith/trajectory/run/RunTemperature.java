package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;
import org.percolith.trajectory.run.companion.MdInput;

/** The temperature of a run: stated by the user, else measured, else set in the input, else read off a name. */
final class RunTemperature {

    private static final double NAME_TOLERANCE = 0.02;
    private static final double RAMP_K = 1;
    private static final double LOWEST_K = 1;

    private final @Nullable Sourced<Double> stated;
    private final @Nullable Sourced<Double> named;
    private final List<Sourced<Double>> set = new ArrayList<>();
    private double measuredSumK;
    private double measuredWeight;
    private String measuredSource = "";
    private boolean sampled;
    private @Nullable String ramp;

    RunTemperature(RunFiles files, @Nullable Double option) {
        Sourced<Double> fromFiles = files.temperatureK();
        stated = option != null
                ? new Sourced<>(option, "--temperature")
                : files.temperatureIsExplicit() ? fromFiles : null;
        named = fromFiles;
    }

    /** What an input sets: the temperature, or its start and end. */
    void addInput(MdInput input) {
        OptionalDouble start = input.settings().startTemperatureK();
        if (start.isEmpty()) {
            return;
        }
        double end = input.settings().endTemperatureK().orElse(start.getAsDouble());
        if (Math.abs(end - start.getAsDouble()) > RAMP_K) {
            ramp = String.format(
                    Locale.ROOT,
                    "%s sets a temperature ramp from %.0f to %.0f K; D has no single temperature",
                    input.source(),
                    start.getAsDouble(),
                    end);
        }
        set.add(new Sourced<>((start.getAsDouble() + end) / 2, input.temperatureName() + " in " + input.source()));
    }

    /** A mean over all steps. Zero is what programs print where nothing moves (a trajectory that is only evaluated again). */
    void addMeasured(double meanK, double weight, String source) {
        if (meanK < LOWEST_K) {
            return;
        }
        measuredSumK += meanK * weight;
        measuredWeight += weight;
        measuredSource = source;
    }

    /** A mean over some of the steps: it checks the temperature that was set, which is known better where it agrees. */
    void addSampled(double meanK, double weight, String source) {
        addMeasured(meanK, weight, source);
        sampled = true;
    }

    /** The temperature; unknown if nothing states it, or if the input and the name contradict and nothing was measured. */
    Determination<Double> resolve(String run) {
        if (stated != null) {
            return Determination.of(stated);
        }
        String subject = "the temperature of " + run + " is";
        Optional<String> contradiction = contradiction();
        Sourced<Double> nominal = nominal();
        if (measuredWeight > 0) {
            double meanK = measuredSumK / measuredWeight;
            if (sampled && contradiction.isEmpty() && nominal != null && agree(meanK, nominal.value())) {
                return Determination.of(
                        new Sourced<>(nominal.value(), nominal.source() + ", confirmed by " + measuredSource));
            }
            return Determination.of(new Sourced<>(meanK, "measured, mean of " + measuredSource));
        }
        if (contradiction.isPresent()) {
            return Determination.unknown(
                    subject, "contradictory: " + contradiction.get() + ". Give the right one with --temperature");
        }
        return nominal != null
                ? Determination.of(nominal)
                : Determination.unknown(
                        subject,
                        "unknown: neither the input nor the output of the program beside the trajectory nor the name of a folder states it. Give"
                                + " --temperature, for example --temperature 500K");
    }

    /** What the user, the input or a name says that the temperature should be. */
    private @Nullable Sourced<Double> nominal() {
        return stated != null ? stated : !set.isEmpty() ? set.get(0) : named;
    }

    /** Two sources that set different temperatures, if there are such. */
    private Optional<String> contradiction() {
        List<Sourced<Double>> nominal = new ArrayList<>(set);
        Optional.ofNullable(named).ifPresent(nominal::add);
        return nominal.stream()
                .skip(1)
                .filter(other -> !agree(nominal.get(0).value(), other.value()))
                .findFirst()
                .map(other -> shown(nominal.get(0)) + ", but " + shown(other));
    }

    private static String shown(Sourced<Double> temperatureK) {
        return String.format(Locale.ROOT, "%.0f K by %s", temperatureK.value(), temperatureK.source());
    }

    /** A contradiction that does not matter, since the temperature was measured or stated; or null. */
    @Nullable
    String contradictionNotice() {
        return measuredWeight > 0 || stated != null
                ? contradiction()
                        .map(found -> "the inputs and names contradict each other on the temperature: " + found)
                        .orElse(null)
                : null;
    }

    @Nullable
    String rampNotice() {
        return ramp;
    }

    /** Verdict T5: the measured mean against the nominal temperature. */
    Verdict verdict() {
        Sourced<Double> nominal = nominal();
        if (measuredWeight == 0) {
            return verdict(
                    Status.NOT_APPLICABLE, null, "no file beside the trajectory states the measured temperature");
        }
        double meanK = measuredSumK / measuredWeight;
        if (nominal == null) {
            return verdict(
                    Status.NOT_APPLICABLE,
                    null,
                    String.format(Locale.ROOT, "measured mean %.1f K; nothing states the one that was set", meanK));
        }
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
