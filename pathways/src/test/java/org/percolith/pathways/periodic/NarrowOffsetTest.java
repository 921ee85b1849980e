package org.percolith.pathways.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lattice vectors packed into an int hold, and add up to, the vectors packed into a long. */
class NarrowOffsetTest {

    @Test
    void holdsAndAddsAsTheWideOneDoes() {
        SplittableRandom random = new SplittableRandom(5);
        long wide = 0;
        int narrow = 0;
        for (int step = 0; step < 2000; step++) {
            long next = LatticeOffset.pack(random.nextInt(-5, 6), random.nextInt(-5, 6), random.nextInt(-5, 6));
            assertThat(LatticeOffset.widen(LatticeOffset.narrow(next))).isEqualTo(next);
            wide += step % 2 == 0 ? next : -LatticeOffset.widen(LatticeOffset.narrow(next));
            narrow += step % 2 == 0 ? LatticeOffset.narrow(next) : -LatticeOffset.narrow(next);
            assertThat(LatticeOffset.widen(narrow)).isEqualTo(wide);
        }
        long far = LatticeOffset.pack(511, -511, 511);
        assertThat(LatticeOffset.widen(LatticeOffset.narrow(far))).isEqualTo(far);
    }

    @Test
    void refusesWhatItCannotHold() {
        assertThatThrownBy(() -> LatticeOffset.narrow(LatticeOffset.pack(0, 512, 0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("512");
    }
}
