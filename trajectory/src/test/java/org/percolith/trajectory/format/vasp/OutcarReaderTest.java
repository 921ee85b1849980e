package org.percolith.trajectory.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.format.ReadFrames;

/** OUTCAR files glued together by {@code cat}. */
class OutcarReaderTest {

    private static final String HEAD = """
             vasp.6.3.0 20Jan22 (build May 08 2022 00:08:36) complex
             POTCAR:    PAW_PBE Li_sv 10Sep2004
               VRHFIN =Li: 1s2s2p
               VRHFIN =S : s2p4
               ions per type =               2   1
            """;
    private static final String STEP = """
                  direct lattice vectors                 reciprocal lattice vectors
                 8.0  0.0  0.0     0.125  0.0  0.0
                 0.0  8.0  0.0     0.0  0.125  0.0
                 0.0  0.0  8.0     0.0  0.0  0.125
             POSITION                                       TOTAL-FORCE (eV/Angst)
             ---------
                  2.0  0.0  0.0        0.0  0.0  0.0
                  4.0  0.0  0.0        0.0  0.0  0.0
                  6.0  1.0  0.0        0.0  0.0  0.0
             ---------
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aSecondOutcarOfTheSameSystemIsReadOn() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + STEP + HEAD + STEP);
        assertThat(read.frames()).isEqualTo(3);
        assertThat(read.truncated()).isFalse();
        assertThat(read.fractional().get(2)).containsExactly(0.25, 0, 0, 0.5, 0, 0, 0.75, 0.125, 0);
    }

    @Test
    void framesBeforeAnOutcarOfOtherAtomsAreUsed() throws IOException {
        for (String other : new String[] {HEAD.replace("=S :", "=O :"), HEAD.replace("  2   1", "  3   1")}) {
            ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + STEP + other + STEP);
            assertThat(read.frames()).isEqualTo(2);
            assertThat(read.truncated()).isTrue();
            assertThat(read.notices())
                    .singleElement()
                    .asString()
                    .contains("line 26", "Li2 S1 before", "the 2 complete frames before it are used");
        }
    }

    @Test
    void aSecondOutcarThatIsCutInItsHeadIsTold() throws IOException {
        ReadFrames read = ReadFrames.of(folder, "OUTCAR", HEAD + STEP + HEAD.substring(0, HEAD.indexOf("ions")));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("line 16", "without a whole list of ions");
    }
}
