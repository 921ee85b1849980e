package org.percolith.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FoldedTracksTest {

    private static final Cell SUPERCELL = Cell.ofRows(12, 0, 0, 3, 10, 0, -1, 2, 8);
    private static final int FRAMES = 50;

    private static IonTracks tracks() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] positionsA = new double[FRAMES][6];
        for (double[] frame : positionsA) {
            for (int k = 0; k < frame.length; k++) {
                frame[k] = random.nextDouble(-30, 30);
            }
        }
        return IonTracks.ofCartesian(SUPERCELL, positionsA);
    }

    private static double[][] cartesian(IonTracks tracks, FrameRange range) {
        double[][] xyz = new double[3][range.frames()];
        tracks.cartesian(1, range, xyz[0], xyz[1], xyz[2]);
        return xyz;
    }

    @Test
    void foldingDividesTheCellAndMovesNoIon() {
        IonTracks tracks = tracks();
        IonTracks folded = tracks.folded(3, 2, 4);
        assertThat(folded.cell().maxDifferenceA(Cell.ofRows(4, 0, 0, 1.5, 5, 0, -0.25, 0.5, 2)))
                .isLessThan(1e-15);
        assertThat(folded.cell().volumeA3()).isCloseTo(SUPERCELL.volumeA3() / 24, within(1e-12));
        FrameRange range = new FrameRange(3, 40);
        double[][] before = cartesian(tracks, range);
        double[][] after = cartesian(folded, range);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(after[axis]).containsExactly(before[axis], within(1e-12));
        }
        double[] s = new double[range.frames()];
        double[] t = new double[range.frames()];
        tracks.fractional(0, 2, range, s);
        folded.fractional(0, 2, range, t);
        for (int k = 0; k < s.length; k++) {
            assertThat(t[k]).isEqualTo(4 * s[k]);
        }
    }

    @Test
    void foldsMultiplyAndPiecesStay() {
        IonTracks cut = tracks().withPieces(List.of(new FrameRange(5, 9), new FrameRange(20, 30)));
        IonTracks twice = cut.folded(2, 1, 1).folded(3, 1, 2);
        assertThat(twice.pieces()).isEqualTo(cut.pieces());
        assertThat(twice.cell().lengthA(0)).isCloseTo(2, within(1e-12));
        assertThat(twice.withPieces(List.of(new FrameRange(0, 1))).cell()).isEqualTo(twice.cell());
        double[] s = new double[1];
        double[] t = new double[1];
        cut.fractional(1, 0, new FrameRange(7, 8), s);
        twice.fractional(1, 0, new FrameRange(7, 8), t);
        assertThat(t[0]).isCloseTo(6 * s[0], within(1e-12));
    }

    @Test
    void refusesToFoldByNothing() {
        assertThatThrownBy(() -> tracks().folded(2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
