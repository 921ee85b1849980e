package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.quantity.Verdict.Status;

/** A crystal of which no element is mobile without being asked: its account can be given, its diffusivity cannot. */
class NoMobileIonTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writeSilicate() throws IOException {
        String text = VibratingCrystal.xdatcar(new VibratingCrystal(5).frames(30));
        Runs.write(folder, "XDATCAR", text.replaceFirst("Li +S", "Si O"));
    }

    @Test
    void theAccountIsGivenWithoutAFramework() {
        RunInfo info = inspect(RunOptions.defaults());
        assertThat(info.framesRead()).isEqualTo(30);
        assertThat(info.mobileIon().found()).isNull();
        assertThat(info.mobileIon().problem()).contains("Si16 O64", "--species O");
        assertThat(info.driftReference()).contains("whole cell");
        assertThat(info.verdicts())
                .filteredOn(verdict -> verdict.id().equals("F1"))
                .allSatisfy(verdict -> {
                    assertThat(verdict.status()).isEqualTo(Status.NOT_APPLICABLE);
                    assertThat(verdict.message()).contains("no mobile ion is named");
                });
        assertThatThrownBy(info::carrier).hasMessageContaining("--species");
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
        assertThat(inspect(RunOptions.defaults()).mobileIon().problem()).endsWith(example);
    }

    private RunInfo inspect(RunOptions options) {
        TrajectoryFiles files = new TrajectoryFiles();
        RunFiles run = new RunDiscovery(files)
                .discover(List.of(folder.resolve("XDATCAR").toString()))
                .get(0);
        return new RunReader(files, options).inspect(run, ReadProgress.none());
    }
}
