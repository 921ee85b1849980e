package org.percolith.pathways.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.percolith.density.Framework;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.Cell;

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
        List<BasinCoordination> all = new ArrayList<>();
        for (Basin basin : map.basins()) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            reachA.keySet().stream().sorted().forEach(species -> counts.put(species, 0));
            for (int atom = 0; atom < framework.atoms(); atom++) {
                String species = framework.species().get(atom);
                Double reach = reachA.get(species);
                if (reach != null) {
                    double[] s = new double[3];
                    for (int axis = 0; axis < 3; axis++) {
                        s[axis] = framework.fractional(atom, axis) - basin.centre(axis);
                    }
                    counts.merge(species, imagesWithin(map.grid(), s, reach), Integer::sum);
                }
            }
            all.add(new BasinCoordination(basin.index(), counts));
        }
        return all;
    }

    /** Images of a displacement that are no longer than the reach; their components are at most reach / height. */
    private static int imagesWithin(VoxelGrid grid, double[] s, double reachA) {
        Cell cell = grid.cell();
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
