package org.percolith.pathways.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.density.Framework;
import org.percolith.trajectory.Cell;

/** Translations of frameworks whose lattice is known. */
class FrameworkTranslationsTest {

    private static final double[][] FACE_CENTRED = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};

    /** Motifs of one P and one S at each lattice point of {@code n³} cells, displaced at random by up to {@code noise}. */
    private static Framework crystal(double[][] points, int n, double noise, boolean mixed) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> species = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        for (int cell = 0; cell < n * n * n; cell++) {
            int[] at = {cell % n, cell / n % n, cell / (n * n)};
            for (double[] point : points) {
                for (int atom = 0; atom < 2; atom++) {
                    boolean swapped = mixed && random.nextBoolean();
                    species.add((atom == 0) != swapped ? "P" : "S");
                    for (int axis = 0; axis < 3; axis++) {
                        double motif = atom == 0 ? 0.05 : new double[] {0.13, 0.19, 0.31}[axis];
                        positions.add((at[axis] + point[axis] + motif + noise * (random.nextDouble() - 0.5)) / n);
                    }
                }
            }
        }
        return new Framework(species, positions);
    }

    @Test
    void aSupercellIsFoldedIntoItsPrimitiveCell() {
        FrameworkTranslations found = FrameworkTranslations.find(crystal(FACE_CENTRED, 2, 0.01, false), Cell.cubic(12));
        assertThat(found.cells()).isEqualTo(32);
        assertThat(found.supercell().smallerCellOf(Cell.cubic(12)).volumeA3()).isCloseTo(1728 / 32.0, within(1e-9));
        assertThat(found.supercell().smallerCellOf(Cell.cubic(12)).lengthA(0))
                .isCloseTo(6 / Math.sqrt(2), within(1e-9));
        assertThat(found.largestMismatchA()).isBetween(0.001, 0.2);
    }

    @Test
    void aSkewedCellOfTheSameCrystalHasTheSameLattice() {
        Cell skewed = Cell.ofRows(12, 0, 0, 12, 12, 0, 0, 0, 12);
        Framework cubic = crystal(new double[][] {{0, 0, 0}}, 3, 0.01, false);
        List<Double> positions = new ArrayList<>();
        for (int atom = 0; atom < cubic.atoms(); atom++) {
            double x = 12 * cubic.fractional(atom, 0);
            double y = 12 * cubic.fractional(atom, 1);
            double z = 12 * cubic.fractional(atom, 2);
            for (int axis = 0; axis < 3; axis++) {
                positions.add(skewed.fractional(x, y, z, axis));
            }
        }
        FrameworkTranslations found = FrameworkTranslations.find(new Framework(cubic.species(), positions), skewed);
        assertThat(found.cells()).isEqualTo(27);
        for (int vector = 0; vector < 3; vector++) {
            assertThat(found.supercell().smallerCellOf(skewed).lengthA(vector)).isCloseTo(4, within(1e-9));
        }
    }

    @Test
    void exchangedElementsBreakThem() {
        assertThat(FrameworkTranslations.find(crystal(FACE_CENTRED, 2, 0.01, true), Cell.cubic(12))
                        .found())
                .isFalse();
    }

    @Test
    void displacementsBeyondTheToleranceBreakThem() {
        assertThat(FrameworkTranslations.find(crystal(FACE_CENTRED, 2, 0.6, false), Cell.cubic(12))
                        .found())
                .isFalse();
    }

    @Test
    void oneCellOrOneAtomHasNone() {
        assertThat(FrameworkTranslations.find(crystal(new double[][] {{0, 0, 0}}, 1, 0, false), Cell.cubic(6))
                        .found())
                .isFalse();
        assertThat(FrameworkTranslations.find(new Framework(List.of(), List.of()), Cell.cubic(6)))
                .isEqualTo(FrameworkTranslations.NONE);
    }
}
