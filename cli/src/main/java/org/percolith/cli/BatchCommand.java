package org.percolith.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.batch.BatchFolder;
import org.percolith.cli.batch.BatchPlan;
import org.percolith.cli.batch.BatchTask;
import org.percolith.cli.batch.InputKey;
import org.percolith.cli.batch.ResultTable;
import org.percolith.cli.option.SchedulerOptions;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith batch}. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "many runs: a job array with a merge, or --local; a second call does what is missing, failed or changed.",
            "Without --local or --print the jobs are submitted. Results: --out with tasks/, results.csv and sweep/. Exit codes:"
                    + " 0 all done or submitted, 2 wrong usage or no batch system, 3 a run failed (the others are done)."
        })
final class BatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "runs.csv, folders or files as for analyze; or the result folder of an earlier batch")
    private List<String> inputs = List.of();

    @ArgGroup(exclusive = true, heading = "%nWhat to do (submit, if none is given):%n")
    private Action action = new Action();

    @ArgGroup(exclusive = false, validate = false, heading = "%nBatch system:%n")
    private SchedulerOptions scheduler = new SchedulerOptions();

    @Option(names = "--jobs", paramLabel = "N", description = "runs side by side. Default: one for each thread")
    private @Nullable Integer jobs;

    @Option(
            names = "--verdict",
            split = ",",
            paramLabel = "publishable",
            description =
                    "rows that --table shows: publishable, diffusive, sub-diffusive, confined, undetermined, done,"
                            + " failed, missing, M7=fail")
    private List<String> verdicts = List.of();

    @Mixin
    private CommandOptions options = new CommandOptions();

    /** What a call does; submit where nothing is chosen. */
    static final class Action {
        @Option(names = "--local", description = "run here, some side by side, and merge")
        private boolean local;

        @Option(names = "--print", description = "show the scripts, and write and submit nothing")
        private boolean print;

        @Option(names = "--merge", description = "only merge what is done")
        private boolean merge;

        @Option(names = "--table", description = "show the table of results as CSV")
        private boolean table;

        @Option(names = "--task", split = ",", paramLabel = "N", description = "run these tasks, as the scripts do")
        private List<Integer> tasks = List.of();
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = ComputeCommand.terminal(spec, options);
        if (inputs.size() == 1 && BatchFolder.isBatch(Path.of(inputs.get(0)))) {
            BatchFolder folder = new BatchFolder(Path.of(inputs.get(0)));
            BatchPlan known = folder.plan();
            if (action.merge) {
                return new BatchMerge(folder, known, terminal).merge();
            }
            if (action.table) {
                terminal.result(ResultTable.of(folder, known).only(verdicts).csv());
                return ExitCode.DONE;
            }
            if (!action.tasks.isEmpty()) {
                return run(folder, known, chosen(known), terminal);
            }
            return carryOut(folder, renewed(known), terminal);
        }
        if (action.merge || action.table || !action.tasks.isEmpty()) {
            throw new UsageException(
                    "--merge, --table and --task take the result folder of a batch, which holds plan.json; found "
                            + String.join(" ", inputs));
        }
        return carryOut(new BatchFolder(place()), planned(), terminal);
    }

    /** An existing folder is gone on with if a batch left it, and refused if anything else did. */
    private Path place() {
        Path out = options.output().out();
        if (Files.exists(out) && !BatchFolder.isBatch(out)) {
            throw new UsageException(
                    out + " exists and is no batch (it holds no plan.json). Name another folder with --out");
        }
        return out;
    }

    private BatchPlan planned() {
        List<RunFiles> found =
                new RunDiscovery(new TrajectoryFiles(options.execution().threads())).discover(inputs);
        return planOf(found, TaskOptions.words(spec.commandLine().getParseResult()));
    }

    /** The same runs and settings with the checksums of today. */
    private static BatchPlan renewed(BatchPlan plan) {
        return planOf(plan.tasks().stream().map(BatchTask::run).toList(), plan.settings());
    }

    private static BatchPlan planOf(List<RunFiles> runs, List<String> settings) {
        List<BatchTask> tasks = new ArrayList<>();
        for (RunFiles run : runs) {
            tasks.add(new BatchTask(tasks.size() + 1, run, InputKey.of(Version.NUMBER, settings, run)));
        }
        return new BatchPlan(settings, tasks);
    }

    private int carryOut(BatchFolder folder, BatchPlan plan, Terminal terminal) throws InterruptedException {
        List<BatchTask> open = options.output().force() ? plan.tasks() : folder.open(plan);
        BatchSubmission submission = new BatchSubmission(folder, scheduler.scheduler(), scheduler.resources(), open);
        if (action.print) {
            terminal.result(submission.arrayScript() + "\n" + submission.mergeScript());
            return ExitCode.DONE;
        }
        if (options.execution().dryRun()) {
            terminal.result(BatchDryRun.text(plan, open, folder.place()));
            return ExitCode.DONE;
        }
        folder.write(plan);
        terminal.notice(
                plan.tasks().size() + " runs, " + (plan.tasks().size() - open.size()) + " of them already done");
        if (action.local) {
            run(folder, plan, open, terminal);
            return new BatchMerge(folder, plan, terminal).merge();
        }
        if (open.isEmpty()) {
            return new BatchMerge(folder, plan, terminal).merge();
        }
        terminal.result(submission.submit() + "; results will be in " + folder.place() + "\n");
        return ExitCode.DONE;
    }

    private List<BatchTask> chosen(BatchPlan plan) {
        try {
            return action.tasks.stream().map(plan::task).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private int run(BatchFolder folder, BatchPlan plan, List<BatchTask> tasks, Terminal terminal)
            throws InterruptedException {
        int threads = options.execution().threads();
        long memoryBytes = options.input().runOptions().memoryBytes();
        boolean sound =
                new BatchTasks(folder, plan, terminal, threads, memoryBytes).run(tasks, jobs == null ? threads : jobs);
        return sound ? ExitCode.DONE : ExitCode.UNUSABLE_INPUT;
    }
}
