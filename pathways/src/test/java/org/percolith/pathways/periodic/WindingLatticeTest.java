package org.percolith.pathways.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindingLatticeTest {

    private static WindingLattice of(int... components) {
        WindingLattice lattice = WindingLattice.POINT;
        for (int k = 0; k < components.length; k += 3) {
            lattice = lattice.with(new LatticeVector(components[k], components[k + 1], components[k + 2]));
        }
        return lattice;
    }

    @Test
    void countsIndependentDirections() {
        assertThat(of().rank()).isZero();
        assertThat(of(0, 0, 0).rank()).isZero();
        assertThat(of(2, -4, 6, -3, 6, -9).rank()).isEqualTo(1);
        assertThat(of(1, 1, 0, 0, 1, 1, 1, 2, 1).rank()).isEqualTo(2);
        assertThat(of(1, 1, 0, 0, 1, 1, 1, 0, 1).rank()).isEqualTo(3);
    }

    @Test
    void indexIsTheCommonDivisorOfTheMinors() {
        assertThat(of().index()).isEqualTo(1);
        assertThat(of(0, 0, 3).index()).isEqualTo(3);
        assertThat(of(6, 0, 0, 4, 0, 0).index()).isEqualTo(2);
        assertThat(of(1, 1, 0, 1, -1, 0).index()).isEqualTo(2);
        assertThat(of(1, 1, 0, 0, 1, 1, 1, 0, 1).index()).isEqualTo(2);
        assertThat(of(2, 0, 0, 0, 3, 0, 0, 0, 5).index()).isEqualTo(30);
    }

    @Test
    void basisIsShortAndDirectionsArePrimitive() {
        assertThat(of(0, 0, -3).basis()).containsExactly(new LatticeVector(0, 0, 3));
        assertThat(of(0, 0, -3).directions()).hasToString("[[0 0 1]]");
        assertThat(of(7, 5, 0, 4, 3, 0).directions()).hasToString("[[1 0 0], [0 1 0]]");
        assertThat(of(1, 1, 0, 0, 1, 1, 1, 0, 1).basis()).allMatch(x -> x.dot(x) == 2);
    }

    @Test
    void tellsReachingAnAxisFromHoldingIt() {
        WindingLattice diagonal = of(1, 1, 0);
        assertThat(diagonal.reaches(0)).isTrue();
        assertThat(diagonal.holdsAxis(0)).isFalse();
        assertThat(diagonal.reaches(2)).isFalse();
        WindingLattice plane = of(2, 1, 0, 1, 2, 0);
        assertThat(plane.holdsAxis(0)).isTrue();
        assertThat(plane.holdsAxis(2)).isFalse();
    }

    @Test
    void doesNotDependOnTheOrderOrChoiceOfVectors() {
        Random random = new Random(5);
        for (int trial = 0; trial < 500; trial++) {
            List<LatticeVector> vectors = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                vectors.add(new LatticeVector(random.nextInt(9) - 4, random.nextInt(9) - 4, random.nextInt(9) - 4));
            }
            WindingLattice lattice = vectors.stream().reduce(WindingLattice.POINT, WindingLattice::with, (x, y) -> x);
            Collections.shuffle(vectors, random);
            WindingLattice shuffled = vectors.stream().reduce(WindingLattice.POINT, WindingLattice::with, (x, y) -> x);
            assertThat(shuffled).isEqualTo(lattice).hasSameHashCodeAs(lattice);
            assertThat(vectors).allMatch(lattice::contains);
            WindingLattice fromBasis =
                    lattice.basis().stream().reduce(WindingLattice.POINT, WindingLattice::with, (x, y) -> x);
            assertThat(fromBasis).isEqualTo(lattice);
            assertThat(lattice.with(fromBasis)).isSameAs(lattice);
        }
    }
}
