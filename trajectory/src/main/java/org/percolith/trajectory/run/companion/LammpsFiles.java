package org.percolith.trajectory.run.companion;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.lammps.LammpsNames;
import org.percolith.trajectory.quantity.Sourced;

/**
 * The input scripts and logs beside a LAMMPS dump. Where some of them write a dump of this name, the others belong to other
 * runs (the melt, the quench) and do not count.
 */
public final class LammpsFiles {

    private static final long LONGEST_SCRIPT = 1L << 33;

    /** One script or log, read to its end. */
    private record Source(Path file, LammpsInput input, LammpsThermo thermo) {}

    private final List<Source> sources;

    private LammpsFiles(List<Source> sources) {
        this.sources = sources;
    }

    /** Reads what lies beside a dump. */
    public static LammpsFiles beside(Path dump) throws IOException {
        Path folder = dump.toAbsolutePath().normalize().getParent();
        List<Source> all = new ArrayList<>();
        if (folder != null) {
            try (Stream<Path> siblings = Files.list(folder)) {
                for (Path path : siblings.sorted().toList()) {
                    if (LammpsNames.isScriptOrLog(path.getFileName().toString())
                            && Files.isRegularFile(path)
                            && Files.size(path) < LONGEST_SCRIPT
                            && !path.getFileName().equals(dump.getFileName())) {
                        all.add(read(path, dump));
                    }
                }
            }
        }
        List<Source> ofDump =
                all.stream().filter(source -> source.input().writesDump()).toList();
        return new LammpsFiles(ofDump.isEmpty() ? all : ofDump);
    }

    /** A log may hold other runs before and after the one that wrote the dump; their temperatures do not count. */
    private static Source read(Path file, Path dump) throws IOException {
        String name = String.valueOf(dump.getFileName());
        LammpsInput input = new LammpsInput(name);
        LammpsThermo whole = new LammpsThermo();
        LammpsThermo whileDumped = new LammpsThermo();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(TrajectoryFiles.decompressed(file), StandardCharsets.ISO_8859_1))) {
            String line;
            while ((line = reader.readLine()) != null) {
                input.accept(line);
                whole.accept(line, true);
                whileDumped.accept(line, input.dumpIsOpen());
            }
        } catch (EOFException | ZipException e) {
            return new Source(file, input, input.writesDump() ? whileDumped : whole);
        }
        return new Source(file, input, input.writesDump() ? whileDumped : whole);
    }

    /** What the scripts and logs say about the dynamics. */
    public List<MdInput> inputs() {
        boolean told = sources.size() == 1
                || sources.stream().allMatch(source -> source.input().writesDump());
        return sources.stream()
                .flatMap(source -> source.input().said(VaspFiles.shown(source.file()), told).stream())
                .toList();
    }

    /** Mean temperatures by the logs, between the first and the last step of the dump. */
    public List<Sourced<Double>> measuredK(long firstStep, long lastStep) {
        List<Sourced<Double>> found = new ArrayList<>();
        for (Source source : sources) {
            OptionalDouble meanK = source.thermo().meanK(firstStep, lastStep);
            if (meanK.isPresent()) {
                found.add(new Sourced<>(
                        meanK.getAsDouble(),
                        "the thermodynamic output in " + source.file().getFileName()));
            }
        }
        return found;
    }
}
