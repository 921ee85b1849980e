package org.percolith.pathways.percolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.periodic.NeighbourShell;

/**
 * Random site percolation on the simple cubic lattice, p_c = 0.311608: every voxel gets its own count, so that the sweep
 * fills sites one at a time in random order.
 */
class SitePercolationTest {

    private static final double CRITICAL_FILLING = 0.311608;

    /** Filling at which a random lattice of edge {@code size} first winds in 1 ({@code [0]}) and 3 directions. */
    private static SummaryStatistics[] fillings(int size, int lattices) {
        SplittableRandom random = new SplittableRandom(size);
        SummaryStatistics first = new SummaryStatistics();
        SummaryStatistics all = new SummaryStatistics();
        for (int lattice = 0; lattice < lattices; lattice++) {
            IntegerMap map = IntegerMap.empty(size, size, size);
            int sites = map.counts.length;
            for (int site = 0; site < sites; site++) {
                int other = random.nextInt(site + 1);
                map.counts[site] = map.counts[other];
                map.counts[other] = site + 1;
            }
            Percolation percolation = map.sweep(NeighbourShell.FACES);
            first.addValue(filling(percolation, 1, sites));
            all.addValue(filling(percolation, 3, sites));
        }
        return new SummaryStatistics[] {first, all};
    }

    private static double filling(Percolation percolation, int rank, int sites) {
        return (double) (sites - percolation.threshold(rank).orElseThrow().count() + 1) / sites;
    }

    @Test
    void wrapsAroundTheCriticalFillingAndNarrowsWithSize() {
        double gapBefore = 1;
        for (int size : new int[] {8, 16, 32}) {
            SummaryStatistics[] fillings = fillings(size, 640 / size);
            assertThat(fillings[0].getMean()).isLessThan(CRITICAL_FILLING);
            assertThat(fillings[1].getMean()).isGreaterThan(CRITICAL_FILLING);
            double gap = fillings[1].getMean() - fillings[0].getMean();
            // The window narrows as L^(-1/ν), ν = 0.876: by 2.2 per doubling.
            assertThat(gap).isLessThan(gapBefore / 1.6);
            gapBefore = gap;
        }
        assertThat(gapBefore).isLessThan(0.03);
    }
}
