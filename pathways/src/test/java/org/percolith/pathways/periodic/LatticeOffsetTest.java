package org.percolith.pathways.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatticeOffsetTest {

    @Test
    void packedVectorsAddAsVectorsDo() {
        SplittableRandom random = new SplittableRandom(3);
        int half = LatticeOffset.LIMIT / 2;
        for (int trial = 0; trial < 10_000; trial++) {
            int[] x = random.ints(3, 1 - half, half).toArray();
            int[] y = random.ints(3, 1 - half, half).toArray();
            long sum = LatticeOffset.pack(x[0], x[1], x[2]) - LatticeOffset.pack(y[0], y[1], y[2]);
            assertThat(LatticeOffset.u(sum)).isEqualTo(x[0] - y[0]);
            assertThat(LatticeOffset.v(sum)).isEqualTo(x[1] - y[1]);
            assertThat(LatticeOffset.w(sum)).isEqualTo(x[2] - y[2]);
        }
    }

    @Test
    void onlyTheZeroVectorIsZero() {
        assertThat(LatticeOffset.pack(0, 0, 0)).isZero();
        assertThat(LatticeOffset.pack(1, -1, 1) + LatticeOffset.pack(-1, 1, -1)).isZero();
        assertThat(LatticeOffset.pack(-1, 0, 0)).isNotZero();
    }
}
