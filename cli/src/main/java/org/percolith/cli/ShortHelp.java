package org.percolith.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What {@code percolith} says by itself: what it is for, the example that most people need, and the commands. */
final class ShortHelp {

    private ShortHelp() {}

    static String of(CommandLine commands) {
        StringBuilder text =
                new StringBuilder("Percolith: diffusivity, pathway, conductivity and activation energy of ion"
                        + " conductors\nfrom molecular-dynamics trajectories, each with an interval and a verdict.\n\n"
                        + "Start here:\n  percolith analyze runs/     a folder with one run, or with one for each temperature\n\n"
                        + "Commands:\n");
        for (Map.Entry<String, CommandLine> command : commands.getSubcommands().entrySet()) {
            List<String> description =
                    List.of(command.getValue().getCommandSpec().usageMessage().description());
            if (!description.isEmpty() && !command.getKey().equals("help")) {
                text.append(String.format("  %-10s %s%n", command.getKey(), firstSentence(description.get(0))));
            }
        }
        return text.append("\npercolith COMMAND --help says more; percolith demo shows all of it on a real sweep.\n")
                .toString();
    }

    private static String firstSentence(String description) {
        return description.split("[.;:] ", 2)[0];
    }
}
