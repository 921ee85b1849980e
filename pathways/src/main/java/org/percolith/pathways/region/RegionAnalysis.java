package org.percolith.pathways.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.percolith.pathways.interval.EventRate;
import org.percolith.pathways.interval.RatioOfSums;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.run.NeighbourGrid;

/** What the ions do in a region and outside it. */
public final class RegionAnalysis {

    private final IonTracks ions;
    private final String ion;
    private final IonTracks framework;
    private final List<String> symbols;
    private final double frameIntervalPs;
    private final Cell cell;

    private RegionAnalysis(
            IonTracks ions, String ion, IonTracks framework, List<String> symbols, double frameIntervalPs) {
        this.ions = ions;
        this.ion = ion;
        this.framework = framework;
        this.symbols = symbols;
        this.frameIntervalPs = frameIntervalPs;
        cell = ions.cell();
    }

    /**
     * The regions of a choice.
     *
     * @param ion name of the mobile ion
     * @param symbols element of each framework track
     * @return two regions; none where {@code auto} finds no interface
     */
    public static Regions of(
            RegionChoice choice,
            IonTracks ions,
            String ion,
            IonTracks framework,
            List<String> symbols,
            double frameIntervalPs) {
        RegionAnalysis analysis = new RegionAnalysis(ions, ion, framework, symbols, frameIntervalPs);
        if (choice instanceof RegionChoice.Near near) {
            return new Regions(analysis.near(near), Optional.empty());
        }
        if (choice instanceof RegionChoice.Slab bounds) {
            return analysis.across(Slab.fixed(bounds, ions.frames()));
        }
        return choice instanceof RegionChoice.Off || framework.ions() == 0
                ? Regions.NONE
                : new SlabSearch(framework, symbols)
                        .find()
                        .map(analysis::across)
                        .orElse(Regions.NONE);
    }

    private Regions across(Slab slab) {
        return new Regions(slab(slab), Optional.of(ProfileCounts.of(slab, ions, ion, framework, symbols)));
    }

    /** What {@code auto} would find, in words. */
    public static Optional<String> found(IonTracks framework, List<String> symbols) {
        return framework.ions() == 0
                ? Optional.empty()
                : new SlabSearch(framework, symbols)
                        .find()
                        .map(slab -> "a slab of " + slab.kind() + ", " + slab.definition(framework.cell()));
    }

    private List<Region> slab(Slab slab) {
        double[][][] s = paths(slab.centre());
        RegionVisits visits = RegionVisits.of(ions, (ion, piece, inside) -> {
            double[] path = new double[piece.frames()];
            ions.fractional(ion, slab.axis(), piece, path);
            for (int k = 0; k < path.length; k++) {
                inside[k] = slab.contains(path[k], piece.from() + k);
            }
        });
        List<Region> regions = new ArrayList<>();
        for (int region = 0; region < RegionVisits.REGIONS; region++) {
            boolean inside = region == 0;
            Map<String, Double> units =
                    framework.ions() == 0 ? Map.of() : new SlabSearch(framework, symbols).unitsOf(slab, inside);
            SurvivalDiffusion diffusion = new SurvivalDiffusion(visits, region, frameIntervalPs);
            double heightA = cell.heightA(slab.axis());
            double thicknessA = inside ? slab.thicknessA(cell) : heightA - slab.thicknessA(cell);
            regions.add(region(
                    name(slab, units, inside),
                    (inside ? "" : "all that is not ") + slab.definition(cell),
                    visits,
                    region,
                    diffusion.alongCm2PerS((ion, from, to) -> inPlaneA2(s[ion], slab.axis(), from, to), 2),
                    diffusion.acrossCm2PerS(
                            (ion, from, to) -> mode(slab, s[ion], inside, from) * mode(slab, s[ion], inside, to),
                            thicknessA),
                    units));
        }
        return withCurrents(regions);
    }

    private static String name(Slab slab, Map<String, Double> units, boolean inside) {
        if (!slab.kind().isEmpty() && inside) {
            return "slab of " + slab.kind();
        }
        return units.entrySet().stream()
                .filter(unit -> unit.getValue() >= 1)
                .max(Map.Entry.comparingByValue())
                .map(unit -> (inside ? "inside, " : "beside it, ") + unit.getKey())
                .orElse(inside ? "inside" : "outside");
    }

    /** Paths from the slab's centre, fractional and unwrapped, {@code [ion][axis][frame]}. */
    private double[][][] paths(double[][] centre) {
        double[][][] s = new double[ions.ions()][3][ions.frames()];
        for (int ion = 0; ion < s.length; ion++) {
            for (int axis = 0; axis < 3; axis++) {
                ions.fractional(ion, axis, new FrameRange(0, ions.frames()), s[ion][axis]);
                for (int frame = 0; frame < ions.frames(); frame++) {
                    s[ion][axis][frame] -= centre[axis][frame];
                }
            }
        }
        return s;
    }

    /** Squared displacement without the part along the normal of the plane that the other two lattice vectors span. */
    private double inPlaneA2(double[][] s, int axis, int from, int to) {
        double a = s[0][to] - s[0][from];
        double b = s[1][to] - s[1][from];
        double c = s[2][to] - s[2][from];
        double along = (s[axis][to] - s[axis][from]) * cell.heightA(axis);
        return cell.squaredLengthA2(a, b, c) - along * along;
    }

