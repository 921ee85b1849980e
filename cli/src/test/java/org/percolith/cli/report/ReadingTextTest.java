package org.percolith.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.run.Seam;

class ReadingTextTest {

    /** A training run of a force field prints every step twice. */
    @Test
    void thousandsOfSeamsAreCounted() {
        List<Seam> seams = new ArrayList<>();
        for (int k = 1; k <= 5000; k++) {
            seams.add(new Seam(1, k, Seam.Kind.DUPLICATE_FRAME, 0, 0.1, "dropped"));
        }
        seams.add(new Seam(1, 5001, Seam.Kind.DISCONTINUOUS, 3, 0.1, "parted"));
        ReportBlock block = new ReportBlock();
        ReadingText.putSeams(block, seams);
        assertThat(block.text().lines()).hasSizeLessThan(60);
        assertThat(block.text()).contains("frame 20: duplicate-frame", "4980 more: duplicate-frame", "frame 5001");
        assertThat(block.text()).doesNotContain("frame 21:");
    }
}
