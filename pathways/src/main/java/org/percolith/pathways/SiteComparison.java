package org.percolith.pathways;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.percolith.density.NearestImage;
import org.percolith.trajectory.crystal.CrystalSite;

/**
 * Given crystallographic sites beside the basins that the ions show.
 *
 * @param matches for each site the nearest basin
 * @param unmatchedBasins basins that are no site's nearest within reach: the ions are there, the list has no site
 * @param reachA distance within which a site and a basin are taken for the same, Å
 */
public record SiteComparison(List<Match> matches, List<Integer> unmatchedBasins, double reachA) {

    /** Half of a short hop. */
    public static final double DEFAULT_REACH_A = 1.0;

    /**
     * A site and the basin whose centre is nearest.
     *
     * @param index place in the list of sites
     * @param site the site
     * @param basin index of the basin
     * @param distanceA distance of the basin's centre of visits, Å
     * @param occupancy of the basin
     * @param sharedBy how many sites have this basin for their nearest, this one included: more than one where the
     *     density does not tell them apart
     * @param within whether the distance is within reach
     */
    public record Match(
            int index, CrystalSite site, int basin, double distanceA, double occupancy, int sharedBy, boolean within) {}

    public SiteComparison {
        matches = List.copyOf(matches);
        unmatchedBasins = List.copyOf(unmatchedBasins);
    }

    /** Sites with no basin within reach: the list has a site, the ions are not there. */
    public List<Match> emptySites() {
        return matches.stream().filter(match -> !match.within()).toList();
    }

    /** Sites with a basin within reach. */
    public int visitedSites() {
        return matches.size() - emptySites().size();
    }

    /** Root mean square distance of the sites within reach from their basins, Å; 0 if there are none. */
    public double rmsDistanceA() {
        return Math.sqrt(matches.stream()
                .filter(Match::within)
                .mapToDouble(match -> match.distanceA() * match.distanceA())
                .average()
                .orElse(0));
    }

    /**
     * Compares.
     *
     * @param sites in the cell of the basins
     * @param reachA largest distance of a site and its basin, Å
     * @throws IllegalArgumentException if there is no basin
     */
    public static SiteComparison of(List<CrystalSite> sites, BasinMap map, double reachA) {
        List<Basin> basins = map.basins();
        if (basins.isEmpty()) {
            throw new IllegalArgumentException("there is no basin to compare the sites with");
        }
        NearestImage image = new NearestImage(map.grid().cell());
        int[] nearest = new int[sites.size()];
        double[] distanceA = new double[nearest.length];
        int[] sharedBy = new int[basins.size()];
        boolean[] matched = new boolean[basins.size()];
        for (int site = 0; site < nearest.length; site++) {
            distanceA[site] = Double.POSITIVE_INFINITY;
            for (Basin basin : basins) {
                double d = image.distanceA(
                        sites.get(site).sa() - basin.centreA(),
                        sites.get(site).sb() - basin.centreB(),
                        sites.get(site).sc() - basin.centreC());
                if (d < distanceA[site]) {
                    distanceA[site] = d;
                    nearest[site] = basin.index();
                }
            }
            sharedBy[nearest[site]]++;
            matched[nearest[site]] |= distanceA[site] <= reachA;
        }
        List<Match> matches = new ArrayList<>();
        for (int site = 0; site < nearest.length; site++) {
            int basin = nearest[site];
            matches.add(new Match(
                    site,
                    sites.get(site),
                    basin,
                    distanceA[site],
                    basins.get(basin).occupancy(),
                    sharedBy[basin],
                    distanceA[site] <= reachA));
        }
        return new SiteComparison(
                matches,
                IntStream.range(0, matched.length)
                        .filter(basin -> !matched[basin])
                        .boxed()
                        .toList(),
                reachA);
    }
}
