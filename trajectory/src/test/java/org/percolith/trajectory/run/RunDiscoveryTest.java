package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;

class RunDiscoveryTest {

    private static final String XDATCAR = "t\n1\n4 0 0\n0 4 0\n0 0 4\nLi\n1\nDirect configuration= 1\n0 0 0\n";
    private static final String VASPRUN = "<?xml version=\"1.0\"?>\n<modeling>\n</modeling>\n";
    private static final String DUMP = "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void segmentsOfOneRunAreJoinedInNaturalOrder() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int k = 10; k >= 1; k--) {
            write("run" + k + "/XDATCAR", XDATCAR);
            expected.add(0, "run" + k + "/XDATCAR");
        }
        RunFiles run = discoverOne(".");
        assertThat(names(run)).isEqualTo(expected);
        assertThat(run.temperatureK()).isNull();
    }

    @Test
    void numberedFilesAreSegmentsAndTheBareNameIsTheNewest() throws IOException {
        for (String name : List.of("XDATCAR", "XDATCAR.2", "XDATCAR.10.gz", "XDATCAR.1")) {
            write(name, XDATCAR);
        }
        assertThat(names(discoverOne("."))).containsExactly("XDATCAR.1", "XDATCAR.2", "XDATCAR.10.gz", "XDATCAR");
    }

    /** The beads of a path integral move at the same times; a restart of a classical run is bead 0 again. */
    @Test
    void beadsOfAPathIntegralAreNotJoined() throws IOException {
        write("md/run.pos_0.xyz", bead(0, "positions"));
        write("md/run.pos_1.xyz", bead(0, "positions"));
        assertThat(names(discoverOne("md"))).containsExactly("md/run.pos_0.xyz", "md/run.pos_1.xyz");
        write("pimd/run.pos_0.xyz", bead(0, "positions"));
        write("pimd/run.pos_1.xyz", bead(1, "positions"));
        assertThatThrownBy(() -> discover("pimd"))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("beads", "x_centroid", "run.pos_0.xyz");
        write("pimd/run.xc.xyz", bead(0, "x_centroid"));
        assertThatThrownBy(() -> discover("pimd")).hasMessageContainingAll("beads", "the centroid,", "run.xc.xyz");
    }

    private static String bead(int number, String quantity) {
        return "1\n# CELL(abcABC): 4 4 4 90 90 90 Step: 0 Bead: " + number + " " + quantity
                + "{angstrom} cell{angstrom}\nLi 0 0 0\n";
    }

    @Test
    void foldersNamedForTemperaturesAreASweep() throws IOException {
        write("T600/XDATCAR", XDATCAR);
        write("800K/XDATCAR", XDATCAR);
        write("temperature_1000/run1/XDATCAR", XDATCAR);
        write("temperature_1000/run2/XDATCAR", XDATCAR);
        List<RunFiles> runs = discover(".");
        assertThat(runs).extracting(RunFiles::label).containsExactlyInAnyOrder("T600", "800K", "temperature_1000");
        assertThat(runs).allSatisfy(run -> {
            double temperatureK = Objects.requireNonNull(run.temperatureK()).value();
            assertThat(run.label()).contains(Integer.toString((int) temperatureK));
            assertThat(run.segments()).hasSize(run.label().equals("temperature_1000") ? 2 : 1);
            assertThat(run.temperatureIsExplicit()).isFalse();
        });
    }

    @Test
    void filesNamedForTemperaturesAreASweep() throws IOException {
        write("agi_450K.XDATCAR", XDATCAR);
        write("agi_600K.XDATCAR", XDATCAR);
        assertThat(discover("."))
                .extracting(run -> Objects.requireNonNull(run.temperatureK()).value())
                .containsExactly(450.0, 600.0);
    }

    @Test
    void aTemperatureMayBeStatedBeforeThePath() throws IOException {
        write("T300/XDATCAR", XDATCAR);
        for (String prefix : List.of("600:", "600K:", "600.0:")) {
            RunFiles run = new RunDiscovery(new TrajectoryFiles())
                    .discover(List.of(prefix + folder.resolve("T300")))
                    .get(0);
            assertThat(Objects.requireNonNull(run.temperatureK()).value()).isEqualTo(600);
            assertThat(run.temperatureIsExplicit()).isTrue();
        }
    }

    @Test
    void aManifestOverridesDiscovery() throws IOException {
        write("b/run1/XDATCAR", XDATCAR);
        write("b/run2/XDATCAR", XDATCAR);
        write("a/XDATCAR", XDATCAR);
        write("T900/XDATCAR", XDATCAR);
        write("runs.csv", "# a sweep\npath, temperature_K, frame_interval_fs, label\n\nb, 800, 100, hot\na,600,,\n");
        List<RunFiles> runs = discover(".");
        assertThat(runs).extracting(RunFiles::label).containsExactly("hot", "a");
        assertThat(names(runs.get(0))).containsExactly("b/run1/XDATCAR", "b/run2/XDATCAR");
        assertThat(Objects.requireNonNull(runs.get(0).temperatureK()).value()).isEqualTo(800);
        assertThat(Objects.requireNonNull(runs.get(0).frameIntervalFs()).value())
                .isEqualTo(100);
        assertThat(runs.get(1).frameIntervalFs()).isNull();
        assertThat(discover("runs.csv")).extracting(RunFiles::label).containsExactly("hot", "a");
    }

    @Test
    void aDamagedManifestIsToldWithItsLine() throws IOException {
        write("a/XDATCAR", XDATCAR);
        assertManifestRefused("file,T\na,600\n", "line 1", "path,temperature_K");
        assertManifestRefused("path,temperature_K\na,hot\n", "line 2", "'hot'");
        assertManifestRefused("path,temperature_K\na,-5\n", "line 2", "positive");
        assertManifestRefused("path,temperature_K\na,\n", "line 2", "temperature_K is missing");
        assertManifestRefused("path,temperature_K\n,600\n", "line 2", "path is missing");
        assertManifestRefused("path,temperature_K\n", "names no run");
        assertManifestRefused("path,temperature_K\nb,600\n", "there is no file or folder");
    }

    private void assertManifestRefused(String text, String... messages) throws IOException {
        write("runs.csv", text);
        assertThatThrownBy(() -> discover("."))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll(messages);
    }

    @Test
    void aPathGivenTwiceIsRefused() throws IOException {
        write("a/XDATCAR", XDATCAR);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
        for (String again : List.of("a", "a/XDATCAR", "a/../a", "link")) {
            assertThatThrownBy(() -> discover("a", again))
                    .isInstanceOf(TrajectoryException.class)
                    .hasMessageContaining("given twice");
        }
    }

    @Test
    void nothingFoundIsTold() throws IOException {
        write("notes/README", "no trajectory");
        write("notes/XDATCAR", "not one either\n");
        assertThatThrownBy(() -> discover("."))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("no trajectory in", "percolith formats");
        assertThatThrownBy(() -> discover("absent"))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("there is no file or folder");
    }

    @Test
    void xdatcarBesideVasprunIsTheSameRunOnce() throws IOException {
        write("XDATCAR", XDATCAR);
        write("vasprun.xml", VASPRUN);
        assertThat(names(discoverOne("."))).containsExactly("XDATCAR");
    }

    @Test
    void theContentDecidesNotTheName() throws IOException {
        write("actual_XDATCAR-1", DUMP);
        write("other.dump", "nothing\n");
        write(".hidden_XDATCAR", XDATCAR);
        assertThat(names(discoverOne("."))).containsExactly("actual_XDATCAR-1");
    }

    @Test
    void equalLabelsAreToldApartByTheirFolders() throws IOException {
        write("a/run1/XDATCAR", XDATCAR);
        write("b/run1/XDATCAR", XDATCAR);
        List<RunFiles> runs = discover("a/run1", "b/run1");
        assertThat(runs.get(0).label()).endsWith("a/run1");
        assertThat(runs.get(1).label()).endsWith("b/run1");
    }

    private List<RunFiles> discover(String... paths) {
        return new RunDiscovery(new TrajectoryFiles())
                .discover(Arrays.stream(paths)
                        .map(path -> folder.resolve(path).toString())
                        .toList());
    }

    private RunFiles discoverOne(String path) {
        List<RunFiles> runs = discover(path);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private List<String> names(RunFiles run) {
        return run.segments().stream()
                .map(file -> folder.relativize(file.normalize()).toString())
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Runs.write(folder, name, text);
    }
}
