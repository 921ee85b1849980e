package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/** Vacuum beside slabs of known thickness. */
class EmptySlabTest {

    /** Atoms at random between two heights, as fractions of c, in a cell of 12 x 12 x 30 Å. */
    private static IonTracks atoms(double from, double to, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] positions = new double[40][3 * 400];
        for (int k = 0; k < positions[0].length; k++) {
            double s = k % 3 == 2 ? from + (to - from) * random.nextDouble() : random.nextDouble();
            for (double[] frame : positions) {
                frame[k] = s * (k % 3 == 2 ? 30 : 12);
            }
        }
        return IonTracks.ofCartesian(Cell.orthorhombic(12, 12, 30), positions);
    }

    @Test
    void vacuumIsFoundAcrossTheFaceOfTheCell() {
        EmptySlab found = EmptySlab.find(atoms(0.8, 1.1, 1), atoms(0.9, 1.2, 2)).orElseThrow();
        assertThat(found.vectorName()).isEqualTo("c");
        assertThat(found.heightA()).isCloseTo(30, within(1e-9));
        assertThat(found.thicknessA()).isCloseTo(18, within(0.8));
        assertThat(found.slabA()).isCloseTo(12, within(0.8));
    }

    @Test
    void aFullCellHasNone() {
        assertThat(EmptySlab.find(atoms(0, 1, 1), atoms(0, 1, 2))).isEmpty();
    }

    @Test
    void aLayerThatOneKindOfAtomFillsIsNoVacuum() {
        assertThat(EmptySlab.find(atoms(0, 0.4, 1), atoms(0.3, 1, 2))).isEmpty();
    }
}
