package org.percolith.pathways.translation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.percolith.density.Framework;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.SupercellMatrix;
import org.percolith.trajectory.run.NeighbourGrid;

/**
 * Translations of the mean framework: lattice fractions t by which every framework atom comes to lie on one of its own
 * element, within the tolerance. Cells that such a translation carries into one another are the same cell of one crystal, so
 * that a hop in one of them may happen in all.
 *
 * <p>Candidates are the vectors from one atom of the rarest element to the others; one that holds for all atoms permutes
 * them, and the order n of that permutation makes t a multiple of 1/n of lattice vectors exactly. Each one that is new
 * at least doubles the group, so few are tried against all atoms; a false one fails at the first atoms.
 *
 * @param supercell how the run's cell is made of the smallest one found; the identity where there is no such translation
 * @param largestMismatchA how far an atom's image lies from the atom that it stands for, at most, Å
 */
public record FrameworkTranslations(SupercellMatrix supercell, double largestMismatchA) {

    /**
     * An atom's image may lie this far from its equal, Å. Mean positions of equivalent atoms agree to 0.02 Å in hoppers,
     * 0.27 Å in ordered Li6PS5I over 70 ps (librating PS4); a displacement that makes cells different by symmetry, such as
     * the tilt of a unit, is as large only where it also moves the ions' sites.
     */
    public static final double TOLERANCE_A = 0.5;

    /** No translation: a glass, disorder, a single unit cell, or no framework. */
    public static final FrameworkTranslations NONE = new FrameworkTranslations(SupercellMatrix.IDENTITY, 0);

    /** Cells of the crystal in the cell of the run; 1 where no translation was found. */
    public int cells() {
        return supercell.cells();
    }

    /** Whether the mean framework repeats within the cell of the run. */
    public boolean found() {
        return cells() > 1;
    }

    /**
     * Finds the translations of a mean framework.
     *
     * @param cell the cell that its fractional coordinates refer to
     */
    public static FrameworkTranslations find(Framework framework, Cell cell) {
        return framework.atoms() < 2 ? NONE : new Search(framework, cell).translations();
    }

    /** One translation: numerators of its fractions and their common denominator. */
    private record Fraction(int[] numerators, int denominator, double mismatchA) {}

    private static final class Search {
        private final Atoms atoms;
        private final Cell cell;
        private final double[] positions;
        private final Map<String, NeighbourGrid> grids;
        private final int[] rarest;
        private double largestMismatchA;

        Search(Framework framework, Cell cell) {
            this.cell = cell;
            atoms = new Atoms(framework.species());
            positions = framework.meanFractional().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            grids = NeighbourGrid.perElement(cell, positions, atoms);
            rarest = atoms.composition().keySet().stream()
                    .map(element -> atoms.indicesOf(List.of(element)))
                    .min(Comparator.comparingInt(indices -> indices.length))
                    .orElseThrow();
        }

        FrameworkTranslations translations() {
            Sublattice found = Sublattice.OF_THE_CELL;
            for (int k = 1; k < rarest.length; k++) {
                double[] t = step(rarest[0], rarest[k]);
                if (!found.holds(t, cell)) {
                    Optional<Fraction> translation = translation(t);
                    if (translation.isPresent()) {
                        found = found.with(
                                translation.get().numerators(),
                                translation.get().denominator());
                        largestMismatchA =
                                Math.max(largestMismatchA, translation.get().mismatchA());
                    }
                }
            }
            return new FrameworkTranslations(found.supercell(cell), largestMismatchA);
        }

        private double[] step(int from, int to) {
            double[] step = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = positions[3 * to + axis] - positions[3 * from + axis];
            }
            return step;
        }

        /** The exact fraction near t, if it carries the framework onto itself. */
        private Optional<Fraction> translation(double[] t) {
            int[] image = new int[atoms.size()];
            double[] mean = new double[3];
            for (int atom = 0; atom < image.length; atom++) {
                double[] place = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    place[axis] = positions[3 * atom + axis] + t[axis];
                }
                NeighbourGrid grid =
                        Objects.requireNonNull(grids.get(atoms.symbols().get(atom)));
                // The step itself is off by the displacements of the two atoms that suggested it.
                NeighbourGrid.Nearest nearest = grid.nearest(place, 0, 2 * TOLERANCE_A, other -> true);
                if (nearest.point() < 0) {
                    return Optional.empty();
                }
                image[atom] = nearest.point();
                for (int axis = 0; axis < 3; axis++) {
                    double off = positions[3 * nearest.point() + axis] - place[axis];
                    mean[axis] += (off - Math.rint(off)) / image.length;
                }
            }
            return isPermutation(image) ? exact(t, mean, image) : Optional.empty();
        }

        private static boolean isPermutation(int[] image) {
            boolean[] met = new boolean[image.length];
            for (int atom : image) {
                if (met[atom]) {
                    return false;
                }
                met[atom] = true;
            }
            return true;
        }

        private Optional<Fraction> exact(double[] t, double[] off, int[] image) {
            int order = 1;
            for (int atom = image[0]; atom != 0; atom = image[atom]) {
                order++;
            }
            int[] numerators = new int[3];
            for (int axis = 0; axis < 3; axis++) {
                numerators[axis] = Math.floorMod(Math.round((t[axis] + off[axis]) * order), order);
            }
            double mismatchA = 0;
            for (int atom = 0; atom < image.length; atom++) {
                double[] s = step(atom, image[atom]);
                for (int axis = 0; axis < 3; axis++) {
                    s[axis] -= (double) numerators[axis] / order;
                    s[axis] -= Math.rint(s[axis]);
                }
                mismatchA = Math.max(mismatchA, Math.sqrt(cell.squaredLengthA2(s[0], s[1], s[2])));
            }
            boolean some = Arrays.stream(numerators).anyMatch(n -> n != 0);
            return some && mismatchA <= TOLERANCE_A
                    ? Optional.of(new Fraction(numerators, order, mismatchA))
                    : Optional.empty();
        }
    }
}
