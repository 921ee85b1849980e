package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.percolith.cli.batch.BatchFolder;
import org.percolith.cli.batch.BatchTask;
import org.percolith.cli.batch.Scheduler;
import org.percolith.cli.batch.ScriptPlaces;

/** The scripts of a batch, and their submission. */
final class BatchSubmission {

    /** Slurm as it comes takes arrays up to 1000; with more runs a job does several. */
    private static final int LARGEST_ARRAY = 1000;

    private final BatchFolder folder;
    private final Scheduler scheduler;
    private final Scheduler.Resources resources;
    private final List<List<Integer>> jobs;
    private final int number;

    BatchSubmission(BatchFolder folder, Scheduler scheduler, Scheduler.Resources resources, List<BatchTask> tasks) {
        this.folder = folder;
        this.scheduler = scheduler;
        this.resources = resources;
        jobs = jobs(tasks);
        number = nextNumber(folder.place());
    }

    private static List<List<Integer>> jobs(List<BatchTask> tasks) {
        int each = Math.max(1, (tasks.size() + LARGEST_ARRAY - 1) / LARGEST_ARRAY);
        List<List<Integer>> jobs = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k += each) {
            jobs.add(tasks.subList(k, Math.min(tasks.size(), k + each)).stream()
                    .map(BatchTask::number)
                    .toList());
        }
        return jobs;
    }

    /** A list that jobs of an earlier submission still read is never changed. */
    private static int nextNumber(Path place) {
        int number = 1;
        while (Files.exists(place.resolve("scripts/tasks-" + number + ".txt"))) {
            number++;
        }
        return number;
    }

    String arrayScript() {
        return scheduler.arrayScript(jobs.size(), resources, places());
    }

    String mergeScript() {
        return scheduler.mergeScript(resources, places());
    }

    private ScriptPlaces places() {
        return new ScriptPlaces(
                program(),
                Path.of("").toAbsolutePath().toString(),
                folder.place().toString(),
                folder.place().resolve("scripts/tasks-" + number + ".txt").toString(),
                folder.place().resolve("logs").toString());
    }

    /** The launcher that started this program; without one, what the PATH finds. */
    private static String program() {
        String home = System.getenv("PERCOLITH_HOME");
        if (home == null) {
            return "percolith";
        }
        return List.of("percolith", "bin/percolith").stream()
                .map(name -> Path.of(home).resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("percolith");
    }

    /** Writes the scripts and hands them to the batch system; what it answered is returned. */
    String submit() {
        folder.write(
                "scripts/tasks-" + number + ".txt",
                jobs.stream()
                        .map(job -> job.stream().map(String::valueOf).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", "", "\n")));
        Path array = folder.write("scripts/array-" + number + ".sh", arrayScript());
        Path merge = folder.write("scripts/merge-" + number + ".sh", mergeScript());
        try {
            Files.createDirectories(folder.place().resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder.place().resolve("logs"), e);
        }
        String job = scheduler.jobOf(call(scheduler.submit(array.toString())));
        String after = scheduler.jobOf(call(scheduler.submitAfter(job, merge.toString())));
        return "submitted " + jobs.size() + " jobs as " + job + ", and the merge as " + after;
    }

    private String call(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new UsageException(scheduler.program() + " refused (exit " + exitCode + "): " + answer.strip());
            }
            return answer;
        } catch (IOException e) {
            throw new UsageException("there is no " + scheduler.program() + " here: " + e.getMessage()
                    + ". Call from a machine that submits jobs, choose another --scheduler, run here with --local, or see"
                    + " the scripts with --print");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted while " + scheduler.program() + " was at work");
        }
    }
}
