package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Joints between segments of a vibrating crystal with hopping Li. */
class SeamTest {

    private static final int ATOMS = VibratingCrystal.LITHIUM + VibratingCrystal.SULFUR;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final VibratingCrystal crystal = new VibratingCrystal(11);

    @Test
    void continuousSegmentsAreOneRun() throws IOException {
        double[][] frames = crystal.frames(300);
        segment(1, Arrays.copyOfRange(frames, 0, 120));
        segment(2, Arrays.copyOfRange(frames, 120, 200));
        segment(3, Arrays.copyOfRange(frames, 200, 300));
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(300);
            assertSeams(run, Seam.Kind.CONTINUOUS, Seam.Kind.CONTINUOUS);
            assertThat(run.info().seams()).extracting(Seam::frame).containsExactly(120, 200);
            assertThat(run.info().seams()).extracting(Seam::afterSegment).containsExactly(1, 2);
            assertThat(run.ions().pieces()).hasSize(1);
            assertThat(Runs.verdict(run, "T3").status()).isEqualTo(Status.PASS);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void aFrameWrittenTwiceIsDroppedOnce() throws IOException {
        double[][] frames = crystal.frames(200);
        segment(1, Arrays.copyOfRange(frames, 0, 101));
        segment(2, Arrays.copyOfRange(frames, 100, 200));
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(200);
            assertSeams(run, Seam.Kind.DUPLICATE_FRAME);
            assertThat(run.info().seams().get(0).action()).contains("dropped");
            assertThat(Runs.verdict(run, "T3").status()).isEqualTo(Status.WARN);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void aRestartInsideOneFileIsFoundByItsLabels() throws IOException {
        double[][] frames = crystal.frames(200);
        String text = VibratingCrystal.xdatcar(Arrays.copyOfRange(frames, 0, 101))
                + VibratingCrystal.xdatcar(Arrays.copyOfRange(frames, 100, 200));
        Runs.write(folder, "XDATCAR", text);
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(200);
            assertSeams(run, Seam.Kind.DUPLICATE_FRAME);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void theFramesBeforeAnotherSystemInOneFileAreTheRun() throws IOException {
        double[][] frames = crystal.frames(200);
        String other =
                VibratingCrystal.xdatcar(Arrays.copyOfRange(frames, 150, 200)).replaceFirst("Li +S", "Li O");
        Runs.write(folder, "XDATCAR", VibratingCrystal.xdatcar(Arrays.copyOfRange(frames, 0, 150)) + other);
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(150);
            assertThat(run.info().segments().get(0).truncated()).isTrue();
            assertThat(run.info().notices()).anyMatch(notice -> notice.contains("two different systems were joined"));
        }
    }

    @Test
    void anUnrelatedRunAppendedPartsTheRun() throws IOException {
        segment(1, crystal.frames(150));
        segment(2, drifted(new VibratingCrystal(99).frames(150), 0.11));
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.DISCONTINUOUS);
            assertThat(run.ions().pieces()).containsExactly(new FrameRange(0, 150), new FrameRange(150, 300));
            assertThat(run.framework().pieces()).isEqualTo(run.ions().pieces());
            assertThat(Runs.verdict(run, "T3").status()).isEqualTo(Status.FAIL);
            Seam seam = run.info().seams().get(0);
            assertThat(seam.maxStepA()).isGreaterThan(seam.typicalMaxStepA() / 2);
        }
    }

