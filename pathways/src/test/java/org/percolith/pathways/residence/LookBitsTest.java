package org.percolith.pathways.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LookBitsTest {

    @Test
    void countsWhatIsCountedLookByLook() {
        SplittableRandom random = new SplittableRandom(3);
        for (int looks : new int[] {1, 63, 64, 65, 200, 1000}) {
            BitSet held = new BitSet(looks);
            BitSet origins = new BitSet(looks);
            LookBits heldBits = new LookBits(looks);
            LookBits originBits = new LookBits(looks);
            for (int look = 0; look < looks; look++) {
                if (look > looks / 5 && random.nextInt(3) > 0) {
                    held.set(look);
                    heldBits.set(look);
                }
                if (random.nextInt(2) > 0) {
                    origins.set(look);
                    originBits.set(look);
                }
            }
            for (int lag : new int[] {0, 1, 5, 63, 64, 65, 130, looks}) {
                int shift = lag;
                long kept = origins.stream()
                        .filter(look -> held.get(look) && held.get(look + shift))
                        .count();
                assertThat(heldBits.countKept(originBits, lag)).isEqualTo(kept);
            }
            assertThat(heldBits.count(originBits))
                    .isEqualTo(origins.stream().filter(held::get).count());
        }
    }
}
