package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/** Estimates and verdicts in the form of {@code summary.json}. */
final class EstimateJson {

    private EstimateJson() {}

    /** {@code value, std, interval95}, or {@code upper95, reason}, or {@code withheld}. */
    static ObjectNode of(Estimate estimate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (estimate instanceof Estimate.Measured measured) {
            node.put("value", measured.value()).put("std", measured.std());
            node.putArray("interval95").add(measured.lower95()).add(measured.upper95());
        } else if (estimate instanceof Estimate.UpperBound bound) {
            node.put("upper95", bound.upper95()).put("reason", bound.reason());
        } else if (estimate instanceof Estimate.Withheld withheld) {
            node.put("withheld", withheld.reason());
        }
        return node;
    }

    static ArrayNode of(Collection<Verdict> verdicts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Verdict verdict : verdicts) {
            ObjectNode node = array.addObject();
            node.put("id", verdict.id())
                    .put("name", verdict.name())
                    .put("status", verdict.status().label().toLowerCase(Locale.ROOT));
            putNumber(node, "value", verdict.value());
            node.put("threshold", verdict.threshold()).put("message", verdict.message());
        }
        return array;
    }

    /** A number, or null where there is none or it is infinite. */
    static void putNumber(ObjectNode node, String name, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
