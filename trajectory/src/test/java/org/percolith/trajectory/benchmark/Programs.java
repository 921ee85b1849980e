package org.percolith.trajectory.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Programs beside this one, run on a file for comparison. */
final class Programs {

    private static final String PYTHON = "/usr/bin/python3";

    private Programs() {}

    /** Runs a shell command whose {@code $0} is the file; 1 if it succeeds, 0 if not. */
    static long run(String command, Path file) throws IOException {
        try {
            Process process = new ProcessBuilder("sh", "-c", command, file.toString()).start();
            return process.waitFor() == 0 ? 1 : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Processor time in which pymatgen parses a file, s; empty where there is no pymatgen. */
    static OptionalDouble pymatgenSeconds(String parsing, Path file) throws IOException {
        String script = "import sys, time, warnings; warnings.simplefilter('ignore')\n"
                + "from pymatgen.io.vasp.outputs import Xdatcar, Vasprun\n"
                + "start = time.process_time(); " + parsing + "; print(time.process_time() - start)";
        Process process = new ProcessBuilder(PYTHON, "-c", script, file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return printed.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(printed));
    }
}
