package org.percolith.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The result file {@code summary.json}, schema {@value #SCHEMA}. */
public final class SummaryJson {

    public static final String SCHEMA = "percolith.summary/1";

    private SummaryJson() {}

    /** The parts that every result has. */
    public static ObjectNode of(ObjectNode provenance, ArrayNode runs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", SCHEMA);
        node.set("provenance", provenance);
        node.set("runs", runs);
        return node;
    }

    /** The text of the file: objects indented, arrays of numbers on one line. */
    public static String text(ObjectNode node) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }
}
