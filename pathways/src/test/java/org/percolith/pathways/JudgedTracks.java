package org.percolith.pathways;

import java.util.List;
import org.percolith.density.Framework;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Tracks taken the way that the program takes them: hops, displacement, percolation, judgement. */
public record JudgedTracks(DiffusionResult diffusion, PathwayRank rank, TransportJudgement judgement) {

    public static final Framework NO_FRAMEWORK = new Framework(List.of(), List.of());

    /**
     * Judges tracks.
     *
     * @param framework mean positions, {@link #NO_FRAMEWORK} for none
     */
    public static JudgedTracks of(
            IonTracks tracks, Framework framework, double frameIntervalPs, double temperatureK, TaskRunner runner) {
        RankAnalysis hops = RankAnalysis.of(tracks, framework, temperatureK, runner);
        DiffusionResult diffusion = DiffusionAnalysis.analyze(
                tracks,
                hops.conducting(
                        tracks, PercolationSettings.DEFAULT_RESAMPLES, PercolationSettings.DEFAULT_SEED, runner),
                new DiffusionSettings(
                        frameIntervalPs,
                        temperatureK,
                        1,
                        hops.hopDistanceA(DiffusionSettings.DEFAULT_HOP_DISTANCE_A),
                        DiffusionSettings.DEFAULT_SEED),
                runner);
        PathwayRank rank =
                hops.rank(PercolationAnalysis.analyze(tracks, PercolationSettings.at(temperatureK), runner), runner);
        return new JudgedTracks(diffusion, rank, TransportJudgement.of(diffusion, rank));
    }
}
