package org.percolith.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Examples below each command's {@code --help}. */
final class Examples {

    private static final Map<String, List<String>> BY_COMMAND = Map.ofEntries(
            Map.entry(
                    "analyze",
                    List.of(
                            "percolith analyze runs/",
                            "percolith analyze 600:a/XDATCAR 800:b/XDATCAR --frame-interval 100fs",
                            "percolith analyze run/ --species Na+ --skip 5ps --out sodium")),
            Map.entry("inspect", List.of("percolith inspect runs/")),
            Map.entry("msd", List.of("percolith msd run/ --hop-distance 2.0")),
            Map.entry("density", List.of("percolith density run/ --grid 0.1 --density-format cube,xsf")),
            Map.entry("pathways", List.of("percolith pathways run/ --sites crystal.cif")),
            Map.entry("sweep", List.of("percolith sweep */summary.json", "percolith sweep table.csv --lattice POSCAR")),
            Map.entry("compare", List.of("percolith compare ordered/ disordered/")),
            Map.entry("convert", List.of("percolith convert XDATCAR.gz out.extxyz")),
            Map.entry("formats", List.of("percolith formats")),
            Map.entry("demo", List.of("percolith demo --out demo")),
            Map.entry(
                    "batch",
                    List.of(
                            "percolith batch runs.csv --local",
                            "percolith batch */ --print --cpus 4 --walltime 02:00:00",
                            "percolith batch percolith-out --table --verdict publishable")),
            Map.entry(
                    "watch",
                    List.of(
                            "percolith watch run/ --until rsd=0.2",
                            "percolith watch run/ --until hops=200,publishable --once")));

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
