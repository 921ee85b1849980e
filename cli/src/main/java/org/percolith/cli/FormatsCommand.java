package org.percolith.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code percolith formats}: what can be read, and where each format is documented. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "the trajectory formats that are read, recognised by content, never by name")
final class FormatsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        for (TrajectoryFormat format : new TrajectoryFiles().formats()) {
            spec.commandLine()
                    .getOut()
                    .println(String.format(Locale.ROOT, "%-24s %s", format.name(), format.reference()));
        }
        spec.commandLine().getOut().println("""

                Each may be plain or compressed by gzip, bzip2, xz or zstd. Where a format names no elements or states no
                cell, a POSCAR, .gro or .pdb beside the file is looked for; --lattice FILE or --types 1=Li,2=P gives them.""");
        return ExitCode.DONE;
    }
}
