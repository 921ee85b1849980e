package org.percolith.pathways.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.percolith.density.Framework;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.run.NeighbourGrid;

/**
 * How many framework atoms surround a basin's centre.
 *
 * @param basin index of the basin
 * @param atomsBySpecies for each species with a stated distance, the mean positions within it, images included
 */
public record BasinCoordination(int basin, Map<String, Integer> atomsBySpecies) {

    public BasinCoordination {
        atomsBySpecies = Collections.unmodifiableMap(new LinkedHashMap<>(atomsBySpecies));
    }

    /**
     * Counts around all basins.
     *
     * @param reachA for each species the distance up to which atoms count, Å; the first minimum of the ion's pair
     *     distribution with that species is the natural choice
     */
    public static List<BasinCoordination> of(BasinMap map, Framework framework, Map<String, Double> reachA) {
        Map<String, Surroundings> surroundings = new TreeMap<>();
        reachA.forEach((species, reach) -> surroundings.put(
                species, Surroundings.of(framework, species, reach, map.grid().cell())));
        List<BasinCoordination> all = new ArrayList<>();
        for (Basin basin : map.basins()) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            double[] centre = {basin.centreA(), basin.centreB(), basin.centreC()};
            surroundings.forEach((species, atoms) -> counts.put(species, atoms.count(centre)));
            all.add(new BasinCoordination(basin.index(), counts));
        }
        return all;
    }

    /** The atoms of one species, and how far from a place they count. */
    private record Surroundings(double[] positions, NeighbourGrid grid, Cell cell, double reachA) {

        static Surroundings of(Framework framework, String species, double reachA, Cell cell) {
            double[] positions = IntStream.range(0, framework.atoms())
                    .filter(atom -> framework.species().get(atom).equals(species))
                    .mapToObj(atom -> framework.meanFractional().subList(3 * atom, 3 * atom + 3))
                    .flatMap(List::stream)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            int[] all = IntStream.range(0, positions.length / 3).toArray();
            return new Surroundings(positions, new NeighbourGrid(cell, positions, all), cell, reachA);
        }

        /** Within half the shortest height an atom counts by its nearest image only, which a grid of neighbours finds. */
        int count(double[] place) {
            if (reachA < 0.5 * cell.shortestHeightA()) {
                int[] within = {0};
                grid.forEachWithin(place, 0, reachA, atom -> within[0]++);
                return within[0];
            }
            int within = 0;
            for (int at = 0; at < positions.length; at += 3) {
                within += imagesWithin(
                        cell,
                        new double[] {
                            positions[at] - place[0], positions[at + 1] - place[1], positions[at + 2] - place[2]
                        },
                        reachA);
            }
            return within;
        }
    }

    /** Images of a displacement that are no longer than the reach; their components are at most reach / height. */
    private static int imagesWithin(Cell cell, double[] s, double reachA) {
        int[] lo = new int[3];
        int[] hi = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double most = reachA / cell.heightA(axis);
            lo[axis] = (int) Math.ceil(-most - s[axis]);
            hi[axis] = (int) Math.floor(most - s[axis]);
        }
        int within = 0;
        for (int u = lo[0]; u <= hi[0]; u++) {
            for (int v = lo[1]; v <= hi[1]; v++) {
                for (int w = lo[2]; w <= hi[2]; w++) {
                    within += cell.squaredLengthA2(s[0] + u, s[1] + v, s[2] + w) <= reachA * reachA ? 1 : 0;
                }
            }
        }
        return within;
    }
}
