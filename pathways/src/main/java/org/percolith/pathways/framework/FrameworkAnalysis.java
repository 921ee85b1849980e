package org.percolith.pathways.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.MsdCurve;
import org.percolith.pathways.framework.FrameworkSpecies.State;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.run.ElementMasses;

/**
 * Grades a framework by what its units do while the mobile ion makes its first hops. The thresholds were chosen on the
 * glass Li4PO4I (500 to 1100 K, in windows of 50 to 300 ps), the LiI film on Li3PO4, α-AgI and argyrodites; the table is in
 * docs/calibration.md.
 */
public final class FrameworkAnalysis {

    /** Of a network's D over the ion's: the glass creeps at 0.03 to 0.05 from 500 to 700 K, and flows at 0.09 at 1100 K. */
    private static final double FLOWING_NETWORK = 0.065;

    /** Of any other unit's D over the ion's, where it is part of no network: 1.1 for iodide in molten LiI. */
    private static final double FLOWING_UNIT = 0.5;

    /** A network that surely keeps up with the ion so far flows, however slow both are; the glass stays below 0.11. */
    private static final double VISCOUS_NETWORK = 0.15;

    private static final double CO_MOBILE_RATIO = 0.07;
    private static final double CREEPING_RATIO = 0.005;

    /** What flows moves at least so, cm²/s; liquids at their melting points have 1e-5, the glass at 700 K 1e-6 or less. */
    private static final double LIQUID_CM2_PER_S = 2.5e-6;

    /** ⟨u·u⟩ of a unit that has turned by more than a tetrahedral angle in half of the cases. */
    private static final double TURNED = 0.6;

    /** ⟨u·u⟩ of librations by 4° and less. */
    private static final double STIFF = 0.995;

    private static final int FEWEST_FRAMES = 20;

    private final IonTracks tracks;
    private final double[] massU;
    private final DiffusionResult ion;
    private final int firstLag;
    private final int lastLag;

    private FrameworkAnalysis(IonTracks tracks, List<String> symbols, DiffusionResult ion) {
        this.tracks = tracks;
        massU = ElementMasses.of(symbols);
        this.ion = ion;
        double hopA2 = ion.settings().hopDistanceA() * ion.settings().hopDistanceA();
        MsdCurve curve = ion.curve();
        int half = Math.max(2, curve.maxLag() / 2);
        int first = 1;
        while (first < half / 4 && curve.totalA2(first) < 0.5 * hopA2) {
            first++;
        }
        int last = 4 * first;
        firstLag = first;
        lastLag = Math.max(first + 1, Math.min(half, last));
    }

    /**
     * Grades a framework.
     *
     * @param tracks of the framework, in the frame in which its centre of mass rests
     * @param symbols element of each track
     * @param ion displacements of the mobile ion
     * @param periodic whether the mean framework repeats within the cell
     */
    public static FrameworkGrade grade(IonTracks tracks, List<String> symbols, DiffusionResult ion, boolean periodic) {
        if (tracks.ions() == 0 || tracks.frames() < FEWEST_FRAMES) {
            return new FrameworkGrade(periodic, List.of());
        }
        return new FrameworkGrade(periodic, new FrameworkAnalysis(tracks, symbols, ion).species(symbols));
    }

    private List<FrameworkSpecies> species(List<String> symbols) {
        List<FrameworkUnit> units = FrameworkUnits.perceive(tracks, symbols);
        List<FrameworkUnit> network = network(units);
        List<FrameworkSpecies> species = new ArrayList<>();
        FrameworkUnits.byKind(units).forEach((kind, alike) -> species.add(species(kind, alike, network)));
        return species;
    }

    /** What holds the framework together: its polyanions, or else the kind of ion that moves least. */
    private List<FrameworkUnit> network(List<FrameworkUnit> units) {
        List<FrameworkUnit> polyanions =
                units.stream().filter(FrameworkUnit::isPolyanion).toList();
        return polyanions.isEmpty()
                ? FrameworkUnits.byKind(units).values().stream()
                        .min(Comparator.comparingDouble(
                                alike -> motion(alike, units).slopeA2PerFrame().value()))
                        .orElse(units)
                : polyanions;
    }

    private UnitMotion motion(List<FrameworkUnit> units, List<FrameworkUnit> network) {
        return new UnitMotion(tracks, massU, units, network, firstLag, lastLag);
    }

    private FrameworkSpecies species(String kind, List<FrameworkUnit> units, List<FrameworkUnit> network) {
        UnitMotion motion = motion(units, network);
        Estimate.Measured slope = motion.slopeA2PerFrame();
        double memory = motion.orientationMemory();
        double cm2PerS =
                PhysicalConstants.CM2_PER_S_PER_A2_PER_PS / (6 * ion.settings().frameIntervalPs());
        double ionSlope = (ion.curve().totalA2(lastLag) - ion.curve().totalA2(firstLag)) / (lastLag - firstLag);
        Estimate diffusivity = estimate(slope, cm2PerS);
        Estimate ratio = ionSlope > 0 && ionTravels()
                ? estimate(slope, 1 / ionSlope)
                : Estimate.withheld("the mobile ion itself has no value of D");
        return new FrameworkSpecies(
                kind,
                units.size(),
                state(slope, slope.value() * cm2PerS, ionSlope, memory, network.contains(units.get(0))),
                diffusivity,
                ratio,
                memory);
    }

    /** A slope of a single kind, scaled; a bound where it is not above zero. */
    private static Estimate estimate(Estimate.Measured slope, double factor) {
        return slope.lower95() > 0
                ? slope.scaled(factor)
                : new Estimate.UpperBound(
                        Math.max(0, slope.upper95()) * factor, "these units do not travel more than their scatter");
    }

    private State state(
            Estimate.Measured slope, double cm2PerS, double ionSlope, double orientationMemory, boolean network) {
        boolean known = ionSlope > 0 && ionTravels();
        double ratio = known ? slope.value() / ionSlope : 0;
        double leastRatio = known ? slope.lower95() / ionSlope : 0;
        boolean liquid = slope.lower95() > 0 && cm2PerS > LIQUID_CM2_PER_S;
        boolean keepsUp = network ? ratio > FLOWING_NETWORK : leastRatio > FLOWING_UNIT;
        if ((liquid && (keepsUp || !known)) || (network && leastRatio > VISCOUS_NETWORK)) {
            return State.MOLTEN;
        }
        if (ratio > CREEPING_RATIO) {
            return !network && ratio > CO_MOBILE_RATIO ? State.CO_MOBILE : State.CREEPING;
        }
        return orientationMemory < TURNED ? State.ROTATING : orientationMemory < STIFF ? State.LIBRATING : State.RIGID;
    }

    /** Where even the mobile ion only rattles, a ratio says nothing, and what flows is judged by itself. */
    private boolean ionTravels() {
        return ion.tracer().cm2PerS() instanceof Estimate.Measured;
    }
}
