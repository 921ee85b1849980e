package org.percolith.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.DensityFile;
import org.percolith.density.ChgcarWriter;
import org.percolith.density.DensityMap;
import org.percolith.density.Framework;
import org.percolith.density.IonDensity;
import org.percolith.density.VoxelGrid;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.NeighbourShell;
import org.percolith.pathways.PercolationAnalysis;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.PercolationSettings;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunInfo;

/** Takes one run through the rooms that a command asks for. */
final class RunAnalyzer {

    /** What a command computes. */
    enum Part {
        DISPLACEMENT,
        DENSITY,
        PERCOLATION
    }

    private final Set<Part> parts;
    private final AnalysisOptions options;
    private final TaskRunner runner;

    RunAnalyzer(Set<Part> parts, AnalysisOptions options, TaskRunner runner) {
        this.parts = parts;
        this.options = options;
        this.runner = runner;
    }

    /** Analyses a run; files that hold more than numbers are written under {@code prefix}. */
    AnalyzedRun analyze(Run run, ResultFolder folder, String prefix) {
        Optional<DiffusionResult> diffusion =
                parts.contains(Part.DISPLACEMENT) ? Optional.of(displacement(run)) : Optional.empty();
        Optional<PercolationResult> percolation =
                parts.contains(Part.PERCOLATION) ? Optional.of(percolation(run)) : Optional.empty();
        Optional<TransportJudgement> judgement = diffusion.isPresent() && percolation.isPresent()
                ? Optional.of(TransportJudgement.of(diffusion.get(), percolation.get()))
                : Optional.empty();
        Optional<DensityFile> density =
                parts.contains(Part.DENSITY) ? Optional.of(density(run, folder, prefix)) : Optional.empty();
        return new AnalyzedRun(run.info(), diffusion, density, percolation, judgement);
    }

    private DiffusionResult displacement(Run run) {
        RunInfo info = run.info();
        DiffusionSettings settings = new DiffusionSettings(
                info.frameIntervalPs(),
                info.temperatureK().require(),
                info.carrier().chargeE().value(),
                options.hopDistanceA(),
                options.seed());
        return DiffusionAnalysis.analyze(run.ions(), settings, runner);
    }

    private PercolationResult percolation(Run run) {
        PercolationSettings settings = new PercolationSettings(
                run.info().temperatureK().require(),
                options.percolationGridA(),
                NeighbourShell.FACES,
                PercolationSettings.DEFAULT_RESAMPLES,
                options.seed());
        return PercolationAnalysis.analyze(run.ions(), settings, runner);
    }

    /** Computes the density map of the mobile ion and writes it as a CHGCAR. */
    private DensityFile density(Run run, ResultFolder folder, String prefix) {
        VoxelGrid grid = VoxelGrid.of(run.ions().cell(), options.gridA());
        IonDensity density = IonDensity.of(run.ions(), grid, runner);
        DensityMap map = density.map();
        Optional<String> file = Optional.empty();
        if (run.framework().ions() > 0) {
            String species = run.info().carrier().species();
            String name = prefix + "CHGCAR_" + species;
            String title = run.info().label() + ": probability density of " + species;
            folder.write(name, out -> ChgcarWriter.write(out, title, map, framework(run)));
            file = Optional.of(name);
        }
        return new DensityFile(
                options.gridA(),
                grid.na(),
                grid.nb(),
                grid.nc(),
                density.ions(),
                density.frames(),
                map.maxPerA3(),
                file);
    }

    /** Mean positions of the framework over the frames used. */
    private static Framework framework(Run run) {
        IonTracks tracks = run.framework();
        List<Double> mean = new ArrayList<>(3 * tracks.ions());
        for (int ion = 0; ion < tracks.ions(); ion++) {
            for (int axis = 0; axis < 3; axis++) {
                mean.add(meanFractional(tracks, ion, axis));
            }
        }
        return new Framework(run.info().frameworkSymbols(), mean);
    }

    private static double meanFractional(IonTracks tracks, int ion, int axis) {
        double sum = 0;
        int frames = 0;
        for (FrameRange piece : tracks.pieces()) {
            double[] path = new double[piece.frames()];
            tracks.fractional(ion, axis, piece, path);
            for (double s : path) {
                sum += s;
            }
            frames += piece.frames();
        }
        return sum / frames;
    }
}
