package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Temperature, thermostat and time step as LAMMPS scripts, LAMMPS logs and CP2K inputs set them. */
class SetTemperatureTest {

    private static final String HEAD = "units metal\ntimestep 0.002\nvelocity all create 1300 4711\n";
    private static final String DUMP = "dump 1 all custom 25 md.lammpstrj id element xu yu zu\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theScriptThatWroteTheDumpCountsAndNotTheOneOfTheMelt() throws IOException {
        writeDump(20);
        Runs.write(
                folder, "md/in.melt", HEAD.replace("0.002", "0.001") + "fix 1 all nvt temp 1600 1600 0.1\nrun 100\n");
        Runs.write(folder, "md/in.production", HEAD + "fix 1 all nvt temp 600 600 0.1\n" + DUMP + "run 475\n");
        try (Run run = read("md")) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(50, within(1e-9));
            assertThat(run.info().temperatureK().require()).isEqualTo(600);
            assertThat(String.valueOf(run.info().temperatureK().found())).contains("fix nvt temp in md/in.production");
            assertThat(Runs.verdict(run, "T6").status()).isEqualTo(Status.PASS);
        }
    }

    @Test
    void aNameAgainstTheScriptIsContradictory() throws IOException {
        writeDump(20);
        Runs.write(folder, "md/in.production", HEAD + "fix 1 all nvt temp 600 600 0.1\n" + DUMP + "run 475\n");
        folder.resolve("md").toFile().renameTo(folder.resolve("T800").toFile());
        try (Run run = read("T800")) {
            assertThat(run.info().temperatureK().problem())
                    .contains("contradictory", "600 K by fix nvt temp in T800/in.production", "800 K by the name T800");
        }
    }

    @Test
    void restartsSetToDifferentTemperaturesContradict() throws IOException {
        VibratingCrystal crystal = new VibratingCrystal(2);
        for (int k = 1; k <= 2; k++) {
            Runs.write(folder, "runs/run" + k + "/XDATCAR", VibratingCrystal.xdatcar(crystal.frames(20)));
            Runs.write(folder, "runs/run" + k + "/INCAR", "POTIM = 1; TEBEG = " + (500 + 100 * k) + "\n");
        }
        try (Run run = read("runs")) {
            assertThat(run.info().temperatureK().problem())
                    .contains("600 K by TEBEG in run1/INCAR", "700 K by TEBEG in run2/INCAR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "606, fix 1 all nvt temp 600 600 0.1, 600, PASS, confirmed by",
        "640, fix 1 all nvt temp 600 600 0.1, 640, WARN, 'measured, mean of'",
        "650, fix 1 all nve, 650, WARN, 'measured, mean of'"
    })
    void theLogMeasuresWhileTheDumpWasWritten(int meanK, String fix, double temperatureK, Status status, String source)
            throws IOException {
        writeDump(40);
        StringBuilder log = new StringBuilder(HEAD + fix + "\nrun 1000\n   Step Temp TotEng\n");
        appendThermo(log, 1500);
        log.append(DUMP).append("run 975\nStep Temp TotEng\n");
        appendThermo(log, meanK);
        Runs.write(folder, "md/log.lammps", log.toString());
        try (Run run = read("md")) {
            assertThat(run.info().temperatureK().require()).isCloseTo(temperatureK, within(1.0));
            assertThat(String.valueOf(run.info().temperatureK().found())).contains(source, "log.lammps");
            assertThat(Runs.verdict(run, "T5").status()).isEqualTo(status);
        }
    }

    @Test
    void aMeanOfFewNoisyRowsDoesNotReplaceTheThermostat() throws IOException {
        writeDump(40);
        Runs.write(
                folder,
                "md/log.lammps",
                HEAD + "fix 1 all nvt temp 600 600 0.1\n" + DUMP
                        + "run 975\nStep Temp\n0 500\n400 700\n800 640\nLoop time of 1 on 1 procs\n");
        try (Run run = read("md")) {
            assertThat(run.info().temperatureK().require()).isEqualTo(600);
        }
    }

    @Test
    void cp2kPositionsTakeTheInputOfTheirProject() throws IOException {
        writeCp2k("run", 1000);
        writeCp2k("other", 500);
        StringBuilder positions = new StringBuilder();
        for (int k = 0; k < 5; k++) {
            positions
                    .append("2\n i = ")
                    .append(10 * k)
                    .append(", time = ")
                    .append(5.0 * k)
                    .append(", E = -1.0\nLi 0.0 0.0 0.0")
                    .append(k)
                    .append("\nO 2.5 2.5 2.5\n");
        }
        Runs.write(folder, "md/run-pos-1.xyz", positions.toString());
        try (Run run = read("md")) {
            assertThat(run.info().temperatureK().require()).isEqualTo(1000);
            assertThat(run.info().segments().get(0).format()).isEqualTo("CP2K xyz");
            assertThat(String.valueOf(run.info().temperatureK().found())).contains("TEMPERATURE in run.inp");
            assertThat(Runs.verdict(run, "T1").status())
                    .as("times in the file, and TIMESTEP of the input")
                    .isEqualTo(Status.PASS);
            assertThat(Runs.verdict(run, "T6").message()).contains("rescaled");
        }
    }

    private void writeCp2k(String project, int temperatureK) throws IOException {
        Runs.write(
                folder,
                "md/" + project + ".inp",
                "&GLOBAL\nPROJECT " + project + "\n&END\n&MOTION\n&MD\nENSEMBLE NVT\nTIMESTEP 0.5\nTEMPERATURE "
                        + temperatureK + "\n&THERMOSTAT\nTYPE CSVR\n&END\n&END MD\n&END MOTION\n&FORCE_EVAL\n&SUBSYS\n"
                        + "&CELL\nABC 5 5 5\n&END CELL\n&END SUBSYS\n&END FORCE_EVAL\n");
    }

    private static void appendThermo(StringBuilder log, int meanK) {
        for (int k = 0; k < 40; k++) {
            log.append(25 * k).append(' ').append(meanK + 10 * (k % 2 * 2 - 1)).append(" -1.0\n");
        }
        log.append("Loop time of 1.0 on 1 procs for 975 steps with 80 atoms\n");
    }

    private void writeDump(int count) throws IOException {
        double[][] frames = new VibratingCrystal(3).frames(count);
        String[] elements = new String[VibratingCrystal.LITHIUM + VibratingCrystal.SULFUR];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder dump = new StringBuilder();
        for (int k = 0; k < frames.length; k++) {
            dump.append(TrajectoryTexts.lammpsSnapshot(25L * k, VibratingCrystal.CELL, elements, frames[k]));
        }
        Runs.write(folder, "md/md.lammpstrj", dump.toString());
    }

    private Run read(String name) {
        return Runs.read(folder.resolve(name), RunOptions.defaults());
    }
}
