package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.quantity.Verdict.Status;

/** The time between frames and the temperature, from every file that may state them. Ten frames beside them. */
class TimeAxisTest {

    private static final String OUTCAR = """
               IBRION =      0    ionic relax: 0-MD 1-quasi-New 2-CG
               NBLOCK =     50;   KBLOCK =    100    inner block; outer block
               POTIM  = 2.0000    time-step for ionic-motion
               TEBEG  =  600.0;   TEEND  = 600.0 temperature during run
               SMASS  =   0.00    Nose mass-parameter (am)
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writeTrajectory() throws IOException {
        write("XDATCAR", VibratingCrystal.xdatcar(new VibratingCrystal(1).frames(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "'POTIM = 2.0; NBLOCK = 50', 100",
        "'POTIM = 2', 2",
        "'POTIM = 1.5\nML_LMLFF = .TRUE.\nML_MODE = run\nML_OUTBLOCK = 20', 30",
        "'POTIM = 1.5\nML_MODE = RUN\nML_OUTBLOCK = 20\nNBLOCK = 40', 60",
        "'POTIM = 1.5\nML_MODE = train\nML_OUTBLOCK = 20', 1.5"
    })
    void theIncarGivesStepTimesStride(String incar, double intervalFs) throws IOException {
        write("INCAR", incar);
        try (Run run = read()) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(intervalFs, within(1e-9));
            assertThat(run.info().frameIntervalPs()).isCloseTo(intervalFs / 1000, within(1e-12));
            assertThat(run.info().durationPs()).isCloseTo(9 * intervalFs / 1000, within(1e-12));
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.WARN);
            assertThat(Runs.verdict(run, "T1").message()).contains("INCAR");
        }
    }

    /** The same ten frames, labelled 50, 100, 150 ... as VASP 6 does. */
    private void labelByFifty() throws IOException {
        String text = VibratingCrystal.xdatcar(new VibratingCrystal(1).frames(10));
        for (int frame = 10; frame >= 1; frame--) {
            text = text.replaceAll("(configuration= *)" + frame + "\\n", "$1" + 50 * frame + "\n");
        }
        assertThat(text).contains("500\n");
        write("XDATCAR", text);
    }

    @ParameterizedTest
    @CsvSource({
        "'POTIM = 2', 100, WARN",
        "'POTIM = 2; NBLOCK = 50', 100, PASS",
        "'POTIM = 2; NSW = 500', 100, PASS",
        "'POTIM = 2; NSW = 50000', 100, WARN"
    })
    void labelsThatCountByMoreThanOneAreSteps(String incar, double intervalFs, Status status) throws IOException {
        labelByFifty();
        write("INCAR", incar);
        try (Run run = read()) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(intervalFs, within(1e-9));
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"'POTIM = 2; NBLOCK = 10', '20.0000 fs'", "'POTIM = 2; NSW = 100', '20.0000 fs'"})
    void labelsAndInputsThatContradictAreNamedBoth(String incar, String other) throws IOException {
        labelByFifty();
        write("INCAR", incar);
        try (Run run = read()) {
            assertThat(run.info().frameIntervalFs().problem()).contains("contradictory", "labels", "100.000 fs", other);
        }
    }

    @Test
    void theUsersTimestepIsThatOfTheLabelledSteps() throws IOException {
        labelByFifty();
        RunOptions options = new RunOptions(
                null, null, 1.0, null, null, null, null, 1, List.of(), 1 << 20, folder, StructureHints.none());
        try (Run run = Runs.read(folder, options)) {
            assertThat(run.info().frameIntervalFs().require()).isEqualTo(50);
        }
    }

    @Test
    void incarAndOutcarThatAgreePass() throws IOException {
        write("INCAR", "POTIM = 2\nNBLOCK = 50\nTEBEG = 600\n");
        write("OUTCAR", OUTCAR);
        try (Run run = read()) {
            assertThat(run.info().frameIntervalFs().require()).isEqualTo(100);
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.PASS);
            assertThat(Runs.verdict(run, "T6").status())
                    .as("Nosé by SMASS in OUTCAR")
                    .isEqualTo(Status.PASS);
        }
    }

    @Test
    void incarAndOutcarThatContradictAreNamedBoth() throws IOException {
        write("INCAR", "POTIM = 1\nNBLOCK = 50\n");
        write("OUTCAR", OUTCAR);
        try (Run run = read()) {
            assertThat(run.info().frameIntervalFs().problem())
                    .contains("contradictory", "INCAR", "OUTCAR", "50.0000 fs", "100.000 fs");
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.FAIL);
            assertThatThrownBy(() -> run.info().frameIntervalPs()).isInstanceOf(TrajectoryException.class);
        }
    }

    @Test
    void restartsWithOtherSettingsContradict() throws IOException {
        VibratingCrystal crystal = new VibratingCrystal(2);
        for (int k = 1; k <= 2; k++) {
            write("runs/run" + k + "/XDATCAR", VibratingCrystal.xdatcar(crystal.frames(20)));
            write("runs/run" + k + "/INCAR", "POTIM = " + k + "\n");
        }
        try (Run run = Runs.read(folder.resolve("runs"), RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().problem()).contains("run1/INCAR", "run2/INCAR");
        }
    }

    @Test
    void whatTheInputsOfAllRestartsSayIsNamedOnce() throws IOException {
        VibratingCrystal crystal = new VibratingCrystal(2);
        for (int k = 1; k <= 12; k++) {
            write("runs/run" + k + "/XDATCAR", VibratingCrystal.xdatcar(crystal.frames(5)));
            write("runs/run" + k + "/INCAR", "POTIM = 2; NBLOCK = 10\n");
        }
        try (Run run = Runs.read(folder.resolve("runs"), RunOptions.defaults())) {
            assertThat(String.valueOf(run.info().frameIntervalFs().found()))
                    .contains("source=POTIM x 10 steps in run1/INCAR and 11 more files]");
            assertThat(Runs.verdict(run, "T1").status())
                    .as("twelve files, but one kind of source")
                    .isEqualTo(Status.WARN);
            assertThat(Runs.verdict(run, "T1").message()).containsOnlyOnce("INCAR");
        }
    }

    @Test
    void theIncarAboveItsSegmentsCounts() throws IOException {
        VibratingCrystal crystal = new VibratingCrystal(2);
        for (int k = 1; k <= 2; k++) {
            write("runs/run" + k + "/XDATCAR", VibratingCrystal.xdatcar(crystal.frames(20)));
        }
        write("runs/INCAR", "POTIM = 3\n");
        try (Run run = Runs.read(folder.resolve("runs"), RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().require()).isEqualTo(3);
        }
    }

    @Test
    void noSourceIsAProblemThatSaysWhatToDo() {
        try (Run run = read()) {
            assertThat(run.info().frameIntervalFs().found()).isNull();
            assertThat(run.info().frameIntervalFs().problem()).contains("unknown", "--frame-interval");
            assertThat(run.info().temperatureK().problem()).contains("unknown", "--temperature");
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.FAIL);
        }
    }

    @Test
    void theUsersWordWins() throws IOException {
        write("INCAR", "POTIM = 2\nNBLOCK = 50\nTEBEG = 600\n");
        try (Run run =
                Runs.read(folder.resolve("XDATCAR"), RunOptions.defaults().with(90.0, 650.0))) {
            assertThat(run.info().frameIntervalFs().require()).isEqualTo(90);
            assertThat(run.info().temperatureK().require()).isEqualTo(650);
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.FAIL);
            assertThat(Runs.verdict(run, "T1").message())
                    .contains("90.0000 fs", "--frame-interval", "100.000 fs", "INCAR");
        }
        try (Run run =
                Runs.read(folder.resolve("XDATCAR"), RunOptions.defaults().with(100.0, null))) {
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.PASS);
        }
    }

    @Test
    void aTimestepAgainstTheInputIsContradictory() throws IOException {
        write("INCAR", "POTIM = 2\nNBLOCK = 50\n");
        try (Run run = Runs.read(folder.resolve("XDATCAR"), withTimestep(1.0))) {
            assertThat(run.info().frameIntervalFs().problem())
                    .contains("contradictory", "50.0000 fs by --timestep", "100.000 fs by POTIM", "INCAR");
        }
        try (Run run = Runs.read(folder.resolve("XDATCAR"), withTimestep(2.0))) {
            assertThat(run.info().frameIntervalFs().require()).isEqualTo(100);
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.PASS);
        }
    }

    private static RunOptions withTimestep(double timestepFs) {
        RunOptions defaults = RunOptions.defaults();
        return new RunOptions(
                null,
                null,
                timestepFs,
                null,
                600.0,
                null,
                null,
                1,
                List.of(),
                defaults.memoryBytes(),
                defaults.scratchDirectory(),
                defaults.structureHints());
    }

    @Test
    void theCountOfStepsInOszicarConfirms() throws IOException {
        write("INCAR", "POTIM = 2\nNBLOCK = 5\n");
        write("OSZICAR", oszicar(50));
        try (Run run = read()) {
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.PASS);
            assertThat(Runs.verdict(run, "T1").message()).contains("50 steps in OSZICAR for 10 frames");
        }
        write("OSZICAR", oszicar(70));
        try (Run run = read()) {
            assertThat(Runs.verdict(run, "T1").status()).isEqualTo(Status.WARN);
        }
    }

    @Test
    void temperatureMeasuredBeforeSetBeforeNamed() throws IOException {
        write("T500/XDATCAR", VibratingCrystal.xdatcar(new VibratingCrystal(1).frames(10)));
        assertTemperature(500, "the name T500", Status.NOT_APPLICABLE);
        write("T500/INCAR", "TEBEG = 502\nTEEND = 504");
        assertTemperature(503, "TEBEG in T500/INCAR", Status.NOT_APPLICABLE);
        write("T500/OSZICAR", oszicar(40));
        assertTemperature(519.5, "OSZICAR", Status.WARN);
        write("T500/INCAR", "TEBEG = 520");
        assertTemperature(519.5, "OSZICAR", Status.PASS);
    }

    private void assertTemperature(double temperatureK, String source, Status measured) {
        try (Run run = Runs.read(folder.resolve("T500"), RunOptions.defaults())) {
            assertThat(run.info().temperatureK().require()).isCloseTo(temperatureK, within(1e-9));
            assertThat(String.valueOf(run.info().temperatureK().found())).contains(source);
            assertThat(Runs.verdict(run, "T5").status()).isEqualTo(measured);
        }
    }

    @Test
    void aNameAgainstTheInputIsContradictory() throws IOException {
        write("T500/XDATCAR", VibratingCrystal.xdatcar(new VibratingCrystal(1).frames(10)));
        write("T500/INCAR", "TEBEG = 600");
        try (Run run = Runs.read(folder.resolve("T500"), RunOptions.defaults())) {
            assertThat(run.info().temperatureK().problem())
                    .contains(
                            "contradictory", "600 K by TEBEG in T500/INCAR", "500 K by the name T500", "--temperature");
        }
    }

    @Test
    void aContradictionThatMeasurementDecidesIsTold() throws IOException {
        write("T500/XDATCAR", VibratingCrystal.xdatcar(new VibratingCrystal(1).frames(10)));
        write("T500/INCAR", "TEBEG = 520");
        write("T500/OSZICAR", oszicar(40));
        try (Run run = Runs.read(folder.resolve("T500"), RunOptions.defaults())) {
            assertThat(run.info().temperatureK().require()).isCloseTo(519.5, within(1e-9));
            assertThat(run.info().notices())
                    .anyMatch(notice -> notice.contains("520 K by TEBEG in T500/INCAR, but 500 K by the name T500"));
        }
    }

    @Test
    void aMeasuredTemperatureWithoutANominalOneIsNotCalledUnmeasured() throws IOException {
        write("OSZICAR", oszicar(40));
        try (Run run = read()) {
            assertThat(Runs.verdict(run, "T5").message()).contains("519.5 K", "nothing states the one that was set");
        }
    }

    @Test
    void aTemperatureRampIsTold() throws IOException {
        write("INCAR", "POTIM = 1\nTEBEG = 300; TEEND = 900");
        try (Run run = read()) {
            assertThat(run.info().notices()).anyMatch(notice -> notice.contains("ramp from 300 to 900 K"));
        }
    }

    @Test
    void aRelaxationIsRefused() throws IOException {
        write("INCAR", "IBRION = 2\nPOTIM = 0.5\n");
        assertThatThrownBy(this::read)
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("no molecular dynamics", "INCAR");
    }

    @Test
    void aLammpsDumpTakesItsStepFromTheScriptAndItsStrideFromTheLabels() throws IOException {
        double[][] frames = new VibratingCrystal(3).frames(12);
        String[] elements = new String[VibratingCrystal.LITHIUM + VibratingCrystal.SULFUR];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder dump = new StringBuilder();
        for (int k = 0; k < frames.length; k++) {
            dump.append(TrajectoryTexts.lammpsSnapshot(25L * k, VibratingCrystal.CELL, elements, frames[k]));
        }
        write("md/traj.lammpstrj", dump.toString());
        write("md/in.md", "units metal # ps\ntimestep 0.002\n");
        try (Run run = Runs.read(folder.resolve("md"), RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(50, within(1e-9));
        }
        write("md/in.md", "units real\ntimestep 0.5\n");
        try (Run run = Runs.read(folder.resolve("md"), RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(12.5, within(1e-9));
        }
        write("md/in.md", "units lj\ntimestep 0.005\n");
        try (Run run = Runs.read(folder.resolve("md"), RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().found()).isNull();
        }
    }

    @Test
    void dumpsOfDifferentStridesAreNamedWithTheirs() throws IOException {
        double[][] frames = new VibratingCrystal(3).frames(40);
        String[] elements = new String[VibratingCrystal.LITHIUM + VibratingCrystal.SULFUR];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder often = new StringBuilder();
        StringBuilder seldom = new StringBuilder();
        for (int k = 0; k < frames.length; k++) {
            String snapshot = TrajectoryTexts.lammpsSnapshot(20L * k, VibratingCrystal.CELL, elements, frames[k]);
            often.append(snapshot);
            seldom.append(k % 2 == 0 ? snapshot : "");
        }
        write("md/a.lammpstrj", often.toString());
        write("md/b.lammpstrj", seldom.toString());
        assertThatThrownBy(() -> Runs.read(folder.resolve("md"), RunOptions.defaults()))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("a.lammpstrj", "every 20 steps", "b.lammpstrj", "every 40 steps");
    }

    @Test
    void aTemperatureOfNothingIsNotMeasured() throws IOException {
        write("T500/XDATCAR", VibratingCrystal.xdatcar(new VibratingCrystal(1).frames(10)));
        write("T500/OSZICAR", oszicar(40).replaceAll("T= +\\d+", "T=     0"));
        assertTemperature(500, "the name T500", Status.NOT_APPLICABLE);
    }

    private static String oszicar(int steps) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < steps; k++) {
            text.append("RMM:   1    -0.5E+03\n  ")
                    .append(k + 1)
                    .append(" T=   ")
                    .append(500 + k)
                    .append(". E= -.51967E+03 F= -.52E+03 E0= -.52E+03  EK= 0.85E+01 SP= 0.00E+00 SK= 0.20E-03\n");
        }
        return text.toString();
    }

    private Run read() {
        return Runs.read(folder.resolve("XDATCAR"), RunOptions.defaults());
    }

    private void write(String name, String text) throws IOException {
        Runs.write(folder, name, text);
    }
}
