package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.percolith.cli.result.ComparedMeasurement;
import org.percolith.cli.table.Measurement;
import org.percolith.cli.table.Measurement.Kind;

/** Measured values beside computed ones, for {@code summary.json} and for the terminal. */
public final class ExperimentReport {

    /** Beyond so many standard errors a computed and a measured value disagree. */
    private static final double AGREE = 2;

    private ExperimentReport() {}

    /** One object a measured value. */
    public static ArrayNode json(List<ComparedMeasurement> compared) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ComparedMeasurement one : compared) {
            Measurement measured = one.measured();
            ObjectNode node = array.addObject()
                    .put("quantity", measured.kind().words())
                    .put("unit", measured.kind().unit())
                    .put("temperature_K", measured.temperatureK())
                    .put("value", measured.value())
                    .put("error", measured.std())
                    .put("method", measured.method());
            node.set("computed", EstimateJson.of(one.computed()));
            EstimateJson.putNumber(node, "z", one.z().isPresent() ? one.z().getAsDouble() : null);
            node.put("basis", one.basis());
        }
        return array;
    }

    /** One entry a measured value. */
    public static ReportBlock text(List<ComparedMeasurement> compared) {
        ReportBlock block = new ReportBlock();
        block.line("Beside experiment").blank();
        compared.forEach(one -> block.entry(
                title(one.measured()),
                measured(one.measured()) + "; computed "
                        + NumberText.of(
                                one.computed(),
                                one.measured().kind() == Kind.T1_MINIMUM
                                        ? "K"
                                        : one.measured().kind().unit())
                        + agreement(one) + "   (" + one.basis() + ")"));
        return block;
    }

    private static String title(Measurement measured) {
        return measured.kind().words() + String.format(Locale.ROOT, " at %.0f K", measured.temperatureK());
    }

    private static String measured(Measurement measured) {
        String method = measured.method().isEmpty() ? "measured" : measured.method();
        if (measured.kind() == Kind.T1_MINIMUM) {
            return String.format(Locale.ROOT, "%s, %.4g MHz", method, measured.value());
        }
        String error = measured.std() > 0 ? " ± " + NumberText.general(measured.std()) : "";
        return method + " " + NumberText.general(measured.value()) + error + " "
                + measured.kind().unit();
    }

    private static String agreement(ComparedMeasurement one) {
        if (one.z().isEmpty()) {
            return "";
        }
        double z = one.z().getAsDouble();
        return String.format(
                Locale.ROOT,
                "; z = %+.1f, %s",
                z,
                Math.abs(z) <= AGREE ? "they agree" : z > 0 ? "too high" : "too low");
    }
}
