package org.percolith.cli;

import java.io.PrintWriter;
import org.percolith.cli.option.ExecutionOptions;

/** Where a command speaks: results to standard output, notices to standard error. */
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final ExecutionOptions execution;

    Terminal(PrintWriter out, PrintWriter err, ExecutionOptions execution) {
        this.out = out;
        this.err = err;
        this.execution = execution;
    }

    /** A report for people, coloured where it is shown on a terminal. */
    void report(String text) {
        result(execution.colour() ? Highlight.of(text) : text);
    }

    void result(String text) {
        out.print(text);
        out.flush();
    }

    /** A line on standard error, unless the user asked for quiet. */
    void notice(String line) {
        if (!execution.quiet()) {
            err.println("percolith: " + line);
            err.flush();
        }
    }
}
