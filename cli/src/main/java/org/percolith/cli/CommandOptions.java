package org.percolith.cli;

import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.ExecutionOptions;
import org.percolith.cli.option.InputOptions;
import org.percolith.cli.option.OutputOptions;
import picocli.CommandLine.ArgGroup;

/** The options of every command that computes. */
final class CommandOptions {

    @ArgGroup(exclusive = false, validate = false, heading = "%nInput:%n")
    private InputOptions input = new InputOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nAnalysis:%n")
    private AnalysisOptions analysis = new AnalysisOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nExecution:%n")
    private ExecutionOptions execution = new ExecutionOptions();

    InputOptions input() {
        return input;
    }

    AnalysisOptions analysis() {
        return analysis;
    }

    OutputOptions output() {
        return output;
    }

    ExecutionOptions execution() {
        return execution;
    }
}
