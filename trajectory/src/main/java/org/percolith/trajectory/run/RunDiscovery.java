package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Finds the runs that a user's paths mean. A folder with one temperature's segments is one run, joined in natural order;
 * a folder with several temperatures is a sweep; {@code 600:PATH} states a temperature; {@code runs.csv} overrides all.
 */
public final class RunDiscovery {

    private static final Pattern EXPLICIT_TEMPERATURE = Pattern.compile("(\\d+(?:\\.\\d+)?)K?:(.+)");
    private static final int DEEPEST = 6;

    private final FolderScan scan;

    public RunDiscovery(TrajectoryFiles files) {
        scan = new FolderScan(files);
    }

    /**
     * Runs in the order given, those of a folder in natural order.
     *
     * @throws TrajectoryException if a path does not exist, holds no trajectory, or is given twice
     */
    public List<RunFiles> discover(List<String> arguments) {
        List<RunFiles> runs = new ArrayList<>();
        for (String argument : arguments) {
            runs.addAll(discover(argument));
        }
        refuseRepeats(runs);
        return withDistinctLabels(runs);
    }

    private List<RunFiles> discover(String argument) {
        Matcher explicit = EXPLICIT_TEMPERATURE.matcher(argument);
        if (explicit.matches() && !Files.exists(Path.of(argument))) {
            double temperatureK = Double.parseDouble(explicit.group(1));
            return discoverPath(Path.of(explicit.group(2))).stream()
                    .map(run -> run.withTemperature(temperatureK, "given as " + argument))
                    .toList();
        }
        return discoverPath(Path.of(argument));
    }

    private List<RunFiles> discoverPath(Path path) {
        if (!Files.exists(path)) {
            throw new TrajectoryException("there is no file or folder " + path + ". "
                    + Spelling.nearest(path)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Check the spelling"));
        }
        if (RunManifest.isManifest(path)) {
            return RunManifest.read(path, this::discoverPath);
        }
        if (!Files.isDirectory(path)) {
            return List.of(run(path, path, List.of(path)));
        }
        if (Files.exists(path.resolve(RunManifest.FILE_NAME))) {
            return RunManifest.read(path.resolve(RunManifest.FILE_NAME), this::discoverPath);
        }
        List<RunFiles> runs = discoverFolder(path, 0);
        if (runs.isEmpty()) {
            throw new TrajectoryException("no trajectory in " + path + " or the folders in it. Files are"
                    + " recognised by content, plain or compressed; percolith formats lists what can be read");
        }
        return runs;
    }

    private List<RunFiles> discoverFolder(Path folder, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        List<Path> own = scan.trajectoriesIn(folder);
        Map<Path, List<RunFiles>> children = new LinkedHashMap<>();
        for (Path child : scan.foldersIn(folder)) {
            List<RunFiles> runs = discoverFolder(child, depth + 1);
            if (!runs.isEmpty()) {
                children.put(child, runs);
            }
        }
        List<RunFiles> ownRuns = groupByTemperature(folder, own);
        if (children.isEmpty()) {
            return ownRuns;
        }
        boolean segments = children.entrySet().stream().allMatch(RunDiscovery::isSegment);
        if (segments && ownRuns.size() <= 1) {
            List<Path> joined = new ArrayList<>();
            children.values().forEach(runs -> joined.addAll(runs.get(0).segments()));
            joined.addAll(own);
            return List.of(run(folder, folder, joined));
        }
        List<RunFiles> all = new ArrayList<>(ownRuns);
        children.values().forEach(all::addAll);
        return byTemperature(all);
    }

    /** A sweep in the order of its temperatures; anything else as it was found. */
    private static List<RunFiles> byTemperature(List<RunFiles> runs) {
        boolean sweep = runs.stream().allMatch(run -> run.temperatureK() != null);
        return sweep
                ? runs.stream()
                        .sorted(Comparator.comparingDouble(RunDiscovery::namedTemperatureK))
                        .toList()
                : runs;
    }

    private static double namedTemperatureK(RunFiles run) {
        Sourced<Double> temperatureK = run.temperatureK();
        return temperatureK == null ? 0 : temperatureK.value();
    }

    /** A child folder is a segment if it holds trajectories directly, of one run, and its name is no temperature. */
    private static boolean isSegment(Map.Entry<Path, List<RunFiles>> child) {
        List<RunFiles> runs = child.getValue();
        return runs.size() == 1
                && runs.get(0).segments().stream()
                        .allMatch(file -> child.getKey().equals(file.getParent()))
                && TemperatureName.in(child.getKey().getFileName().toString()).isEmpty();
    }

    /** Files of one folder that name different temperatures are runs of their own. */
    private static List<RunFiles> groupByTemperature(Path folder, List<Path> files) {
        Map<OptionalDouble, List<Path>> groups = new LinkedHashMap<>();
        for (Path file : files) {
            groups.computeIfAbsent(TemperatureName.in(file.getFileName().toString()), key -> new ArrayList<>())
                    .add(file);
        }
        if (groups.size() <= 1) {
            return files.isEmpty() ? List.of() : List.of(run(folder, files.size() == 1 ? files.get(0) : folder, files));
        }
        List<RunFiles> runs = new ArrayList<>();
        groups.values().forEach(group -> runs.add(run(group.get(0), group.get(0), group)));
        return runs;
    }

    private static RunFiles run(Path path, Path temperatureFrom, List<Path> segments) {
        return new RunFiles(label(path), path, segments, temperatureFromName(temperatureFrom), false, null);
    }

    private static String label(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path name = absolute.getFileName();
        return name == null ? absolute.toString() : name.toString();
    }

    /** The nearest name, from the file up to the third folder above it, that states a temperature. */
    private static @Nullable Sourced<Double> temperatureFromName(Path path) {
        Path place = path.toAbsolutePath().normalize();
        for (int level = 0; level < 4 && place != null && place.getFileName() != null; level++) {
            String name = place.getFileName().toString();
            OptionalDouble temperatureK = TemperatureName.in(name);
            if (temperatureK.isPresent()) {
                return new Sourced<>(temperatureK.getAsDouble(), "the name " + name);
            }
            place = place.getParent();
        }
        return null;
    }

    private static void refuseRepeats(List<RunFiles> runs) {
        Set<Path> seen = new HashSet<>();
        for (RunFiles run : runs) {
            for (Path file : run.segments()) {
                if (!seen.add(real(file))) {
                    throw new TrajectoryException(
                            file + " is given twice. Each file may be part of one run only: take it out once");
                }
            }
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot resolve " + file, e);
        }
    }

    /** Equal labels (run1 of two systems) are told apart by the folders above them. */
    private static List<RunFiles> withDistinctLabels(List<RunFiles> runs) {
        Set<String> labels = new HashSet<>();
        boolean distinct = runs.stream().map(RunFiles::label).allMatch(labels::add);
        return distinct
                ? runs
                : runs.stream().map(run -> run.withLabel(run.path().toString())).toList();
    }
}
