package org.percolith.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.percolith.trajectory.Cell;

/**
 * A supercell's framework, folded into its unit cell.
 *
 * <p>The rule: atoms are taken in order; each joins the nearest site whose mean position so far is within the tolerance,
 * whatever its element, or else founds a site. A site lies at the mean of its atoms and shows the element that most of
 * them have (of equally frequent ones the first met). Atoms of different cells that do not coincide thus stay visible,
 * as sites with fewer atoms than cells were folded.
 *
 * @param framework one atom a site
 * @param atomsBySite how many atoms make up each site
 * @param cells how many unit cells were folded into one
 * @param mixedSites sites that hold more than one element
 * @param largestSpreadA largest distance of an atom from its site, Å
 */
public record FoldedFramework(
        Framework framework, List<Integer> atomsBySite, int cells, int mixedSites, double largestSpreadA) {

    /** Thermal averages of equivalent atoms in a crystal agree far better, those of inequivalent ones far worse. */
    public static final double DEFAULT_TOLERANCE_A = 0.8;

    public FoldedFramework {
        atomsBySite = List.copyOf(atomsBySite);
    }

    /** Sites that do not have one atom from each cell: disorder, or a fold that is no period of the structure. */
    public int incompleteSites() {
        return (int) atomsBySite.stream().filter(atoms -> atoms != cells).count();
    }

    /**
     * Folds a framework.
     *
     * @param supercell the cell that the framework's fractional coordinates refer to
     * @param na cells along a that are folded into one; likewise nb and nc
     * @param toleranceA largest distance of an atom to the site it joins, Å
     */
    public static FoldedFramework fold(Framework framework, Cell supercell, int na, int nb, int nc, double toleranceA) {
        double[] rows = supercell.rows();
        int[] folds = {na, nb, nc};
        for (int k = 0; k < 9; k++) {
            rows[k] /= folds[k / 3];
        }
        NearestImage image = new NearestImage(Cell.ofRows(rows));
        List<Site> sites = new ArrayList<>();
        for (int atom = 0; atom < framework.atoms(); atom++) {
            double[] s = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                s[axis] = framework.fractional(atom, axis) * folds[axis];
            }
            join(sites, framework.species().get(atom), s, image, toleranceA);
        }
        return summary(sites, na * nb * nc, image);
    }

    private static void join(List<Site> sites, String species, double[] s, NearestImage image, double toleranceA) {
        Site nearest = null;
        double nearestA = toleranceA;
        for (Site site : sites) {
            double distanceA = image.distanceA(s[0] - site.mean[0], s[1] - site.mean[1], s[2] - site.mean[2]);
            if (distanceA <= nearestA) {
                nearest = site;
                nearestA = distanceA;
            }
        }
        if (nearest == null) {
            nearest = new Site(s);
            sites.add(nearest);
        }
        nearest.add(species, s, image);
    }

    private static FoldedFramework summary(List<Site> sites, int cells, NearestImage image) {
        List<String> species = new ArrayList<>();
        List<Double> fractional = new ArrayList<>();
        double spreadA = 0;
        int mixed = 0;
        for (Site site : sites) {
            species.add(site.majority());
            for (double s : site.mean) {
                fractional.add(s);
            }
            mixed += site.elements.size() > 1 ? 1 : 0;
            for (double[] s : site.members) {
                spreadA = Math.max(
                        spreadA, image.distanceA(s[0] - site.mean[0], s[1] - site.mean[1], s[2] - site.mean[2]));
            }
        }
        return new FoldedFramework(
                new Framework(species, fractional),
                sites.stream().map(site -> site.members.size()).toList(),
                cells,
                mixed,
                spreadA);
    }

    /** A site under construction. */
    private static final class Site {
        final double[] mean;
        final List<double[]> members = new ArrayList<>();
        final Map<String, Integer> elements = new LinkedHashMap<>();

        Site(double[] first) {
            mean = first.clone();
        }

        void add(String element, double[] s, NearestImage image) {
            double[] step = {s[0] - mean[0], s[1] - mean[1], s[2] - mean[2]};
            image.reduce(step);
            members.add(s);
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += step[axis] / members.size();
            }
            elements.merge(element, 1, Integer::sum);
        }

        String majority() {
            String best = "";
            int most = 0;
            for (Map.Entry<String, Integer> element : elements.entrySet()) {
                if (element.getValue() > most) {
                    best = element.getKey();
                    most = element.getValue();
                }
            }
            return best;
        }
    }
}
