package org.percolith.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One call of the command line, in this JVM. */
record Called(int exitCode, String out, String err) {

    static Called percolith(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int k = 0; k < words.length; k++) {
            words[k] = String.valueOf(arguments[k]);
        }
        int exitCode = Main.execute(new PrintWriter(out), new PrintWriter(err), words);
        return new Called(exitCode, out.toString(), err.toString());
    }

    static Path projectRoot() {
        return Path.of(System.getProperty("percolith.root", ".."));
    }

    /** The sweep that ships with the project. */
    static Path glassSweep() {
        return projectRoot().resolve("fixtures/glass-sweep");
    }

    /** Data beside the project, not part of it. */
    static Path sharedData() {
        return projectRoot().resolve("../shared/data");
    }

    static JsonNode summary(Path folder) {
        try {
            return new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException("no readable summary.json in " + folder, e);
        }
    }
}
