package org.percolith.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.percolith.trajectory.run.RunFiles;

/**
 * The SHA-256 of what a result depends on: the version, the settings with the files they name, the trajectory files, and
 * what lies beside these and may state time step, temperature, elements or cell.
 */
public final class InputKey {

    private static final Pattern COMPANION = Pattern.compile(
            "(INCAR|OSZICAR|POSCAR|CONTCAR|OUTCAR|vasprun\\.xml|log\\..*|in\\..*|.*\\.(inp|in|lmp|log|gro|pdb|data|XV|param|cell))"
                    + "(\\.(gz|bz2|xz|zst))?");

    private final MessageDigest digest;

    private InputKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String of(String version, List<String> settings, RunFiles run) {
        InputKey key = new InputKey();
        key.add(version);
        for (String word : settings) {
            key.add(word);
            if (Files.isRegularFile(Path.of(word))) {
                key.addFile(Path.of(word));
            }
        }
        key.add(run.label() + " " + run.temperatureK() + " " + run.frameIntervalFs());
        Set<Path> companions = new TreeSet<>();
        for (Path segment : run.segments()) {
            key.add(segment.toString());
            key.addFile(segment);
            companions.addAll(beside(segment));
        }
        companions.removeAll(run.segments());
        companions.forEach(companion -> {
            key.add(companion.getFileName().toString());
            key.addFile(companion);
        });
        return HexFormat.of().formatHex(key.digest.digest());
    }

    private static List<Path> beside(Path segment) {
        Path folder = segment.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            COMPANION.matcher(entry.getFileName().toString()).matches() && Files.isRegularFile(entry))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** With a byte that no text holds behind it, so that "ab", "c" is not "a", "bc". */
    private void add(String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff);
    }

    private void addFile(Path file) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
