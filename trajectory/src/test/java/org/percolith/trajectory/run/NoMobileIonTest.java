package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.percolith.trajectory.format.TrajectoryFiles;

/** A crystal of which no element is mobile without being asked: its account can be given, its diffusivity cannot. */
class NoMobileIonTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writeSilicate() throws IOException {
        silicate(".", new VibratingCrystal(5).frames(30));
    }

    private void silicate(String name, double[][] frames) throws IOException {
        Runs.write(
                folder.resolve(name),
                "XDATCAR",
                VibratingCrystal.xdatcar(frames).replaceFirst("Li +S", "Si O"));
    }

    @Test
    void theAccountIsGivenWithoutAFramework() {
        RunInfo info = inspect("XDATCAR");
        assertThat(info.framesRead()).isEqualTo(30);
        assertThat(info.mobileIon().found()).isNull();
        assertThat(info.mobileIon().problem()).contains("Si16 O64", "--species O");
        assertThat(info.driftReference()).contains("whole cell");
        assertThatThrownBy(info::carrier).hasMessageContaining("--species");
    }

    @Test
    void atomsInAnotherOrderAreFoundAmongAllOfThem() throws IOException {
        double[][] frames = new VibratingCrystal(8).frames(60);
        double[][] reversed = Arrays.copyOfRange(frames, 30, 60);
        for (double[] frame : reversed) {
            double[] original = frame.clone();
            int first = 3 * VibratingCrystal.LITHIUM;
            for (int at = first; at < frame.length; at += 3) {
                System.arraycopy(original, first + frame.length - 3 - at, frame, at, 3);
            }
        }
        silicate("run/1", Arrays.copyOfRange(frames, 0, 30));
        silicate("run/2", reversed);
        assertThat(inspect("run").seams()).extracting(Seam::kind).containsExactly(Seam.Kind.REORDERED_ATOMS);
    }

    @Test
    void anAnalysisAsksForIt() {
        assertThatThrownBy(() -> Runs.read(folder.resolve("XDATCAR")))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("--species O");
    }

    @ParameterizedTest
    @CsvSource({"Ne, --species Ne+", "Ar H, --species Ar+", "C O, --species O"})
    void theExampleIsAnElementThatIsThere(String elements, String example) throws IOException {
        String counts = elements.contains(" ") ? "16 64" : "80";
        String text = VibratingCrystal.xdatcar(new VibratingCrystal(5).frames(3));
        Runs.write(folder, "XDATCAR", text.replaceFirst("Li +S\\s+16 +64", elements + "\n" + counts));
        assertThat(inspect("XDATCAR").mobileIon().problem()).endsWith(example);
    }

    private RunInfo inspect(String name) {
        TrajectoryFiles files = new TrajectoryFiles();
        RunFiles run = new RunDiscovery(files)
                .discover(List.of(folder.resolve(name).toString()))
                .get(0);
        return new RunReader(files, RunOptions.defaults()).inspect(run, ReadProgress.none());
    }
}
