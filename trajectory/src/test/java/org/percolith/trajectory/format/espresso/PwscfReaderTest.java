package org.percolith.trajectory.format.espresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

/** Outputs of pw.x dynamics, of several runs in one file and of a run that was killed. */
class PwscfReaderTest {

    private static final String HEAD = """

                 Program PWSCF v.7.2 starts on  1Jan2024 at  0: 0: 0
                 celldm(1)=  10.000000  celldm(2)=   0.000000  celldm(3)=   0.000000
                           a(1) = (   1.000000   0.000000   0.000000 )
                           a(2) = (   0.000000   1.000000   0.000000 )
                           a(3) = (   0.000000   0.000000   1.000000 )
                 Time step             =      20.00 a.u.,  0.9676 femto-seconds
            """;
    private static final String END = "   JOB DONE.\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void anOutputBehindAnotherIsReadOn() throws IOException {
        String relaxedEnd = "Begin final coordinates\n" + positions(0.9) + "End final coordinates\n";
        ReadFrames read = read(HEAD + step(1, 0.1) + step(2, 0.2) + relaxedEnd + END + HEAD + step(1, 0.3) + END);
        assertThat(read.frames()).isEqualTo(3);
        assertThat(read.labels()).containsExactly(1L, 2L, 1L);
        assertThat(read.fractional().get(2)[0]).isCloseTo(0.3, within(1e-12));
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void stepsHaveTheNumberOfTheirIteration() throws IOException {
        Path file = ReadFrames.write(folder, "md.out", HEAD + step(41, 0.1) + step(42, 0.2) + END);
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(1);
            while (reader.next(frame)) {
                assertThat(reader.labelsCountSteps()).isTrue();
            }
            assertThat(frame.stepLabel()).isEqualTo(42);
            assertThat(reader.frameIntervalFs().orElseThrow().value()).isCloseTo(0.967554, within(1e-5));
            assertThat(reader.meanTemperatureK()).hasValue(310);
        }
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        ReadFrames read = read(HEAD + step(1, 0.1) + step(2, 2e8) + END);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("atom 1", "far from any cell");
    }

    @Test
    void anOutputWithAnotherTimeStepEndsTheReading() throws IOException {
        ReadFrames read = read(HEAD + step(1, 0.1) + END + HEAD.replace("20.00", "40.00") + step(2, 0.2) + END);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("time step of 1.93511 fs, 0.96755 fs before");
    }

    @Test
    void aKilledRunIsTold() throws IOException {
        ReadFrames read = read(HEAD + step(1, 0.1) + step(2, 0.2));
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices()).singleElement().asString().contains("without 'JOB DONE.'", "still running");
        ReadFrames resumed = read(HEAD + step(1, 0.1) + HEAD + step(2, 0.2) + END);
        assertThat(resumed.frames()).isEqualTo(2);
        assertThat(resumed.notices()).singleElement().asString().contains("line 15", "another one follows");
    }

    @Test
    void aDamagedCellIsNotTheOneBefore() throws IOException {
        String cell = "CELL_PARAMETERS (alat= 10.0)\n 1.1 0 0\n 0 ******** 0\n 0 0 1.1\n";
        String damaged = step(2, 0.2).replace("ATOMIC", cell + "ATOMIC");
        ReadFrames read = read(HEAD + step(1, 0.1) + damaged + step(3, 0.3) + END);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("cell without volume");
    }

    private ReadFrames read(String text) throws IOException {
        return ReadFrames.of(folder, "md.out", text);
    }

    private static String step(int iteration, double x) {
        return "     Entering Dynamics:    iteration =     " + iteration + "\n" + positions(x)
                + "     temperature           =         310.00000000 K\n     temperature           =  1.2.3 K\n";
    }

    private static String positions(double x) {
        return "ATOMIC_POSITIONS (crystal)\nLi1  " + x + " 0.0 0.0   0 0 1\n\n";
    }
}
