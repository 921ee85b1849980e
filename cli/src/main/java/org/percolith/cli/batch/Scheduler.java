package org.percolith.cli.batch;

import java.util.List;
import java.util.Locale;

/** Batch systems: how each is told of an array of jobs, and of one that runs after it. */
public enum Scheduler {
    slurm("#SBATCH", "SLURM_ARRAY_TASK_ID") {
        @Override
        List<String> arrayLines(int jobs, Resources needed, String logs) {
            return List.of(
                    "--job-name=percolith",
                    "--array=1-" + jobs,
                    "--cpus-per-task=" + needed.cpus(),
                    "--mem=" + needed.memoryMib() + "M",
                    "--time=" + needed.clock(),
                    "--output=" + logs + "/%a.log");
        }

        @Override
        List<String> singleLines(Resources needed, String logs) {
            return List.of(
                    "--job-name=percolith-merge",
                    "--cpus-per-task=1",
                    "--mem=" + needed.memoryMib() + "M",
                    "--time=" + needed.clock(),
                    "--output=" + logs + "/merge.log");
        }

        @Override
        public List<String> submit(String script) {
            return List.of("sbatch", "--parsable", script);
        }

        /** After any end, so that the table also says which runs failed. */
        @Override
        public List<String> submitAfter(String job, String script) {
            return List.of("sbatch", "--parsable", "--dependency=afterany:" + job, script);
        }

        @Override
        public String jobOf(String answer) {
            return answer.strip().split(";", 2)[0];
        }
    },
    pbs("#PBS", "PBS_ARRAY_INDEX:-${PBS_ARRAYID:-}") {
        @Override
        List<String> arrayLines(int jobs, Resources needed, String logs) {
            return List.of(
                    "-N percolith",
                    "-J 1-" + jobs,
                    "-l select=1:ncpus=" + needed.cpus() + ":mem=" + needed.memoryMib() + "mb",
                    "-l walltime=" + needed.clock(),
                    "-j oe",
                    "-o " + logs + "/");
        }

        @Override
        List<String> singleLines(Resources needed, String logs) {
            return List.of(
                    "-N percolith-merge",
                    "-l select=1:ncpus=1:mem=" + needed.memoryMib() + "mb",
                    "-l walltime=" + needed.clock(),
                    "-j oe",
                    "-o " + logs + "/");
        }

        @Override
        public List<String> submit(String script) {
            return List.of("qsub", script);
        }

        @Override
        public List<String> submitAfter(String job, String script) {
            return List.of("qsub", "-W", "depend=afterany:" + job, script);
        }

        @Override
        public String jobOf(String answer) {
            return answer.strip();
        }
    },
    lsf("#BSUB", "LSB_JOBINDEX") {
        @Override
        List<String> arrayLines(int jobs, Resources needed, String logs) {
            return List.of(
                    "-J \"percolith[1-" + jobs + "]\"",
                    "-n " + needed.cpus(),
                    "-R \"span[hosts=1]\"",
                    "-M " + needed.memoryMib() + "MB",
                    "-W " + needed.clock().substring(0, needed.clock().lastIndexOf(':')),
                    "-o " + logs + "/%I.log");
        }

        @Override
        List<String> singleLines(Resources needed, String logs) {
            return List.of(
                    "-J percolith-merge",
                    "-n 1",
                    "-M " + needed.memoryMib() + "MB",
                    "-W " + needed.clock().substring(0, needed.clock().lastIndexOf(':')),
                    "-o " + logs + "/merge.log");
        }

        @Override
        public List<String> submit(String script) {
            return List.of("sh", "-c", "exec bsub <\"$0\"", script);
        }

        @Override
        public List<String> submitAfter(String job, String script) {
            return List.of("sh", "-c", "exec bsub -w \"ended($1)\" <\"$0\"", script, job);
        }

        @Override
        public String jobOf(String answer) {
            return answer.replaceAll("(?s)^.*?<(\\d+)>.*$", "$1");
        }
    };

    private final String directive;
    private final String indexVariable;

    Scheduler(String directive, String indexVariable) {
        this.directive = directive;
        this.indexVariable = indexVariable;
    }

    /**
     * What a job may use.
     *
     * @param clock hours:minutes:seconds
     * @param further directives of the site, as it writes them: {@code --partition=short}
     */
    public record Resources(int cpus, long memoryMib, String clock, List<String> further) {
        public Resources {
            further = List.copyOf(further);
        }
    }

    abstract List<String> arrayLines(int jobs, Resources needed, String logs);

    abstract List<String> singleLines(Resources needed, String logs);

    /** The call that submits a script. */
    public abstract List<String> submit(String script);

    /** The call that submits a script to run once all of an earlier job has ended. */
    public abstract List<String> submitAfter(String job, String script);

    /** The job's name in what the call that submitted it printed. */
    public abstract String jobOf(String answer);

    /** The program that has to be there. */
    public String program() {
        return switch (this) {
            case slurm -> "sbatch";
            case pbs -> "qsub";
            case lsf -> "bsub";
        };
    }

    /** The array: job k does the tasks in line k of {@code taskList}. */
    public String arrayScript(int jobs, Resources needed, ScriptPlaces places) {
        return head(arrayLines(jobs, needed, places.logs()), needed)
                + String.format(
                        Locale.ROOT,
                        """

                        cd %s
                        tasks=$(sed -n "${%s}p" %s)
                        exec %s batch %s --task "$tasks" --threads "${SLURM_CPUS_PER_TASK:-%d}" --no-color
                        """,
                        quoted(places.workingDirectory()),
                        indexVariable,
                        quoted(places.taskList()),
                        quoted(places.program()),
                        quoted(places.batch()),
                        needed.cpus());
    }

    /** The job that makes one table and one sweep of all results. */
    public String mergeScript(Resources needed, ScriptPlaces places) {
        return head(singleLines(needed, places.logs()), needed)
                + String.format(
                        Locale.ROOT,
                        """

                        cd %s
                        exec %s batch %s --merge --no-color
                        """,
                        quoted(places.workingDirectory()),
                        quoted(places.program()),
                        quoted(places.batch()));
    }

    private String head(List<String> own, Resources needed) {
        StringBuilder text = new StringBuilder("#!/bin/bash\n");
        own.forEach(line -> text.append(directive).append(' ').append(line).append('\n'));
        needed.further()
                .forEach(line -> text.append(directive).append(' ').append(line).append('\n'));
        return text.toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./+=:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
