package org.percolith.pathways.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.carrier.Carriers.OneCarrier;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Carrier;
import org.percolith.trajectory.run.ElementMasses;
import org.percolith.trajectory.run.Run;

/** Analyses several carriers in the frame in which what is left of the framework, the network, rests. */
public final class CarrierAnalysis {

    private final Run run;
    private final List<Carrier> carriers;
    private final TaskRunner runner;
    private final int frames;

    private CarrierAnalysis(Run run, List<Carrier> carriers, TaskRunner runner) {
        this.run = run;
        this.carriers = carriers;
        this.runner = runner;
        frames = run.ions().frames();
    }

    /**
     * Analyses the run's own carrier and others.
     *
     * @param others carriers whose tracks are among the framework's
     * @param settings of the analysis of the first
     */
    public static Carriers of(Run run, List<Carrier> others, DiffusionSettings settings, TaskRunner runner) {
        List<Carrier> all = new ArrayList<>(List.of(run.info().carrier()));
        all.addAll(others);
        return new CarrierAnalysis(run, all, runner).analyze(settings);
    }

    private Carriers analyze(DiffusionSettings settings) {
        double[][] rest = networkPath(carriers.stream().map(Carrier::species).collect(Collectors.toSet()));
        List<OneCarrier> found = new ArrayList<>();
        List<IonTracks> tracks = new ArrayList<>();
        int window = 1;
        for (int k = 0; k < carriers.size(); k++) {
            IonTracks own = relative(carriers.get(k), k == 0, rest);
            tracks.add(own);
            DiffusionResult result = DiffusionAnalysis.analyze(own, own, with(carriers.get(k), settings), runner);
            window = Math.max(
                    window, k == 0 ? result.fit().map(fit -> fit.startLag()).orElse(1) : 1);
            found.add(new OneCarrier(
                    carriers.get(k).species(),
                    own.ions(),
                    carriers.get(k).chargeE().value(),
                    result.tracer().cm2PerS()));
        }
        String frame = rest.length == 0
                ? "centre of mass of the drift reference"
                : "centre of mass of the network: the framework without the carriers";
        return new OnsagerMatrix(tracks, found, settings, window).carriers(frame);
    }

    private static DiffusionSettings with(Carrier carrier, DiffusionSettings settings) {
        return new DiffusionSettings(
                settings.frameIntervalPs(),
                settings.temperatureK(),
                carrier.chargeE().value(),
                settings.hopDistanceA(),
                settings.seed());
    }

    /** Centre of mass of all framework atoms that are no carriers, {@code [axis][frame]}; empty if there are none. */
    private double[][] networkPath(Set<String> mobile) {
        List<String> symbols = run.info().frameworkSymbols();
        int[] atoms = IntStream.range(0, symbols.size())
                .filter(atom -> !mobile.contains(symbols.get(atom)))
                .toArray();
        if (atoms.length == 0) {
            return new double[0][];
        }
        double[] massU = ElementMasses.of(symbols);
        double mass = IntStream.of(atoms).mapToDouble(atom -> massU[atom]).sum();
        double[][] path = new double[3][frames];
        double[] own = new double[frames];
        for (int atom : atoms) {
            for (int axis = 0; axis < 3; axis++) {
                run.framework().fractional(atom, axis, new FrameRange(0, frames), own);
                for (int frame = 0; frame < frames; frame++) {
                    path[axis][frame] += massU[atom] / mass * own[frame];
                }
            }
        }
        return path;
    }

    /** Tracks of one species in the frame in which the network rests. */
    private IonTracks relative(Carrier carrier, boolean ofIons, double[][] rest) {
        IonTracks source = ofIons ? run.ions() : run.framework();
        List<String> symbols = run.info().frameworkSymbols();
        int[] which = ofIons
                ? IntStream.range(0, source.ions()).toArray()
                : IntStream.range(0, symbols.size())
                        .filter(atom -> symbols.get(atom).equals(carrier.species()))
                        .toArray();
        return source.subset(which).relativeTo(rest);
    }
}
