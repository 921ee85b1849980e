package org.percolith.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go and how the command behaves. */
public final class OutputOptions {

    /** What goes to standard output. */
    public enum Format {
        text,
        json,
        csv
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "result folder; an existing one is refused without --force. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("percolith-out");

    @Option(names = "--force", description = "replace an existing result folder")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            description = "what goes to standard output. Default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(names = "--strict", description = "exit with 4 when a verdict fails")
    private boolean strict;

    public Path out() {
        return out;
    }

    public boolean force() {
        return force;
    }

    public Format format() {
        return format;
    }

    public boolean strict() {
        return strict;
    }
}
