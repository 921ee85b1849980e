package org.percolith.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command {@code percolith}. */
@Command(
        name = "percolith",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Molecular-dynamics trajectories of ion conductors: diffusivity, its dimensionality, the percolating pathway,"
                    + " conductivity and activation energy, each with an interval and a verdict.",
            "The other tools give you a number; this one tells you whether you may use it."
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandSpec spec = CommandSpec.create();

    /** Without a subcommand, the short help is shown. */
    @Override
    public void run() {
        spec.commandLine().getOut().print(ShortHelp.of(spec.commandLine()));
    }

    /** Runs one command on given streams; the exit code is returned. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commands = new CommandLine(new Main());
        RunCommand.addTo(commands);
        commands.addSubcommand(new InspectCommand());
        commands.addSubcommand(new SweepCommand());
        commands.addSubcommand(new CompareCommand());
        commands.addSubcommand(new ConvertCommand());
        commands.addSubcommand(new BatchCommand());
        commands.addSubcommand(new WatchCommand());
        commands.addSubcommand(new FormatsCommand());
        commands.addSubcommand(new DemoCommand());
        commands.addSubcommand(new CommandLine.HelpCommand());
        commands.addSubcommand(completion());
        Examples.addTo(commands);
        commands.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler(Main::explainFailure);
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println(
                    "percolith: out of memory (heap of " + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB). Give --memory less than that, a larger --stride, or a larger heap with"
                            + " PERCOLITH_JAVA_OPTS=-Xmx8g");
            return ExitCode.INTERNAL_ERROR;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Prints the completion script of all commands and options for bash and zsh. */
    private static CommandLine completion() {
        CommandLine command = new CommandLine(new AutoComplete.GenerateCompletion());
        command.getCommandSpec()
                .usageMessage()
                .description("completion for bash and zsh: source <(percolith generate-completion)");
        return command;
    }

    private static int explainUsage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("percolith: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    private static int explainFailure(Exception failure, CommandLine command, ParseResult parsed) {
        Failure explained = Failure.of(failure);
        command.getErr().println("percolith: " + explained.message());
        if (explained.exitCode() == ExitCode.INTERNAL_ERROR && System.getenv("PERCOLITH_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        return explained.exitCode();
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }
}