    /** ψ at a frame. */
    private static double mode(Slab slab, double[][] s, boolean inside, int frame) {
        double thickness = slab.high() - slab.low();
        double offset = s[slab.axis()][frame] - slab.low();
        offset -= Math.floor(offset);
        return inside
                ? Math.sin(Math.PI * offset / thickness)
                : Math.sin(Math.PI * (offset - thickness) / (1 - thickness));
    }

    private List<Region> near(RegionChoice.Near near) {
        int[] atoms = IntStream.range(0, symbols.size())
                .filter(atom -> symbols.get(atom).equals(near.species()))
                .toArray();
        if (atoms.length == 0) {
            throw new TrajectoryException("--regions near:" + near.species() + ": the framework has no "
                    + near.species() + ". Its elements: " + String.join(", ", new TreeSet<>(symbols)));
        }
        boolean[][] inside = insideNear(near, atoms);
        RegionVisits visits = RegionVisits.of(
                ions, (ion, piece, there) -> System.arraycopy(inside[ion], piece.from(), there, 0, there.length));
        double[][][] s = paths(new double[3][ions.frames()]);
        List<Region> regions = new ArrayList<>();
        for (int region = 0; region < RegionVisits.REGIONS; region++) {
            SurvivalDiffusion diffusion = new SurvivalDiffusion(visits, region, frameIntervalPs);
            regions.add(region(
                    (region == 0 ? "near " : "away from ") + near.species(),
                    String.format(
                            Locale.ROOT,
                            "%s %.2f Å from the nearest %s; D in all three directions",
                            region == 0 ? "within" : "beyond",
                            near.distanceA(),
                            near.species()),
                    visits,
                    region,
                    diffusion.alongCm2PerS(
                            (ion, from, to) -> cell.squaredLengthA2(
                                    s[ion][0][to] - s[ion][0][from],
                                    s[ion][1][to] - s[ion][1][from],
                                    s[ion][2][to] - s[ion][2][from]),
                            3),
                    Estimate.withheld("a region by distance has no direction across it"),
                    Map.of()));
        }
        return withCurrents(regions);
    }

    private boolean[][] insideNear(RegionChoice.Near near, int[] atoms) {
        boolean[][] inside = new boolean[ions.ions()][ions.frames()];
        double[] one = new double[1];
        double[] positions = new double[3 * atoms.length];
        double[] place = new double[3];
        int[] all = IntStream.range(0, atoms.length).toArray();
        for (int frame = 0; frame < ions.frames(); frame++) {
            FrameRange now = new FrameRange(frame, frame + 1);
            for (int k = 0; k < positions.length; k++) {
                framework.fractional(atoms[k / 3], k % 3, now, one);
                positions[k] = one[0];
            }
            NeighbourGrid grid = new NeighbourGrid(cell, positions, all);
            for (int ion = 0; ion < inside.length; ion++) {
                for (int axis = 0; axis < 3; axis++) {
                    ions.fractional(ion, axis, now, one);
                    place[axis] = one[0];
                }
                inside[ion][frame] =
                        grid.nearest(place, 0, near.distanceA(), atom -> true).point() >= 0;
            }
        }
        return inside;
    }

    private Region region(
            String name,
            String definition,
            RegionVisits visits,
            int region,
            Estimate along,
            Estimate across,
            Map<String, Double> units) {
        double[] there = visits.framesIn(region);
        double[] all = new double[there.length];
        for (int other = 0; other < RegionVisits.REGIONS; other++) {
            double[] frames = visits.framesIn(other);
            Arrays.setAll(all, ion -> all[ion] + frames[ion]);
        }
        Estimate rate = EventRate.of(visits.exits(region), Arrays.stream(there).sum() * frameIntervalPs);
        return new Region(
                name,
                definition,
                RatioOfSums.share(there, all),
                along,
                across,
                EventRate.meanTime(rate, 1, "no ion was seen to leave"),
                Estimate.withheld("D is not known in both regions"),
                units);
    }

    /** The part of Σ N D∥ that each region carries; a bound on D counts with its middle. */
    private static List<Region> withCurrents(List<Region> regions) {
        double[] carried = regions.stream().mapToDouble(RegionAnalysis::carried).toArray();
        double sum = Arrays.stream(carried).sum();
        if (!(sum > 0)) {
            return regions;
        }
        List<Region> shared = new ArrayList<>();
        for (int k = 0; k < carried.length; k++) {
            Region r = regions.get(k);
            double value = carried[k] / sum;
            double std = value * (1 - value) * Math.hypot(relativeStd(regions.get(0)), relativeStd(regions.get(1)));
            shared.add(new Region(
                    r.name(),
                    r.definition(),
                    r.share(),
                    r.parallelCm2PerS(),
                    r.perpendicularCm2PerS(),
                    r.residencePs(),
                    new Estimate.Measured(value, std, Math.max(0, value - 1.96 * std), Math.min(1, value + 1.96 * std)),
                    r.unitsInside()));
        }
        return shared;
    }

    private static double carried(Region region) {
        double share = region.share() instanceof Estimate.Measured m ? m.value() : 0;
        return share
                * (region.parallelCm2PerS() instanceof Estimate.Measured d
                        ? d.value()
                        : region.parallelCm2PerS() instanceof Estimate.UpperBound bound ? bound.upper95() / 2 : 0);
    }

    private static double relativeStd(Region region) {
        return region.parallelCm2PerS() instanceof Estimate.Measured d ? d.relativeStd() : 0.5;
    }
}
