package org.percolith.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Threads and progress: options that cannot change a result. */
public final class ExecutionOptions {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Default: SLURM_CPUS_PER_TASK, else the processors there are")
    private @Nullable Integer threads;

    @Option(names = "--dry-run", description = "show the runs that were found and how they are joined; compute nothing")
    private boolean dryRun;

    /** Whether only to show what would be done. */
    public boolean dryRun() {
        return dryRun;
    }

    @Option(names = "--quiet", description = "no progress and no notices on standard error")
    private boolean quiet;

    @Option(names = "--no-progress", description = "no progress on standard error")
    private boolean noProgress;

    @Option(names = "--no-color", description = "no colour on a terminal; the same as NO_COLOR=1")
    private boolean noColor;

    /** Number of worker threads, at least 1. */
    public int threads() {
        if (threads != null) {
            return Math.max(1, threads);
        }
        String slurm = System.getenv("SLURM_CPUS_PER_TASK");
        return slurm != null && slurm.matches("[1-9][0-9]{0,4}")
                ? Integer.parseInt(slurm)
                : Runtime.getRuntime().availableProcessors();
    }

    public boolean quiet() {
        return quiet;
    }

    /** Colour is for a terminal only; the launcher says whether standard output is one. */
    public boolean colour() {
        String refused = System.getenv("NO_COLOR");
        return !noColor && (refused == null || refused.isEmpty()) && Boolean.getBoolean("percolith.terminal.out");
    }

    /** Progress is drawn on a terminal only; the launcher says whether standard error is one. */
    public boolean showProgress() {
        return !quiet && !noProgress && Boolean.getBoolean("percolith.terminal");
    }
}
