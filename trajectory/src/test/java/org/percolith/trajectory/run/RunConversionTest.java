package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.conversion.OutputFormat;
import org.percolith.trajectory.format.conversion.RunConversion;
import org.percolith.trajectory.format.conversion.RunConversion.Pieces;

/** Restarts of a vibrating crystal, written as one trajectory: what an analysis of the file reads is that of the folder. */
class RunConversionTest {

    private static final int ATOMS = VibratingCrystal.LITHIUM + VibratingCrystal.SULFUR;
    private static final RunOptions OPTIONS = RunOptions.defaults().with(100.0, 600.0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final VibratingCrystal crystal = new VibratingCrystal(21);

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void theFrameThatTwoSegmentsShareIsWrittenOnce(OutputFormat format) throws IOException {
        double[][] frames = crystal.frames(60);
        segment(1, Arrays.copyOfRange(frames, 0, 31));
        segment(2, Arrays.copyOfRange(frames, 30, 60));
        Path target = folder.resolve("joined");
        RunConversion.Written done = convert(format, null, target);
        assertThat(done.framesOfFile()).containsExactly(60L);
        assertThat(done.info().seams()).extracting(Seam::kind).containsExactly(Seam.Kind.DUPLICATE_FRAME);
        assertSamePaths(target);
        assertThat(ReadFrames.of(target).labels()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void unwrappedPositionsGoOnWhereTheImagesAreCountedAnew() throws IOException {
        double[][] frames = crystal.frames(40);
        for (int k = 20; k < 40; k++) {
            for (int at = 0; at < 3 * ATOMS; at += 5) {
                frames[k][at] -= 2;
            }
        }
        dump(1, Arrays.copyOfRange(frames, 0, 20), 0);
        dump(2, Arrays.copyOfRange(frames, 20, 40), 2000);
        Path target = folder.resolve("joined");
        convert(OutputFormat.LAMMPS_DUMP, null, target);
        ReadFrames read = ReadFrames.of(target);
        assertThat(read.unwrapped()).isTrue();
        for (int at = 0; at < 3 * ATOMS; at++) {
            double step = read.fractional().get(20)[at] - read.fractional().get(19)[at];
            assertThat(Math.abs(step)).as("coordinate " + at).isLessThan(0.5);
        }
        assertSamePaths(target);
    }

    @Test
    void aPartedRunIsRefusedUnlessToldOtherwise() throws IOException {
        segment(1, crystal.frames(50));
        segment(2, shifted(new VibratingCrystal(77).frames(40)));
        assertThatThrownBy(() -> convert(OutputFormat.XDATCAR, null, folder.resolve("joined")))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("discontinuity", "frame 50", "--pieces split", "--pieces join");
        assertThat(folder.resolve("joined")).doesNotExist();
        RunConversion.Written split = convert(OutputFormat.XDATCAR, Pieces.SPLIT, folder.resolve("piece"));
        assertThat(split.framesOfFile()).containsExactly(50L, 40L);
        assertThat(ReadFrames.of(folder.resolve("piece2")).frames()).isEqualTo(40);
        RunConversion.Written joined = convert(OutputFormat.XDATCAR, Pieces.JOIN, folder.resolve("all"));
        assertThat(joined.framesOfFile()).containsExactly(90L);
        assertThat(ReadFrames.of(folder.resolve("all")).frames()).isEqualTo(90);
    }

    @Test
    void stepsThatAResumedRunRepeatsAreWrittenOnce() throws IOException {
        double[][] frames = crystal.frames(60);
        dump(1, Arrays.copyOfRange(frames, 0, 30), 0);
        dump(2, Arrays.copyOfRange(frames, 20, 60), 2000);
        Path target = folder.resolve("joined");
        assertThat(convert(OutputFormat.EXTENDED_XYZ, null, target).framesOfFile())
                .containsExactly(60L);
        assertThat(ReadFrames.of(target).frames()).isEqualTo(60);
    }

    private RunConversion.Written convert(OutputFormat format, @Nullable Pieces pieces, Path target) {
        TrajectoryFiles files = new TrajectoryFiles();
        RunFiles run = new RunDiscovery(files)
                .discover(List.of(folder.resolve("run").toString()))
                .get(0);
        return new RunConversion(new RunReader(files, OPTIONS), format, 1, pieces)
                .convert(
                        run,
                        ReadProgress.none(),
                        account -> {},
                        piece -> piece == 0 ? target : target.resolveSibling(target.getFileName() + "" + piece));
    }

    private void assertSamePaths(Path target) {
        try (Run joined = Runs.read(target, OPTIONS);
                Run run = Runs.read(folder.resolve("run"), OPTIONS)) {
            assertThat(joined.info().framesRead()).isEqualTo(run.info().framesRead());
            for (int ion = 0; ion < VibratingCrystal.LITHIUM; ion++) {
                double[] expected = Runs.path(run.ions(), ion, 0);
                assertThat(Runs.path(joined.ions(), ion, 0)).hasSameSizeAs(expected);
                for (int k = 0; k < expected.length; k++) {
                    assertThat(Runs.path(joined.ions(), ion, 0)[k] - Runs.path(joined.ions(), ion, 0)[0])
                            .isCloseTo(expected[k] - expected[0], within(1e-7));
                }
            }
        }
    }

    private static double[][] shifted(double[][] frames) {
        for (double[] frame : frames) {
            for (int k = 0; k < frame.length; k++) {
                frame[k] += 0.11;
            }
        }
        return frames;
    }

    private void segment(int number, double[][] frames) throws IOException {
        Runs.write(folder, "run/" + number + "/XDATCAR", VibratingCrystal.xdatcar(frames));
    }

    private void dump(int number, double[][] frames, long firstStep) throws IOException {
        String[] elements = new String[ATOMS];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < frames.length; k++) {
            text.append(
                    TrajectoryTexts.lammpsSnapshot(firstStep + 100L * k, VibratingCrystal.CELL, elements, frames[k]));
        }
        Runs.write(folder, "run/" + number + "/md.lammpstrj", text.toString());
    }
}
