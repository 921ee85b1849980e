package org.percolith.pathways;

import java.util.List;

/**
 * Crystallographic sites that a user gives, in the cell of the tracks.
 *
 * @param labels one label a site
 * @param fractional fractional coordinates a, b, c of each site, {@code [3 * site + axis]}, wrapped or not
 */
public record SiteList(List<String> labels, List<Double> fractional) {
    public SiteList {
        labels = List.copyOf(labels);
        fractional = List.copyOf(fractional);
        if (fractional.size() != 3 * labels.size()) {
            throw new IllegalArgumentException(
                    labels.size() + " sites need " + 3 * labels.size() + " coordinates, got " + fractional.size());
        }
    }

    public int sites() {
        return labels.size();
    }

    double fractional(int site, int axis) {
        return fractional.get(3 * site + axis);
    }
}
