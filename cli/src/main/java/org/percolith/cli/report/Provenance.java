package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.percolith.trajectory.run.Segment;

/**
 * Where a result came from. Options that cannot change a result (threads, memory, output, progress) are left out of the
 * recorded command, so that the same analysis gives the same record.
 *
 * @param started the only entry that differs between two equal calls
 */
public record Provenance(String version, List<String> command, Instant started, ObjectNode settings) {

    private static final Set<String> WITHOUT_EFFECT_WITH_VALUE = Set.of("--threads", "--memory", "--out", "--format");
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("--force", "--strict", "--quiet", "--no-progress", "--no-color");
    private static final int BUFFER_BYTES = 1 << 16;

    /** The arguments that determine the result. */
    public static List<String> effective(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k++) {
            String argument = arguments.get(k);
            String name = argument.split("=", 2)[0];
            if (WITHOUT_EFFECT_WITH_VALUE.contains(name)) {
                k += argument.contains("=") ? 0 : 1;
            } else if (!WITHOUT_EFFECT.contains(name)) {
                kept.add(argument);
            }
        }
        return kept;
    }

    /** The provenance object of {@code summary.json}. */
    public ObjectNode json(List<Segment> inputs, List<Path> otherInputs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", version);
        ArrayNode words = node.putArray("command");
        command.forEach(words::add);
        node.put("started", started.toString());
        node.set("settings", settings);
        ArrayNode files = node.putArray("inputs");
        for (Segment segment : inputs) {
            putFile(files.addObject(), segment.path())
                    .put("format", segment.format())
                    .put("frames", segment.frames());
        }
        otherInputs.forEach(path -> putFile(files.addObject(), path));
        return node;
    }

    private static ObjectNode putFile(ObjectNode node, Path file) {
        try {
            return node.put("path", file.toString())
                    .put("bytes", Files.size(file))
                    .put("sha256", sha256(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            int read;
            while ((read = in.read(buffer)) > 0) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
