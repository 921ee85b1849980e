package org.percolith.pathways.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the catchments of a watershed by persistence: passes are taken from the highest down, and a catchment whose
 * maximum lies less than a given ratio above the pass towards a higher one becomes part of that one. Keeps track of the
 * periodic images in which the catchments meet.
 */
final class BasinMerge {

    /** The highest pass between a catchment and an image of another. */
    record Pass(int from, int to, long translation, double density, int voxel) {}

    /** An ordered pair of catchments, by their peak voxels, and the packed cell of the second. */
    private record Contact(int from, int to, long translation) {

        // Written out: a record's own are slow until the optimising compiler has seen them.
        @Override
        public int hashCode() {
            return 31 * (31 * from + to) + Long.hashCode(translation);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Contact that
                    && from == that.from
                    && to == that.to
                    && translation == that.translation;
        }
    }

    /** A catchment's own maximum, and the catchment that it is part of. */
    private static final class Catchment {
        final double peakDensity;
        int partOf;
        long image;

        Catchment(int voxel, double peakDensity) {
            partOf = voxel;
            this.peakDensity = peakDensity;
        }
    }

    private final Map<Integer, Catchment> catchments = new HashMap<>();
    private final double maxRatio;

    /** Cell of the catchment last asked for in that of its root: a second result of {@link #root}. */
    private long image;

    /**
     * Nothing joined yet.
     *
     * @param persistence in kB T
     */
    BasinMerge(double persistence) {
        maxRatio = Math.exp(persistence);
    }

    void add(int peakVoxel, double density) {
        catchments.put(peakVoxel, new Catchment(peakVoxel, density));
    }

    /** The peak voxel of the basin that a catchment is part of; sets {@link #image}. */
    int root(int peakVoxel) {
        long sum = 0;
        int at = peakVoxel;
        for (Catchment c = catchment(at); c.partOf != at; c = catchment(at)) {
            sum += c.image;
            at = c.partOf;
        }
        image = sum;
        return at;
    }

    /** The cell of the root's basin that the catchment last asked for belongs to, packed. */
    long image() {
        return image;
    }

    private Catchment catchment(int peakVoxel) {
        Catchment found = catchments.get(peakVoxel);
        if (found == null) {
            throw new IllegalStateException("voxel " + peakVoxel + " is no maximum");
        }
        return found;
    }

    /** Joins what has to be joined and returns the highest pass of each pair of basins that remain, highest first. */
    List<Pass> join(List<Pass> passes) {
        List<Pass> fromHighest = highest(passes);
        for (Pass pass : fromHighest) {
            join(pass);
        }
        return highest(fromHighest.stream().map(this::betweenRoots).toList());
    }

    private void join(Pass raw) {
        Pass pass = betweenRoots(raw);
        if (pass.from == pass.to) {
            return;
        }
        Catchment from = catchment(pass.from);
        Catchment to = catchment(pass.to);
        boolean fromIsHigher =
                from.peakDensity > to.peakDensity || (from.peakDensity == to.peakDensity && pass.from < pass.to);
        Catchment lower = fromIsHigher ? to : from;
        if (lower.peakDensity < maxRatio * pass.density) {
            lower.partOf = fromIsHigher ? pass.from : pass.to;
            lower.image = fromIsHigher ? -pass.translation : pass.translation;
        }
    }

    private Pass betweenRoots(Pass pass) {
        int from = root(pass.from);
        long fromImage = image;
        int to = root(pass.to);
        return new Pass(from, to, pass.translation + image - fromImage, pass.density, pass.voxel);
    }

    /** The highest pass of each contact, in one sense only and highest first, without those from a catchment to itself. */
    static List<Pass> highest(List<Pass> passes) {
        Map<Contact, Pass> best = new HashMap<>();
        for (Pass pass : passes) {
            Pass ordered = ordered(pass);
            if (ordered.from != ordered.to || ordered.translation != 0) {
                best.merge(
                        new Contact(ordered.from, ordered.to, ordered.translation),
                        ordered,
                        (x, y) -> x.density > y.density || (x.density == y.density && x.voxel <= y.voxel) ? x : y);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Pass::density)
                        .reversed()
                        .thenComparingInt(Pass::from)
                        .thenComparingInt(Pass::to)
                        .thenComparingLong(Pass::translation))
                .toList();
    }

    private static Pass ordered(Pass pass) {
        boolean swap = pass.from > pass.to || (pass.from == pass.to && pass.translation < 0);
        return swap ? new Pass(pass.to, pass.from, -pass.translation, pass.density, pass.voxel) : pass;
    }
}
