package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryFormat;

/** What lies in a folder: its sub-folders and its trajectory files, in natural order. */
final class FolderScan {

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString(), new NaturalOrder());

    /** Names that a trajectory file may carry; the content decides in the end. */
    private static final List<String> NAME_PARTS = List.of(
            "xdatcar",
            "vasprun",
            "lammpstrj",
            ".dump",
            "dump.",
            ".lammps",
            "xyz",
            ".traj",
            ".h5",
            "outcar",
            ".pos",
            ".out",
            ".xtc",
            ".trr",
            ".dcd",
            ".nc",
            ".md",
            ".ani",
            ".ncdf");

    /** Of these names, those that nothing but a trajectory carries, so that an empty file is a missing one. */
    private static final Set<String> NAMES_OF_TRAJECTORIES_ONLY = Set.of("xdatcar", "vasprun", "lammpstrj");

    /** CP2K and i-PI write velocities and forces in the layout of positions. */
    private static final Pattern NOT_POSITIONS = Pattern.compile(".*[-._](vel|frc|for|mom)[-._].*");

    private final TrajectoryFiles files;

    FolderScan(TrajectoryFiles files) {
        this.files = files;
    }

    List<Path> foldersIn(Path folder) {
        return list(folder, path -> Files.isDirectory(path) && !isHidden(path));
    }

    /**
     * Trajectory files of the best format present. XDATCAR beside vasprun.xml is the same run twice: XDATCAR is taken,
     * since it is shorter. A bare name (XDATCAR beside XDATCAR.1, XDATCAR.2) is the newest and comes last. Empty files of
     * such names are among them, so that they are told.
     *
     * @throws TrajectoryException if they are beads of one path integral
     */
    List<Path> trajectoriesIn(Path folder) {
        List<Path> candidates =
                list(folder, path -> Files.isRegularFile(path) && !isHidden(path) && mayBeTrajectory(path));
        Map<Path, TrajectoryFormat> formats = new HashMap<>();
        candidates.forEach(path -> recognised(path).ifPresent(format -> formats.put(path, format)));
        for (TrajectoryFormat format : files.formats()) {
            List<Path> found = candidates.stream()
                    .filter(path -> format.equals(formats.get(path)))
                    .toList();
            if (!found.isEmpty()) {
                new PathIntegralBeads(files).refuse(folder, found);
                return bareNameLast(withEmptyOnes(found, candidates));
            }
        }
        return candidates.stream()
                .filter(path -> isEmpty(path) && NAMES_OF_TRAJECTORIES_ONLY.contains(namePart(path)))
                .toList();
    }

    /** With the empty files that are called like those found: a job that was killed before its first frame. */
    private static List<Path> withEmptyOnes(List<Path> found, List<Path> candidates) {
        Set<String> names = found.stream().map(FolderScan::namePart).collect(Collectors.toSet());
        return candidates.stream()
                .filter(path -> found.contains(path) || (isEmpty(path) && names.contains(namePart(path))))
                .toList();
    }

    private static String namePart(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return NAME_PARTS.stream().filter(name::contains).findFirst().orElse("");
    }

    /** True if a file holds nothing at all. */
    static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<Path> bareNameLast(List<Path> found) {
        Predicate<Path> bare = path -> found.size() > 1 && stem(path).equals("XDATCAR");
        return Stream.concat(
                        found.stream().filter(bare.negate()), found.stream().filter(bare))
                .toList();
    }

    private static String stem(Path path) {
        return path.getFileName().toString().replaceAll("\\.(gz|bz2|xz|zst)$", "");
    }

    private Optional<TrajectoryFormat> recognised(Path path) {
        try {
            return files.recognise(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static boolean mayBeTrajectory(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !namePart(path).isEmpty() && !NOT_POSITIONS.matcher(name).matches();
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static List<Path> list(Path folder, Predicate<Path> filter) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(filter).sorted(BY_NAME).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the folder " + folder, e);
        }
    }
}
