package org.percolith.trajectory.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Damage;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunOptions;
import org.percolith.trajectory.run.RunReader;

/**
 * Damages the real files of a folder, and the files beside them, for a while, and reads what comes out. A reading may end
 * with frames or with a {@link TrajectoryException}; anything else is a defect, of which the file is kept.
 *
 * <pre>
 * java -Xmx512m -cp ... org.percolith.trajectory.benchmark.FormatFuzzer FOLDER SECONDS [SEED]
 * </pre>
 */
public final class FormatFuzzer {

    private static final int LONGEST_FILE = 400_000;
    private static final int LONGEST_COMPANION = 100_000;
    private static final int SECONDS_TO_HANG = 10;
    private static final int RUN_ONCE_IN = 4;

    private final TrajectoryFiles files = new TrajectoryFiles();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> perFormat = new TreeMap<>();
    private final Path scratch;
    private final Random random;
    private ExecutorService reader = Executors.newSingleThreadExecutor();

    private FormatFuzzer(Path scratch, Random random) {
        this.scratch = scratch;
        this.random = random;
    }

    /** A trajectory, its format and how many atoms it has, for the structure that some formats need. */
    private record Sample(Path file, String format, int atoms, byte[] bytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path scratch = Files.createTempDirectory("percolith-fuzz-");
        FormatFuzzer fuzzer = new FormatFuzzer(scratch, new Random(seed));
        List<Sample> samples = fuzzer.samples(folder);
        System.out.println(samples.size() + " files of " + folder + ", seed " + seed);
        while (System.nanoTime() < end) {
            fuzzer.once(samples.get(fuzzer.random.nextInt(samples.size())));
        }
        System.out.println(fuzzer.perFormat);
        System.out.println(fuzzer.outcomes);
        fuzzer.reader.shutdownNow();
        System.exit(0);
    }

    private List<Sample> samples(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Sample> samples = new ArrayList<>();
        for (Path file : all) {
            String format = files.recognise(file).map(found -> found.name()).orElse("");
            if (!format.isEmpty()) {
                samples.add(new Sample(file, format, atoms(file), start(file)));
            }
        }
        return samples;
    }

    private int atoms(Path file) {
        try (TrajectoryReader opened = files.open(file)) {
            return opened.atoms().size();
        } catch (IOException | TrajectoryException e) {
            String message = String.valueOf(e.getMessage()).replaceAll(".* with (\\d+) atoms .*", "$1");
            return message.matches("\\d{1,5}") ? Integer.parseInt(message) : 1;
        }
    }

    /** Compressed bytes now and then are damaged as they are; else the start of the text. */
    private byte[] start(Path file) throws IOException {
        try (InputStream in =
                random.nextInt(5) == 0 ? Files.newInputStream(file) : TrajectoryFiles.decompressed(file)) {
            return in.readNBytes(LONGEST_FILE);
        } catch (IOException e) {
            return Files.readAllBytes(file);
        }
    }

    private void once(Sample sample) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "run");
        try {
            List<Path> companions = copyCompanions(sample.file(), folder);
            Path file = folder.resolve(sample.file().getFileName().toString().replaceAll("\\.(gz|bz2|xz|zst)$", ""));
            Damage damage = new Damage(random);
            boolean beside = !companions.isEmpty() && random.nextInt(4) == 0;
            Files.write(file, beside ? sample.bytes() : damage.to(sample.bytes()));
            if (beside) {
                Path companion = companions.get(random.nextInt(companions.size()));
                byte[] whole = Files.readAllBytes(companion);
                Files.write(companion, whole.length == 0 ? whole : damage.to(whole));
            }
            String outcome = outcome(sample, file);
            outcomes.merge(outcome, 1, Integer::sum);
            perFormat.merge(sample.format(), 1, Integer::sum);
            if (outcome.startsWith("DEFECT")) {
                keep(folder, sample, outcome);
            }
        } finally {
            delete(folder);
        }
    }

    private static List<Path> copyCompanions(Path file, Path folder) throws IOException {
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
            for (Path sibling : siblings.filter(Files::isRegularFile).toList()) {
                String name = sibling.getFileName().toString();
                boolean companion = name.matches(
                        "(?i).*(\\.(cell|ener|cel|evp|in|inp|data|lmp)(\\.gz)?|POSCAR.*|CONTCAR.*|INCAR.*|OSZICAR|log.*)");
                if (companion && Files.size(sibling) < LONGEST_COMPANION) {
                    copies.add(Files.write(folder.resolve(name), Files.readAllBytes(sibling)));
                }
            }
        }
        return copies;
    }

    private String outcome(Sample sample, Path file) throws InterruptedException {
        boolean asRun = random.nextInt(RUN_ONCE_IN) == 0;
        Structure given = new Structure(Cell.cubic(20), new Atoms(Collections.nCopies(sample.atoms(), "Li")));
        StructureHints hints = new StructureHints(
                random.nextBoolean() ? Map.of(1, "Li", 2, "S") : Map.of(), random.nextBoolean() ? given : null);
        Future<String> reading = reader.submit(() -> asRun ? readRun(file, hints) : readFrames(file, hints));
        try {
            return reading.get(SECONDS_TO_HANG, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            reader.shutdownNow();
            reader = Executors.newSingleThreadExecutor();
            return "DEFECT hang in " + sample.format();
        } catch (ExecutionException e) {
            return "DEFECT " + sample.format() + " " + describe(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String at = Arrays.stream(trace)
                .filter(element -> element.getClassName().startsWith("org.percolith"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
        return failure + " at " + (trace.length > 0 ? trace[0] : "") + " from " + at;
    }

    private String readFrames(Path file, StructureHints hints) throws IOException {
        try (TrajectoryReader opened = files.open(file, hints)) {
            Frame frame = new Frame(opened.atoms().size());
            long frames = 0;
            while (opened.next(frame)) {
                frames++;
                if (!Arrays.stream(frame.fractional()).allMatch(Double::isFinite)) {
                    return "DEFECT a position that is no number";
                }
            }
            opened.meanTemperatureK();
            opened.frameIntervalFs();
            if (opened.truncated() && opened.notices().isEmpty()) {
                return "DEFECT truncated without a notice";
            }
            return frames == 0 ? "no frame, told" : opened.truncated() ? "frames, then told" : "frames";
        } catch (TrajectoryException e) {
            return String.valueOf(e.getMessage()).isBlank() ? "DEFECT a refusal without a message" : "refused";
        }
    }

    private String readRun(Path file, StructureHints hints) {
        RunOptions options = RunOptions.defaults().with(100.0, 600.0).withStructureHints(hints);
        try {
            for (RunFiles run : new RunDiscovery(files).discover(List.of(file.toString()))) {
                new RunReader(files, options).read(run, ReadProgress.none()).close();
            }
            return "run";
        } catch (TrajectoryException e) {
            return "run refused";
        }
    }

    private static void keep(Path folder, Sample sample, String outcome) throws IOException {
        Path kept = Files.createTempDirectory("percolith-fuzz-kept-");
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Files.copy(entry, kept.resolve(entry.getFileName()));
            }
        }
        System.out.println(sample.file().getFileName() + ": " + outcome + ", kept in " + kept);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Files.delete(entry);
            }
        }
        Files.delete(folder);
    }
}
