package org.percolith.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Examples below each command's {@code --help}. */
final class Examples {

    private static final Map<String, List<String>> BY_COMMAND = Map.of(
            "analyze",
            List.of(
                    "percolith analyze runs/",
                    "percolith analyze 600:a/XDATCAR 800:b/XDATCAR --frame-interval 100fs",
                    "percolith analyze run/ --species Na+ --skip 5ps --out sodium"),
            "inspect",
            List.of("percolith inspect runs/"),
            "msd",
            List.of("percolith msd run/ --hop-distance 2.0"),
            "density",
            List.of("percolith density run/ --grid 0.1 --density-format cube,xsf"),
            "pathways",
            List.of("percolith pathways run/ --sites crystal.cif"),
            "sweep",
            List.of("percolith sweep */summary.json", "percolith sweep table.csv --lattice POSCAR"),
            "compare",
            List.of("percolith compare ordered/ disordered/"),
            "convert",
            List.of("percolith convert XDATCAR.gz out.extxyz"),
            "formats",
            List.of("percolith formats"),
            "demo",
            List.of("percolith demo --out demo"));

    private Examples() {}

    static void addTo(CommandLine commands) {
        commands.getSubcommands().forEach((name, command) -> {
            List<String> examples = BY_COMMAND.getOrDefault(name, List.of());
            if (!examples.isEmpty()) {
                command.getCommandSpec()
                        .usageMessage()
                        .footerHeading("%nExamples:%n")
                        .footer(examples.stream().map(line -> "  " + line).toArray(String[]::new));
            }
        });
    }
}
