package org.percolith.trajectory.format.lammps;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.TrajectoryFiles;

/**
 * The head of a LAMMPS data file: how many atoms, and what its types weigh.
 *
 * @param elementOfType element of every type by its mass; empty if a mass is no element's
 */
record LammpsData(Path file, int atoms, Map<Integer, String> elementOfType) {

    private static final Pattern NAME = Pattern.compile("(?i)(.*\\.(data|lmp|lammps)|data\\..*)");
    private static final Pattern ATOMS = Pattern.compile("^\\s*(\\d{1,8})\\s+atoms\\b.*");
    private static final Pattern MASS =
            Pattern.compile("^\\s*(\\d{1,6})\\s+(\\d+\\.?\\d*(?:[eE][-+]?\\d+)?)\\s*(?:#.*)?$");
    private static final int HEAD_LINES = 400;

    /** The data file beside a dump that has as many atoms, or null. */
    static @Nullable LammpsData beside(Path dump, int atoms) throws IOException {
        Path folder = dump.toAbsolutePath().getParent();
        if (folder == null) {
            return null;
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<Path> candidates = siblings.filter(Files::isRegularFile)
                    .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            for (Path candidate : candidates) {
                Optional<LammpsData> data = read(candidate);
                if (data.isPresent() && data.get().atoms() == atoms) {
                    return data.get();
                }
            }
        }
        return null;
    }

    /** Reads the head of a data file; empty if it is none, or a compressed one that is cut or damaged. */
    static Optional<LammpsData> read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(TrajectoryFiles.decompressed(file), StandardCharsets.ISO_8859_1))) {
            return read(file, lines);
        } catch (EOFException | ZipException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read(Path)}, from a text that has been read. */
    static Optional<LammpsData> read(Path file, String text) throws IOException {
        return read(file, new BufferedReader(new StringReader(text)));
    }

    private static Optional<LammpsData> read(Path file, BufferedReader lines) throws IOException {
        int atoms = 0;
        boolean inMasses = false;
        Map<Integer, String> elements = new TreeMap<>();
        String line;
        for (int k = 0; k < HEAD_LINES && (line = lines.readLine()) != null; k++) {
            Matcher count = ATOMS.matcher(line);
            Matcher mass = MASS.matcher(line);
            if (count.matches()) {
                atoms = Integer.parseInt(count.group(1));
            } else if (line.strip().startsWith("Masses")) {
                inMasses = true;
            } else if (inMasses && mass.matches()) {
                Optional<String> element = ElementSymbols.ofMass(Double.parseDouble(mass.group(2)));
                if (element.isEmpty()) {
                    return Optional.of(new LammpsData(file, atoms, Map.of()));
                }
                elements.put(Integer.valueOf(mass.group(1)), element.get());
            } else if (inMasses && !line.isBlank()) {
                break;
            }
        }
        return atoms == 0 ? Optional.empty() : Optional.of(new LammpsData(file, atoms, elements));
    }
}