    @Test
    void aHoleInAFlowingSystemPartsTheRun() throws IOException {
        double[][] frames = randomWalk(400, 0.01);
        segment(1, Arrays.copyOfRange(frames, 0, 150));
        segment(2, Arrays.copyOfRange(frames, 160, 400));
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.DISCONTINUOUS);
        }
    }

    @Test
    void aHoleInsideAFileIsFoundByTheMotion() throws IOException {
        double[][] frames = randomWalk(400, 0.01);
        double[][] holed = new double[380][];
        System.arraycopy(frames, 0, holed, 0, 150);
        System.arraycopy(frames, 170, holed, 150, 230);
        Runs.write(folder, "XDATCAR", VibratingCrystal.xdatcar(holed));
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.DISCONTINUOUS);
            assertThat(run.info().seams().get(0).frame()).isEqualTo(150);
            assertThat(run.ions().pieces()).containsExactly(new FrameRange(0, 150), new FrameRange(150, 380));
        }
    }

    @Test
    void aMissingStepOfADumpIsADiscontinuity() throws IOException {
        double[][] frames = crystal.frames(100);
        String[] elements = new String[ATOMS];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder dump = new StringBuilder();
        for (int k = 0; k < frames.length; k++) {
            long step = 50L * (k < 60 ? k : k + 1);
            dump.append(TrajectoryTexts.lammpsSnapshot(step, VibratingCrystal.CELL, elements, frames[k]));
        }
        Runs.write(folder, "traj.lammpstrj", dump.toString());
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.DISCONTINUOUS);
            assertThat(run.ions().pieces()).containsExactly(new FrameRange(0, 60), new FrameRange(60, 100));
        }
    }

    /** The first version of the steps written twice is shifted by 0.03 of the cell and must not be seen. */
    @Test
    void aResumedRunReplacesTheStepsThatItRepeats() throws IOException {
        double[][] frames = crystal.frames(100);
        String[] elements = new String[ATOMS];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder killed = new StringBuilder();
        for (int k = 0; k < 60; k++) {
            double shift = k < 50 ? 0 : 0.03;
            double[] frame = Arrays.stream(frames[k]).map(s -> s + shift).toArray();
            killed.append(TrajectoryTexts.lammpsSnapshot(50L * k, VibratingCrystal.CELL, elements, frame));
        }
        StringBuilder resumed = new StringBuilder();
        for (int k = 50; k < 100; k++) {
            resumed.append(TrajectoryTexts.lammpsSnapshot(50L * k, VibratingCrystal.CELL, elements, frames[k]));
        }
        Runs.write(folder, "1.lammpstrj", killed.toString());
        Runs.write(folder, "2.lammpstrj", resumed.toString());
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.CONTINUOUS);
            assertThat(run.info().framesRead()).isEqualTo(100);
            assertThat(run.info().driftA()).isLessThan(0.1);
            assertThat(run.info().notices()).anyMatch(notice -> notice.startsWith("10 frames"));
        }
    }

    @Test
    void aRareFarHopIsNoSeam() throws IOException {
        double[][] frames = crystal.frames(300);
        for (int k = 200; k < frames.length; k++) {
            frames[k][0] += 0.4;
            frames[k][4] += 0.4;
        }
        Runs.write(folder, "XDATCAR", VibratingCrystal.xdatcar(frames));
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().seams()).isEmpty();
            assertThat(run.ions().pieces()).hasSize(1);
            assertThat(Runs.verdict(run, "T2").status())
                    .as("4.8 Å of a 12 Å cell")
                    .isEqualTo(Status.WARN);
        }
    }

    @Test
    void reorderedAtomsAreRestored() throws IOException {
        double[][] frames = crystal.frames(200);
        segment(1, Arrays.copyOfRange(frames, 0, 100));
        int[] order = new int[ATOMS];
        Arrays.setAll(order, i -> (i + VibratingCrystal.LITHIUM) % ATOMS);
        double[][] reordered = reordered(Arrays.copyOfRange(frames, 100, 200), order);
        Runs.write(folder, "run2/XDATCAR", TrajectoryTexts.xdatcar(VibratingCrystal.CELL, "S Li", "64 16", reordered));
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.REORDERED_ATOMS);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void permutedAtomsOfOneElementAreRestored() throws IOException {
        double[][] frames = crystal.frames(200);
        segment(1, Arrays.copyOfRange(frames, 0, 100));
        int[] order = new int[ATOMS];
        Arrays.setAll(order, i -> i < VibratingCrystal.LITHIUM ? i : ATOMS - 1 - (i - VibratingCrystal.LITHIUM));
        segment(2, reordered(Arrays.copyOfRange(frames, 100, 200), order));
        try (Run run = Runs.read(folder)) {
            assertSeams(run, Seam.Kind.REORDERED_ATOMS);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void theSameStretchUnderTwoNamesIsRefused() throws IOException {
        double[][] frames = crystal.frames(120);
        segment(1, Arrays.copyOfRange(frames, 0, 60));
        segment(2, Arrays.copyOfRange(frames, 0, 50));
        assertThatThrownBy(() -> Runs.read(folder))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("run1", "run2", "the same stretch");
    }

    @Test
    void replicasThatStartFromOneFrameAreIndependent() throws IOException {
        double[][] frames = crystal.frames(120);
        double[][] other = new VibratingCrystal(77).frames(60);
        other[0] = frames[0];
        segment(1, Arrays.copyOfRange(frames, 0, 60));
        segment(2, other);
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(120);
            assertSeams(run, Seam.Kind.DISCONTINUOUS);
            assertThat(run.ions().pieces()).hasSize(2);
        }
    }

    @Test
    void aResumptionFromAnOlderCheckpointReplacesWhatItRepeats() throws IOException {
        double[][] frames = crystal.frames(200);
        segment(1, Arrays.copyOfRange(frames, 0, 90));
        segment(2, Arrays.copyOfRange(frames, 70, 160));
        segment(3, Arrays.copyOfRange(frames, 150, 200));
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(200);
            assertSeams(run, Seam.Kind.CONTINUOUS, Seam.Kind.CONTINUOUS);
            assertThat(run.ions().pieces()).hasSize(1);
            assertThat(run.info().notices())
                    .anyMatch(notice -> notice.startsWith("30 frames") && notice.contains("twice"));
            assertPathsFollow(run, frames);
        }
    }

    /** The spacing of most frames is that of the run; frames at another one are parted, not refused. */
    @ParameterizedTest
    @CsvSource({"0, 1, 2, 1", "0, 30, 2, 30", "60, 100, 5, 39"})
    void framesAtAnotherSpacingAreParted(int from, int to, int spacing, int seams) throws IOException {
        double[][] frames = crystal.frames(100);
        String[] elements = new String[ATOMS];
        Arrays.setAll(elements, i -> i < VibratingCrystal.LITHIUM ? "Li" : "S");
        StringBuilder dump = new StringBuilder();
        long step = 0;
        for (int k = 0; k < frames.length; k++) {
            dump.append(TrajectoryTexts.lammpsSnapshot(step, VibratingCrystal.CELL, elements, frames[k]));
            step += k >= from && k < to ? spacing : 10;
        }
        Runs.write(folder, "traj.lammpstrj", dump.toString());
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(100);
            assertThat(run.info().seams()).hasSize(seams);
            assertThat(run.info().seams()).allMatch(seam -> seam.kind() == Seam.Kind.DISCONTINUOUS);
            assertThat(run.ions().pieces()).hasSize(seams + 1);
        }
    }

    /** As below, where each run counts its own steps from the start. */
    @Test
    void aResumptionWhoseStepsStartOverReplacesWhatItRepeats() throws IOException {
        double[][] frames = crystal.frames(200);
        String[] elements = new String[frames[0].length / 3];
        Arrays.setAll(elements, atom -> atom < VibratingCrystal.LITHIUM ? "Li" : "S");
        int[][] runs = {{0, 90}, {70, 160}, {150, 200}};
        for (int run = 0; run < runs.length; run++) {
            StringBuilder dump = new StringBuilder();
            for (int k = runs[run][0]; k < runs[run][1]; k++) {
                int step = 50 * (k - runs[run][0]);
                dump.append(TrajectoryTexts.lammpsSnapshot(step, VibratingCrystal.CELL, elements, frames[k]));
            }
            Runs.write(folder, "run" + run + "/traj.lammpstrj", dump.toString());
        }
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(200);
            assertSeams(run, Seam.Kind.CONTINUOUS, Seam.Kind.CONTINUOUS);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void aResumptionThatEndsShortOfWhatItRepeatsIsLeftOut() throws IOException {
        double[][] frames = crystal.frames(200);
        segment(1, Arrays.copyOfRange(frames, 0, 90));
        segment(2, Arrays.copyOfRange(frames, 60, 75));
        segment(3, Arrays.copyOfRange(frames, 90, 200));
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(200);
            assertThat(run.ions().pieces()).hasSize(1);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void theSameStretchLaterInTheRunIsRefusedToo() throws IOException {
        double[][] frames = crystal.frames(120);
        segment(1, Arrays.copyOfRange(frames, 0, 60));
        segment(2, Arrays.copyOfRange(frames, 60, 120));
        segment(3, Arrays.copyOfRange(frames, 60, 110));
        assertThatThrownBy(() -> Runs.read(folder))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("run2", "run3", "the same stretch");
    }

    @Test
    void anotherSystemAmongTheSegmentsIsRefused() throws IOException {
        segment(1, crystal.frames(20));
        Runs.write(
                folder,
                "run2/XDATCAR",
                TrajectoryTexts.xdatcar(VibratingCrystal.CELL, "Li Se", "16 64", crystal.frames(20)));
        assertThatThrownBy(() -> Runs.read(folder))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContainingAll("Li16 Se64", "Li16 S64");
    }

    @Test
    void aSegmentWithoutFramesIsToldAndPassedOver() throws IOException {
        double[][] frames = crystal.frames(90);
        segment(1, new double[0][]);
        segment(2, Arrays.copyOfRange(frames, 0, 50));
        segment(3, new double[0][]);
        segment(4, Arrays.copyOfRange(frames, 50, 90));
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(90);
            assertThat(run.info().segments()).extracting(Segment::frames).containsExactly(0, 50, 0, 40);
            assertThat(run.info().notices())
                    .filteredOn(notice -> notice.contains("no frame"))
                    .hasSize(2);
            assertSeams(run, Seam.Kind.CONTINUOUS);
            assertPathsFollow(run, frames);
        }
    }

    @Test
    void anEmptySegmentFileIsTold() throws IOException {
        double[][] frames = crystal.frames(90);
        String[] parts = {"XDATCAR-1", "XDATCAR-2", "XDATCAR-3"};
        Runs.write(folder, parts[0], VibratingCrystal.xdatcar(Arrays.copyOfRange(frames, 0, 50)));
        Runs.write(folder, parts[1], "");
        Runs.write(folder, parts[2], VibratingCrystal.xdatcar(Arrays.copyOfRange(frames, 50, 90)));
        Runs.write(folder, "slurm.out", "");
        try (Run run = Runs.read(folder)) {
            assertThat(run.info().framesRead()).isEqualTo(90);
            assertThat(run.info().segments()).extracting(Segment::frames).containsExactly(50, 0, 40);
            assertThat(run.info().notices()).anyMatch(notice -> notice.contains("XDATCAR-2 is empty"));
        }
    }

    @Test
    void aBreakBehindTheLastStoredFrameOfAStrideDoesNoHarm() throws IOException {
        segment(1, crystal.frames(42));
        segment(2, drifted(new VibratingCrystal(99).frames(5), 0.11));
        RunOptions every10th = Runs.wholeCell(List.of("S"), 10);
        try (Run run = Runs.read(folder, every10th)) {
            assertThat(run.info().framesRead()).isEqualTo(5);
            assertThat(run.info().frameIntervalFs().require()).isEqualTo(1000);
            assertThat(run.ions().pieces()).containsExactly(new FrameRange(0, 5));
        }
        segment(2, drifted(new VibratingCrystal(99).frames(40), 0.11));
        try (Run run = Runs.read(folder, every10th)) {
            assertThat(run.ions().pieces()).containsExactly(new FrameRange(0, 5), new FrameRange(5, 9));
        }
    }

    @Test
    void kindsAreNamedAsResultFilesNameThem() {
        assertThat(Seam.Kind.values())
                .extracting(Seam.Kind::label)
                .containsExactly("continuous", "duplicate-frame", "discontinuous", "reordered-atoms");
    }

    @Test
    void piecesEndWhereDiscontinuitiesAre() {
        List<Seam> seams = List.of(
                new Seam(1, 10, Seam.Kind.DISCONTINUOUS, 9, 1, ""),
                new Seam(1, 20, Seam.Kind.CONTINUOUS, 1, 1, ""),
                new Seam(2, 30, Seam.Kind.DISCONTINUOUS, 9, 1, ""));
        assertThat(SeamAudit.pieces(seams, 50))
                .containsExactly(new FrameRange(0, 10), new FrameRange(10, 30), new FrameRange(30, 50));
        assertThat(SeamAudit.pieces(List.of(), 50)).containsExactly(new FrameRange(0, 50));
    }

    private void segment(int number, double[][] frames) throws IOException {
        Runs.write(folder, "run" + number + "/XDATCAR", VibratingCrystal.xdatcar(frames));
    }

    private static void assertSeams(Run run, Seam.Kind... kinds) {
        assertThat(run.info().seams()).extracting(Seam::kind).containsExactly(kinds);
    }

    /** Li paths are those of the truth, up to the drift of the S sublattice, which vibrates by less than 0.01. */
    private static void assertPathsFollow(Run run, double[][] frames) {
        for (int ion = 0; ion < VibratingCrystal.LITHIUM; ion++) {
            for (int axis = 0; axis < 3; axis++) {
                double[] path = Runs.path(run.ions(), ion, axis);
                for (int k = 0; k < path.length; k++) {
                    double truth = frames[k][3 * ion + axis] - frames[0][3 * ion + axis];
                    if (Math.abs(path[k] - path[0] - truth) > 0.01) {
                        assertThat(path[k] - path[0])
                                .as("ion %d frame %d", ion, k)
                                .isCloseTo(truth, within(0.01));
                    }
                }
            }
        }
    }

    private static double[][] reordered(double[][] frames, int[] order) {
        double[][] result = new double[frames.length][];
        for (int k = 0; k < frames.length; k++) {
            result[k] = new double[frames[k].length];
            for (int i = 0; i < order.length; i++) {
                System.arraycopy(frames[k], 3 * order[i], result[k], 3 * i, 3);
            }
        }
        return result;
    }

    private static double[][] drifted(double[][] frames, double shift) {
        for (double[] frame : frames) {
            for (int at = 0; at < frame.length; at++) {
                frame[at] += shift;
            }
        }
        return frames;
    }

    /** Every atom walks: a melt. */
    private double[][] randomWalk(int count, double step) {
        Random random = new Random(6);
        double[][] frames = new double[count][];
        double[] at = crystal.frames(1)[0];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < at.length; i++) {
                at[i] += step * random.nextGaussian();
            }
            frames[k] = at.clone();
        }
        return frames;
    }
}
