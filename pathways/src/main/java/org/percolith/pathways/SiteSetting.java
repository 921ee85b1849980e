package org.percolith.pathways;

import java.util.Optional;
import org.percolith.trajectory.crystal.CrystalStructure;

/**
 * Another setting of a list of sites that the basins fit better: the same structure from an origin a multiple of a
 * quarter of the unit cell away, or inverted there. Settings of one space group, and the enantiomorphic choices of
 * origin that databases and calculations make, differ by these.
 *
 * @param originA fractional coordinate, in the list's own cell, along a
 * @param originB along b
 * @param originC along c
 * @param inverted whether the list is inverted as well
 * @param visitedSites sites with a basin within reach in this setting
 */
public record SiteSetting(double originA, double originB, double originC, boolean inverted, int visitedSites) {

    private static final int STEPS = 4;

    /** A better fit by chance moves a few sites; a wrong setting moves most. */
    private static final double CLEARLY_MORE = 1.25;

    /**
     * The setting that fits best, if it fits clearly better than the list as it is.
     *
     * @param listed sites of the mobile ion in their own cell
     * @param reachA largest distance of a site and its basin, Å
     */
    public static Optional<SiteSetting> betterThanGiven(CrystalStructure listed, BasinMap map, double reachA) {
        SiteSetting given = new SiteSetting(0, 0, 0, false, 0).counted(listed, map, reachA);
        SiteSetting best = given;
        for (int k = 1; k < 2 * STEPS * STEPS * STEPS; k++) {
            SiteSetting other = new SiteSetting(
                            (double) (k % STEPS) / STEPS,
                            (double) (k / STEPS % STEPS) / STEPS,
                            (double) (k / (STEPS * STEPS) % STEPS) / STEPS,
                            k >= STEPS * STEPS * STEPS,
                            0)
                    .counted(listed, map, reachA);
            best = other.visitedSites > best.visitedSites ? other : best;
        }
        return best.visitedSites > CLEARLY_MORE * given.visitedSites ? Optional.of(best) : Optional.empty();
    }

    private SiteSetting counted(CrystalStructure listed, BasinMap map, double reachA) {
        CrystalStructure moved = listed.from(originA, originB, originC, inverted)
                .inCellOf(map.grid().cell());
        int visited = SiteComparison.of(moved.sites(), map, reachA).visitedSites();
        return new SiteSetting(originA, originB, originC, inverted, visited);
    }
}
