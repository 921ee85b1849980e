package org.percolith.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code analyze} as words, which a plan can keep, and back. */
@Command
final class TaskOptions {

    /** What the batch decides for each task, or what is the batch's own. */
    private static final Set<String> NOT_OF_A_TASK = Set.of(
            "--out",
            "--force",
            "--threads",
            "--memory",
            "--format",
            "--strict",
            "--quiet",
            "--no-progress",
            "--no-color",
            "--dry-run",
            "--settings");

    @Mixin
    private CommandOptions options = new CommandOptions();

    /** The options that {@code words} state, all others at their defaults. */
    static CommandOptions of(List<String> words) {
        TaskOptions task = new TaskOptions();
        new CommandLine(task).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words.toArray(String[]::new));
        return task.options;
    }

    /** The options of {@code analyze} among those that were matched, in the order of their names. */
    static List<String> words(ParseResult parsed) {
        CommandLine analyze = new CommandLine(new TaskOptions());
        List<String> words = new ArrayList<>();
        for (OptionSpec known : analyze.getCommandSpec().options()) {
            OptionSpec matched = parsed.matchedOption(known.longestName());
            if (matched != null && !NOT_OF_A_TASK.contains(known.longestName())) {
                if (matched.arity().max() == 0) {
                    words.add(matched.longestName());
                } else {
                    matched.originalStringValues().forEach(value -> words.add(matched.longestName() + "=" + value));
                }
            }
        }
        return words;
    }
}
