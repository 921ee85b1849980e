package org.percolith.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.cli.report.SummaryJson;
import org.percolith.msd.SamplingLaw;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.quantity.Estimate;

/** The runs of an earlier {@code summary.json} as points of a sweep. */
final class SummaryPoints {

    private SummaryPoints() {}

    static List<SweepPoint> read(Path file) {
        JsonNode root = parse(file);
        if (!root.path("schema").asText().equals(SummaryJson.SCHEMA)) {
            throw new TrajectoryException(file + " is no result of Percolith: its schema is '"
                    + root.path("schema").asText() + "', expected " + SummaryJson.SCHEMA);
        }
        List<SweepPoint> points = new ArrayList<>();
        for (JsonNode run : root.path("runs")) {
            points.add(point(file, run));
        }
        return points;
    }

    private static SweepPoint point(Path file, JsonNode run) {
        String label = run.path("label").asText();
        double temperatureK = run.path("temperature_K").path("value").asDouble();
        if (!(temperatureK > 0)) {
            throw new TrajectoryException(file + ": run " + label + " has no temperature");
        }
        return new SweepPoint(
                label,
                temperatureK,
                estimate(run.path("diffusivity").path("tracer_cm2_s")),
                optional(run.path("diffusivity").path("tracer_degrees_of_freedom")),
                optional(run.path("conductivity").path("per_diffusivity_mS_cm_per_cm2_s")),
                passesFitVerdicts(run),
                law(run.path("sampling_law")));
    }

    private static Optional<SamplingLaw> law(JsonNode node) {
        return node.isObject()
                ? Optional.of(new SamplingLaw(
                        node.path("estimate_cm2_s").asDouble(),
                        node.path("per_hop_cm2_s").asDouble(),
                        node.path("relative_variance").asDouble()))
                : Optional.empty();
    }

    private static Estimate estimate(JsonNode node) {
        if (node.has("value")) {
            return new Estimate.Measured(
                    node.path("value").asDouble(),
                    node.path("std").asDouble(),
                    node.path("interval95").path(0).asDouble(),
                    node.path("interval95").path(1).asDouble());
        }
        return node.has("upper95")
                ? new Estimate.UpperBound(
                        node.path("upper95").asDouble(), node.path("reason").asText())
                : Estimate.withheld(node.path("withheld").asText("no diffusivity in the summary"));
    }

    private static OptionalDouble optional(JsonNode node) {
        return node.isNumber() && node.asDouble() > 0 ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    private static boolean passesFitVerdicts(JsonNode run) {
        for (JsonNode verdict : run.path("verdicts")) {
            if (verdict.path("id").asText().startsWith("M")
                    && verdict.path("status").asText().equals("fail")) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode parse(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new TrajectoryException("there is no file " + file, e);
        } catch (JsonProcessingException e) {
            throw new TrajectoryException(file + " is no valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
