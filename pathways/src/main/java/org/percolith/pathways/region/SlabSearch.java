package org.percolith.pathways.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.percolith.pathways.framework.FrameworkUnit;
import org.percolith.pathways.framework.FrameworkUnits;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.crystal.Anions;
import org.percolith.trajectory.run.ElementMasses;

/**
 * Finds the slab that a framework shows: units of one kind, polyanions before atoms, that never fill a part of the cell along
 * one lattice vector, in which most units of another kind are.
 */
final class SlabSearch {

    /** A slab ends so far beyond the outermost centre of a unit that was ever seen, Å. */
    private static final double MARGIN_A = 1.5;

    /** Thinner regions are no regions, Å. */
    private static final double THINNEST_A = 5;

    /** Of another kind of unit, the part that must be outside. */
    private static final double OUTSIDE = 0.8;

    private final IonTracks framework;
    private final double[] massU;
    private final Map<String, List<FrameworkUnit>> byKind;
    private final List<String> symbols;

    SlabSearch(IonTracks framework, List<String> symbols) {
        this.framework = framework;
        this.symbols = symbols;
        massU = ElementMasses.of(symbols);
        byKind = FrameworkUnits.byKind(FrameworkUnits.perceive(framework, symbols));
    }

    /** The thinnest slab of the first kind of unit that makes one. */
    Optional<Slab> find() {
        List<String> kinds = byKind.keySet().stream()
                .sorted(Comparator.comparing((String kind) -> isPolyanion(kind) ? 0 : 1))
                .toList();
        for (String kind : kinds) {
            List<Slab> found = new ArrayList<>();
            for (int axis = 0; axis < 3; axis++) {
                slab(kind, axis).ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                return found.stream().min(Comparator.comparingDouble(slab -> slab.thicknessA(framework.cell())));
            }
        }
        return Optional.empty();
    }

    private boolean isPolyanion(String kind) {
        return units(kind).get(0).isPolyanion();
    }

    private List<FrameworkUnit> units(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private Optional<Slab> slab(String kind, int axis) {
        List<FrameworkUnit> units = units(kind);
        double heightA = framework.cell().heightA(axis);
        double[] gap = widestGap(wrapped(units, axis));
        if ((gap[1] - gap[0]) * heightA < THINNEST_A + 2 * MARGIN_A) {
            return Optional.empty();
        }
        double[][] centre = centre(units, 0.5 * (gap[0] + gap[1]), axis);
        double[] extent = extent(units, centre[axis], axis);
        Slab slab = new Slab(axis, centre, extent[0] - MARGIN_A / heightA, extent[1] + MARGIN_A / heightA, kind);
        double thicknessA = slab.thicknessA(framework.cell());
        boolean thick = thicknessA >= THINNEST_A && heightA - thicknessA >= THINNEST_A;
        boolean keepsOut = byKind.keySet().stream()
                .anyMatch(other -> !other.equals(kind) && outside(slab, units(other)) >= OUTSIDE);
        return thick && keepsOut ? Optional.of(slab) : Optional.empty();
    }

    /** The atom that stands for the place of a unit: the first that is no anion, P of PO4; else the first. */
    private int centralAtom(FrameworkUnit unit) {
        return unit.atoms().stream()
                .filter(atom -> !Anions.isAnion(symbols.get(atom)))
                .findFirst()
                .orElse(unit.atoms().get(0));
    }

    private double[] wrapped(List<FrameworkUnit> units, int axis) {
        double[] one = new double[1];
        return units.stream()
                .mapToDouble(unit -> {
                    framework.fractional(centralAtom(unit), axis, new FrameRange(0, 1), one);
                    return one[0] - Math.floor(one[0]);
                })
                .toArray();
    }

    /** Begin and end of the widest interval without any of the coordinates; the end is beyond 1 across the face. */
    private static double[] widestGap(double[] wrapped) {
        double[] sorted = wrapped.clone();
        Arrays.sort(sorted);
        double[] gap = {sorted[sorted.length - 1], sorted[0] + 1};
        for (int k = 1; k < sorted.length; k++) {
            if (sorted[k] - sorted[k - 1] > gap[1] - gap[0]) {
                gap = new double[] {sorted[k - 1], sorted[k]};
            }
        }
        return gap;
    }

    /** Centre of mass of the units in every frame, all in the images that begin in the middle of the gap. */
    private double[][] centre(List<FrameworkUnit> units, double from, int axis) {
        int frames = framework.frames();
        double[][] centre = new double[3][frames];
        double[] path = new double[frames];
        double mass = 0;
        for (FrameworkUnit unit : units) {
            for (int atom : unit.atoms()) {
                mass += massU[atom];
                for (int a = 0; a < 3; a++) {
                    framework.fractional(atom, a, new FrameRange(0, frames), path);
                    double shift = a == axis ? -Math.floor(path[0] - from) : 0;
                    for (int frame = 0; frame < frames; frame++) {
                        centre[a][frame] += massU[atom] * (path[frame] + shift);
                    }
                }
            }
        }
        for (double[] component : centre) {
            for (int frame = 0; frame < frames; frame++) {
                component[frame] /= mass;
            }
        }
        return centre;
    }

    /** The outermost places of any central atom that were ever seen, from the centre. */
    private double[] extent(List<FrameworkUnit> units, double[] centre, int axis) {
        double[] path = new double[centre.length];
        double[] extent = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (FrameworkUnit unit : units) {
            framework.fractional(centralAtom(unit), axis, new FrameRange(0, centre.length), path);
            double shift = -Math.rint(path[0] - centre[0]);
            for (int frame = 0; frame < centre.length; frame++) {
                double place = path[frame] + shift - centre[frame];
                extent[0] = Math.min(extent[0], place);
                extent[1] = Math.max(extent[1], place);
            }
        }
        return extent;
    }

    private double outside(Slab slab, List<FrameworkUnit> units) {
        return Arrays.stream(wrapped(units, slab.axis()))
                        .filter(s -> !slab.contains(s, 0))
                        .count()
                / (double) units.size();
    }

    /** Units of each kind inside a slab, or outside it, in the first frame. */
    Map<String, Double> unitsOf(Slab slab, boolean inside) {
        Map<String, Double> counts = new TreeMap<>();
        byKind.forEach((kind, units) -> {
            double out = outside(slab, units) * units.size();
            counts.put(kind, inside ? units.size() - out : out);
        });
        return counts;
    }
}
