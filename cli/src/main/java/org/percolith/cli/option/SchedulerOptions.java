package org.percolith.cli.option;

import java.util.List;
import org.percolith.cli.batch.Scheduler;
import picocli.CommandLine.Option;

/** The batch system, and what each job asks of it. */
public final class SchedulerOptions {

    private static final int MIB_SHIFT = 20;

    @Option(
            names = "--scheduler",
            paramLabel = "slurm|pbs|lsf",
            description = "batch system. Default: ${DEFAULT-VALUE}")
    private Scheduler scheduler = Scheduler.slurm;

    @Option(names = "--cpus", paramLabel = "N", description = "processors of each job. Default: ${DEFAULT-VALUE}")
    private int cpus = 2;

    @Option(
            names = "--job-memory",
            paramLabel = "4g",
            converter = MemoryConverter.class,
            description = "memory of each job. Default: 4g")
    private long memoryBytes = 4L << 30;

    @Option(names = "--walltime", paramLabel = "01:00:00", description = "time of each job. Default: ${DEFAULT-VALUE}")
    private String walltime = "01:00:00";

    @Option(
            names = "--directive",
            paramLabel = "LINE",
            description = "a line that your cluster wants, for example --partition=short; may be given again")
    private List<String> directives = List.of();

    public Scheduler scheduler() {
        return scheduler;
    }

    public Scheduler.Resources resources() {
        return new Scheduler.Resources(cpus, memoryBytes >> MIB_SHIFT, walltime, directives);
    }
}
