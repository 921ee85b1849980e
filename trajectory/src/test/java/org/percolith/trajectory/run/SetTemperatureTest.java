package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fix 1 all nvt temp 600 600 0.1                    | 600 | 600 | MDALGO=2 | fix nvt temp",
                "fix f all npt/kk iso 0 0 1 temp 700.0 750 0.2     | 700 | 750 | MDALGO=2 | fix npt temp",
                "fix 1 all nve#fix 2 all langevin 300 310 0.1 48   | 300 | 310 | MDALGO=3 | fix langevin",
                "fix 1 all nve#fix 2 all temp/rescale 10 5e2 500 1 1 | 500 | 500 | MDALGO=5 | fix temp/rescale",
                "fix 1 all nve#fix 2 all temp/csvr 450 450 0.1 1   | 450 | 450 | MDALGO=5 | fix temp/csvr",
                "fix 1 all nve                                     | 1300 | 1300 | SMASS=-3 | velocity create",
                "variable T equal 525#fix 1 all nvt temp ${T} $T 1 | 525 | 525 | MDALGO=2 | fix nvt temp",
                "variable T index 800 700#fix 1 all nvt &#temp ${T} ${T} 1 | 800 | 800 | MDALGO=2 | fix nvt temp",
                "fix 1 all nvt temp 900 900 1#run 5#unfix 1#fix 1 all nvt temp 650 650 1 # hot | 650 | 650 | MDALGO=2"
                        + " | fix nvt temp"
            })
    void aLammpsScriptHoldsTheTemperature(
            String fixes, double startK, double stopK, String dynamics, String temperatureName) {
        MdInput input = lammps(HEAD + fixes.replace("#", "\n").replace("\n hot", "") + "\n" + DUMP + "run 1000\n")
                .orElseThrow();
        assertThat(input.settings().timestepFs()).hasValue(2);
        assertThat(input.settings().startTemperatureK()).hasValue(startK);
        assertThat(input.settings().endTemperatureK()).hasValue(stopK);
        String[] tag = dynamics.split("=", 2);
        assertThat(input.settings().tags()).containsEntry(tag[0], tag[1]);
        assertThat(input.temperatureName()).isEqualTo(temperatureName);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fix 1 all nvt temp ${T} ${T} 0.1 | no value of T is known",
                "variable T index 800 700#next T#fix 1 all nvt temp ${T} ${T} 0.1 | T has changed",
                "variable T equal 2*300#fix 1 all nvt temp $T $T 0.1 | a formula",
                "fix 1 all deform 1 x final 0 16 | nothing integrates"
            })
    void whatIsNotKnownIsLeftOpen(String fixes, String why) {
        MdInput input = lammps(HEAD + fixes.replace("#", "\n") + "\n" + DUMP + "run ${N}\n")
                .orElseThrow();
        assertThat(input.settings().startTemperatureK()).as(why).isEmpty();
        assertThat(input.settings().tags()).as(why).doesNotContainKey("SMASS");
    }

    @Test
    void runsBeforeAndAfterTheDumpDoNotCount() {
        String before = "fix 1 all nvt temp 1600 1600 0.1\nrun 5000\nunfix 1\n";
        String during = "fix 1 all nvt temp 600 600 0.1\n" + DUMP + "run 1000\nrun 1000\nundump 1\nunfix 1\n";
        String after = "fix 1 all nvt temp 300 300 0.1\nrun 1000\n";
        assertThat(lammps(HEAD + before + during + after)
                        .orElseThrow()
                        .settings()
                        .startTemperatureK())
                .hasValue(600);
        assertThat(lammps(HEAD + (before + during + after).replace("md.lammpstrj", "other.lammpstrj"))
                        .orElseThrow()
                        .settings()
                        .startTemperatureK())
                .as("any of the three may have written a dump that was renamed")
                .isEmpty();
    }

    @Test
    void aLogWithoutCommandsStatesItsTimeStep() {
        assertThat(lammps("LAMMPS (2 Aug 2023)\n  Unit style    : real\n  Time step     : 0.5\n")
                        .orElseThrow()
                        .settings()
                        .timestepFs())
                .hasValue(0.5);
        assertThat(lammps("a data file\n\n400 atoms\n")).isEmpty();
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENSEMBLE NVT#TIMESTEP 0.5#TEMPERATURE 1000#&THERMOSTAT#TYPE CSVR#&CSVR#TIMECON 50#&END#&END | 0.5 | 1000"
                        + " | MDALGO | 5",
                "ensemble npt_f#timestep [ps] 0.001#temperature [K] 8.0E+02#&THERMOSTAT#TYPE nose#&END | 1 | 800 | MDALGO | 4",
                "ENSEMBLE NVE#TIMESTEP 2.0 ! fs#TEMPERATURE 300 | 2 | 300 | SMASS | -3",
                "ENSEMBLE LANGEVIN#TIMESTEP 1#TEMPERATURE 450 | 1 | 450 | MDALGO | 3"
            })
    void aCp2kInputSetsThem(String md, double timestepFs, double temperatureK, String tag, String value) {
        MdInput input = Cp2kMdInput.parse(
                "&MOTION\n &MD\n" + md.replace("#", "\n") + "\n &END MD\n&END\n&FORCE_EVAL\n&DFT\n&SCF\n&SMEAR\n"
                        + "ELECTRONIC_TEMPERATURE 5000\n&END\n&END\n&END\n&END\n",
                "run.inp");
        assertThat(input.settings().timestepFs()).hasValue(timestepFs);
        assertThat(input.settings().startTemperatureK()).hasValue(temperatureK);
        assertThat(input.settings().tags()).containsEntry(tag, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"TEMPERATURE ${T}#TIMESTEP [furlong] 1", "TEMPERATURE#TIMESTEP", "ENSEMBLE NVT"})
    void aCp2kInputWithoutNumbersSetsNothing(String md) {
        assertThat(Cp2kMdInput.parse("&MOTION\n&MD\n" + md.replace("#", "\n") + "\n&END MD\n", "run.inp")
                        .settings()
                        .tags())
                .isEqualTo(Map.of());
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

    private static Optional<MdInput> lammps(String text) {
        LammpsInput input = new LammpsInput("md.lammpstrj.gz");
        text.lines().forEach(input::accept);
        return input.said("in.md", true);
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
