package org.percolith.pathways.jump;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinCoordination;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.crystal.Anions;

/**
 * Basins that are alike: the same anions around them, and filled to the same third. A kind is what the density shows, no
 * label of a crystallographic site; in a glass it is a kind of surroundings.
 *
 * @param names of the kinds, the most occupied first; the last is {@link #OTHER} where there are many
 * @param kindOf kind of each basin, as an index of {@code names}
 */
public record BasinKinds(List<String> names, List<Integer> kindOf) {

    /** Kinds beyond the seventh, or of less than a fiftieth of the ions, taken together. */
    public static final String OTHER = "other";

    private static final int MOST = 8;
    private static final double FEWEST_SHARE = 0.02;

    public BasinKinds {
        names = List.copyOf(names);
        kindOf = List.copyOf(kindOf);
    }

    /**
     * Sorts basins into kinds.
     *
     * @param coordination framework atoms around each basin; empty where it is not known
     */
    public static BasinKinds of(BasinMap map, List<BasinCoordination> coordination) {
        List<String> labels = new ArrayList<>();
        Map<String, Double> occupancy = new HashMap<>();
        double all = 0;
        for (Basin basin : map.basins()) {
            String label =
                    (coordination.isEmpty() ? "" : anions(coordination.get(basin.index())) + " ") + filled(basin);
            labels.add(label);
            occupancy.merge(label, basin.occupancy(), Double::sum);
            all += basin.occupancy();
        }
        double least = FEWEST_SHARE * all;
        List<String> names = new ArrayList<>(occupancy.entrySet().stream()
                .filter(kind -> kind.getValue() >= least)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST - 1L)
                .map(Map.Entry::getKey)
                .toList());
        if (new LinkedHashSet<>(labels).size() > names.size()) {
            names.add(OTHER);
        }
        List<Integer> kindOf = labels.stream()
                .map(label -> names.contains(label) ? names.indexOf(label) : names.size() - 1)
                .toList();
        return new BasinKinds(Collections.unmodifiableList(names), kindOf);
    }

    private static String anions(BasinCoordination around) {
        StringBuilder label = new StringBuilder();
        around.atomsBySpecies().forEach((species, count) -> {
            if (count > 0 && Anions.isAnion(species)) {
                label.append(species).append(count);
            }
        });
        return label.isEmpty() ? "bare" : label.toString();
    }

    private static String filled(Basin basin) {
        return basin.occupancy() > 2 / 3.0 ? "full" : basin.occupancy() > 1 / 3.0 ? "half" : "rare";
    }

    /** Kind of a basin. */
    public int of(int basin) {
        return kindOf.get(basin);
    }
}
