package org.percolith.trajectory.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

/** OUTCAR: steps and their numbers, files glued together by {@code cat}, damage. */
class OutcarReaderTest {

    private static final String HEAD = """
             vasp.6.3.0 20Jan22 (build May 08 2022 00:08:36) complex
             POTCAR:    PAW_PBE Li_sv 10Sep2004
               VRHFIN =Li: 1s2s2p
               VRHFIN =S : s2p4
               ions per type =               2   1
            """;
    private static final String STEP = """
                  direct lattice vectors                 reciprocal lattice vectors
                 8.0  0.0  0.0     0.125  0.0  0.0
                 0.0  8.0  0.0     0.0  0.125  0.0
                 0.0  0.0  8.0     0.0  0.0  0.125
             POSITION                                       TOTAL-FORCE (eV/Angst)
             ---------
                  2.0  0.0  0.0        0.0  0.0  0.0
                  4.0  0.0  0.0        0.0  0.0  0.0
                  6.0  1.0  0.0        0.0  0.0  0.0
             ---------
            """;
    private static final String END = " General timing and accounting informations for this job:\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aSecondOutcarOfTheSameSystemIsReadOn() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + STEP + END + HEAD + STEP + END);
        assertThat(read.frames()).isEqualTo(3);
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices()).isEmpty();
        assertThat(read.labels()).as("its steps start over").containsExactly(1L, 2L, 1L);
        assertThat(read.fractional().get(2)).containsExactly(0.25, 0, 0, 0.5, 0, 0, 0.75, 0.125, 0);
    }

    @Test
    void framesBeforeAnOutcarOfOtherAtomsAreUsed() throws IOException {
        for (String other : new String[] {HEAD.replace("=S :", "=O :"), HEAD.replace("  2   1", "  3   1")}) {
            ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + STEP + other + STEP);
            assertThat(read.frames()).isEqualTo(2);
            assertThat(read.truncated()).isTrue();
            assertThat(read.notices())
                    .singleElement()
                    .asString()
                    .contains("line 26", "Li2 S1 before", "the 2 complete frames before it are used");
        }
    }

    @Test
    void aSecondOutcarThatIsCutInItsHeadIsTold() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + HEAD.substring(0, HEAD.indexOf("ions")));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("line 16", "without a whole list of ions");
    }

    @Test
    void framesCarryTheStepOfTheirHeading() throws IOException {
        String text = HEAD + heading(10) + STEP + heading(20) + STEP + heading(35) + STEP + END;
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", text);
        assertThat(read.labels()).containsExactly(10L, 20L, 35L);
    }

    /** In training, a step that calls for an ab initio calculation is printed twice, machine-learned and ab initio. */
    @Test
    void bothPrintsOfATrainingStepHaveItsNumber() throws IOException {
        String learned = STEP.replace("(eV/Angst)", "(eV/Angst) (ML)");
        String text = HEAD + "   ML_LMLFF = .TRUE.\n" + learned + heading(1) + STEP + learned + learned + heading(3)
                + STEP + learned + END;
        assertThat(ReadFrames.of(folder, "OUTCAR", text).labels()).containsExactly(1L, 1L, 2L, 3L, 3L, 4L);
    }

    @Test
    void stepsOfAForceFieldAloneAreNotCountedByTheirPrints() throws IOException {
        String learned = STEP.replace("(eV/Angst)", "(eV/Angst) (ML)");
        String head = HEAD.replace("   ions per", "   ML_MODE = run\n   ML_OUTBLOCK = 10\n   POTIM = 2.0\n   ions per");
        Path file = ReadFrames.write(folder, "OUTCAR", head + learned + learned + END);
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            reader.next(new Frame(3));
            assertThat(reader.labelsCountSteps()).isFalse();
            assertThat(reader.stepsPerFrame(reader.settings())).isEqualTo(10);
        }
    }

    @Test
    void anOutcarWithAnotherTimeStepEndsTheReading() throws IOException {
        String first = HEAD + "   POTIM  = 2.0000    time-step for ionic-motion\n" + STEP + END;
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", first + first.replace("2.0000", "1.0000"));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("POTIM = 1.0, 2.0 before");
    }

    @Test
    void aKilledRunIsTold() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + STEP);
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains("line 25", "killed or is still running", "all 2 frames in it are complete");
    }

    @Test
    void aDamagedCellIsNotTheOneBefore() throws IOException {
        String damaged = STEP.replace("0.0  8.0  0.0     0.0  0.125", "0.0  **********     0.0  0.125");
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + damaged + STEP + END);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("without a cell");
    }

    @Test
    void temperaturesThatOverflowDoNotCount() throws IOException {
        String text = HEAD + STEP + "  kin. lattice  EKIN_LAT=  0.0  (temperature  600.50 K)\n"
                + "  kin. lattice  EKIN_LAT=  0.0  (temperature****** K)\n"
                + "  kin. lattice  EKIN_LAT=  0.0  (temperature 1.2.3 K)\n" + END;
        try (TrajectoryReader reader = new TrajectoryFiles().open(ReadFrames.write(folder, "OUTCAR", text))) {
            Frame frame = new Frame(3);
            while (reader.next(frame)) {
                assertThat(frame.unwrapped()).isFalse();
            }
            assertThat(reader.meanTemperatureK()).hasValue(600.5);
        }
    }

    /** With NWRITE = 0 there is no VRHFIN; every line of a pseudopotential is there twice. */
    @Test
    void elementsAreThoseOfThePseudopotentialsIfNothingElseNamesThem() throws IOException {
        String potcars = " POTCAR:    PAW_PBE Li_sv 10Sep2004\n POTCAR:    PAW_PBE S 06Sep2000\n";
        String head = " vasp.5.4.4.18Apr17\n" + potcars + potcars + "   ions per type =   2   1\n";
        assertThat(ReadFrames.of(folder, "OUTCAR", head + STEP + END).atoms().symbols())
                .containsExactly("Li", "Li", "S");
    }

    @Test
    void aCellOf100AIsPrintedWithoutBlanks() throws IOException {
        String step = STEP.replace(
                "0.0  8.0  0.0     0.0  0.125", "  -25.200000000100.800000000-20.500000000  0.0  0.010000000");
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + step + END);
        assertThat(read.cells().get(0).component(1, 0)).isEqualTo(-25.2);
        assertThat(read.cells().get(0).component(1, 1)).isEqualTo(100.8);
        assertThat(read.cells().get(0).component(1, 2)).isEqualTo(-20.5);
    }

    private static String heading(int step) {
        return "--------------------------------------- Iteration " + String.format(Locale.ROOT, "%6d", step)
                + "(   1)  ---------------------------------------\n";
    }
}
