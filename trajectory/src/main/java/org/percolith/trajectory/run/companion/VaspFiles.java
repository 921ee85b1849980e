package org.percolith.trajectory.run.companion;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.vasp.OutcarTags;

/**
 * The files beside a trajectory that say how it was made: INCAR, OUTCAR, vasprun.xml and vaspout.h5 for the settings, OSZICAR for
 * the temperature of every step. They are looked for in the folder of the trajectory and, for INCAR, above it up to the
 * folder that the user named.
 */
public final class VaspFiles {

    private static final int OUTCAR_HEADER_LINES = 20_000;
    private static final Pattern OSZICAR_TEMPERATURE =
            Pattern.compile("\\bT=\\s*([0-9]+\\.?[0-9]*(?:[eE][-+]?[0-9]+)?)");

    private final TrajectoryFiles files;

    /** Reads them with {@code files}. */
    public VaspFiles(TrajectoryFiles files) {
        this.files = files;
    }

    /** What one OSZICAR holds: the sum of the temperatures of its MD steps, and their number. */
    public record Oszicar(double sumK, long steps) {
        /** Mean temperature, K. */
        public double meanK() {
            return sumK / steps;
        }
    }

    /** Settings of a segment, from every file beside it that states them. The list may be empty. */
    public List<MdInput> inputs(Path segment, Path runPath) throws IOException {
        List<MdInput> found = new ArrayList<>();
        Path folder = segment.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return found;
        }
        Optional<Path> incar = incarAbove(folder, runPath.toAbsolutePath().normalize());
        if (incar.isPresent()) {
            found.add(MdInput.ofVasp(Incar.parse(text(incar.get()), shown(incar.get()))));
        }
        for (String name : List.of("OUTCAR", "OUTCAR.gz")) {
            Path outcar = folder.resolve(name);
            if (Files.isRegularFile(outcar) && !outcar.getFileName().equals(segment.getFileName())) {
                found.add(MdInput.ofVasp(outcarSettings(outcar)));
            }
        }
        for (String name : List.of("vasprun.xml", "vasprun.xml.gz", "vaspout.h5")) {
            Path vasprun = folder.resolve(name);
            if (Files.isRegularFile(vasprun)
                    && Files.size(vasprun) > 0
                    && !vasprun.getFileName().equals(segment.getFileName())) {
                vasprunSettings(vasprun).map(MdInput::ofVasp).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Temperatures of every step, from the OSZICAR beside a segment. */
    public Optional<Oszicar> oszicar(Path segment) throws IOException {
        for (String name : List.of("OSZICAR", "OSZICAR.gz")) {
            Path oszicar = segment.toAbsolutePath().resolveSibling(name);
            if (Files.isRegularFile(oszicar)) {
                double sumK = 0;
                long steps = 0;
                for (String line : lines(oszicar, Integer.MAX_VALUE)) {
                    Matcher matcher = OSZICAR_TEMPERATURE.matcher(line);
                    if (matcher.find()) {
                        sumK += Double.parseDouble(matcher.group(1));
                        steps++;
                    }
                }
                return steps == 0 ? Optional.empty() : Optional.of(new Oszicar(sumK, steps));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> incarAbove(Path folder, Path runPath) {
        for (Path place = folder; place != null && place.startsWith(runPath); place = place.getParent()) {
            if (Files.isRegularFile(place.resolve("INCAR"))) {
                return Optional.of(place.resolve("INCAR"));
            }
        }
        Path beside = folder.resolve("INCAR");
        return Files.isRegularFile(beside) ? Optional.of(beside) : Optional.empty();
    }

    private Optional<MdSettings> vasprunSettings(Path vasprun) throws IOException {
        try (TrajectoryReader reader = files.open(vasprun)) {
            return Optional.of(new MdSettings(reader.settings().tags(), shown(vasprun)));
        } catch (UnsupportedFormatException e) {
            return Optional.empty();
        }
    }

    /** Tags of the parameter list near the top of OUTCAR: {@code POTIM = 2.0000 time-step for ionic-motion}. */
    private static MdSettings outcarSettings(Path outcar) throws IOException {
        Map<String, String> tags = new HashMap<>();
        for (String line : lines(outcar, OUTCAR_HEADER_LINES)) {
            OutcarTags.read(line, tags);
        }
        return new MdSettings(tags, shown(outcar));
    }

    /** At most {@code most} lines; a compressed stream that is cut or damaged ends them. */
    private static List<String> lines(Path file, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(TrajectoryFiles.decompressed(file), StandardCharsets.ISO_8859_1))) {
            String line;
            while (lines.size() < most && (line = reader.readLine()) != null) {
                lines.add(line);
            }
        } catch (EOFException | ZipException e) {
            return lines;
        }
        return lines;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** A file by its name and that of its folder. */
    static String shown(Path file) {
        Path parent = file.getParent();
        return parent == null || parent.getFileName() == null
                ? file.getFileName().toString()
                : parent.getFileName() + "/" + file.getFileName();
    }
}
