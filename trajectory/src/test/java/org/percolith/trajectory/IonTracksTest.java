package org.percolith.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IonTracksTest {

    private static final Cell CELL = Cell.ofRows(10, 0, 0, 3, 9, 0, -2, 1, 8);
    private static final int FRAMES = 2500;
    private static final int IONS = 3;

    @Test
    void tilesGiveBackWhatWasAdded(@TempDir Path folder) throws IOException {
        try (IonTracks tracks = tracks(Long.MAX_VALUE, folder)) {
            assertThat(tracks.frames()).isEqualTo(FRAMES);
            assertThat(tracks.ions()).isEqualTo(IONS);
            assertThat(filesIn(folder)).isZero();
            for (FrameRange range : List.of(
                    new FrameRange(0, FRAMES),
                    new FrameRange(0, 1),
                    new FrameRange(1023, 1025),
                    new FrameRange(1000, 2100),
                    new FrameRange(FRAMES - 1, FRAMES))) {
                assertSamePath(tracks, range);
            }
        }
    }

    @Test
    void spilledTilesGiveTheSameNumbersAndTheirFileIsDeletedOnClose(@TempDir Path folder) throws IOException {
        IonTracks tracks = tracks(0, folder);
        assertThat(filesIn(folder)).isEqualTo(1);
        assertSamePath(tracks, new FrameRange(0, FRAMES));
        assertSamePath(tracks, new FrameRange(1000, 2100));
        tracks.close();
        assertThat(filesIn(folder)).isZero();
    }

    @Test
    void aBudgetIsSpentBeforeTilesSpill(@TempDir Path folder) throws IOException {
        long oneTile = 3L * IONS * 1024 * Double.BYTES;
        try (IonTracks tracks = tracks(oneTile, folder);
                Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isEqualTo(oneTile);
            assertSamePath(tracks, new FrameRange(0, FRAMES));
        }
    }

    @Test
    void aScratchFolderThatIsNotThereIsTold(@TempDir Path folder) {
        assertThatThrownBy(() -> tracks(0, folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("TMPDIR");
    }

    @Test
    void cartesianIsFractionalTimesTheMeanCell(@TempDir Path folder) {
        try (IonTracks tracks = tracks(Long.MAX_VALUE, folder)) {
            double[] x = new double[1];
            double[] y = new double[1];
            double[] z = new double[1];
            tracks.cartesian(2, new FrameRange(7, 8), x, y, z);
            double a = value(2, 0, 7);
            double b = value(2, 1, 7);
            double c = value(2, 2, 7);
            assertThat(x[0]).isCloseTo(10 * a + 3 * b - 2 * c, within(1e-12));
            assertThat(y[0]).isCloseTo(9 * b + c, within(1e-12));
            assertThat(z[0]).isCloseTo(8 * c, within(1e-12));
        }
    }

    @Test
    void cartesianPathsComeBack() {
        double[][] positions = {{1, 2, 3, -4, 5, -6}, {1.5, 2.5, 3.5, 40, 50, 60}};
        try (IonTracks tracks = IonTracks.ofCartesian(CELL, positions)) {
            double[] x = new double[2];
            double[] y = new double[2];
            double[] z = new double[2];
            tracks.cartesian(1, new FrameRange(0, 2), x, y, z);
            assertThat(x).containsExactly(new double[] {-4, 40}, within(1e-12));
            assertThat(y).containsExactly(new double[] {5, 50}, within(1e-12));
            assertThat(z).containsExactly(new double[] {-6, 60}, within(1e-12));
            assertThat(tracks.pieces()).containsExactly(new FrameRange(0, 2));
        }
    }

    @Test
    void otherPiecesOfTheSameTracksShareTheScratchFile(@TempDir Path folder) throws IOException {
        List<FrameRange> pieces = List.of(new FrameRange(5, 1100), new FrameRange(1200, 2000));
        try (IonTracks tracks = tracks(0, folder)) {
            IonTracks parted = tracks.withPieces(pieces);
            assertThat(parted.pieces()).isEqualTo(pieces);
            assertSamePath(parted, pieces.get(1));
            parted.close();
            assertThat(filesIn(folder)).as("the original owns the file").isEqualTo(1);
            assertSamePath(tracks, pieces.get(0));
        }
        assertThat(filesIn(folder)).isZero();
    }

    private static IonTracks tracks(long budgetBytes, Path folder) {
        try (IonTracks.Builder builder = new IonTracks.Builder(IONS, budgetBytes, folder)) {
            double[] row = new double[3 * IONS];
            for (int frame = 0; frame < FRAMES; frame++) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = value(k / 3, k % 3, frame);
                }
                builder.add(row);
            }
            assertThat(builder.spilled()).isEqualTo(budgetBytes < 1_000_000);
            return builder.build(CELL, List.of(new FrameRange(0, FRAMES)));
        }
    }

    private static double value(int ion, int axis, int frame) {
        return ion + 0.1 * axis + 0.001 * frame;
    }

    private static void assertSamePath(IonTracks tracks, FrameRange range) {
        for (int ion = 0; ion < IONS; ion++) {
            for (int axis = 0; axis < 3; axis++) {
                double[] path = new double[range.frames()];
                tracks.fractional(ion, axis, range, path);
                for (int k = 0; k < path.length; k++) {
                    assertThat(path[k]).isEqualTo(value(ion, axis, range.from() + k));
                }
            }
        }
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
