package org.percolith.pathways.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.percolith.density.Framework;
import org.percolith.pathways.JudgedTracks;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.trust.TrustFamily.Kind;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunOptions;
import org.percolith.trajectory.run.RunReader;

/** Real runs in short windows, judged by what the whole run says. */
final class RealWindows {

    private static final Path DATA = Path.of("../../shared/data");
    private static final double[] WINDOWS_PS = {10, 20, 50};
    private static final int WINDOWS_PER_LENGTH = 3;

    private record RealRun(String path, double frameIntervalFs, double temperatureK) {}

    private static final List<RealRun> RUNS = List.of(
            new RealRun("public/argyrodite/Li6PS5Cl/50p", 100, 500),
            new RealRun("public/argyrodite/Li6PS5I/0p", 100, 500),
            new RealRun("own/Li4PO4I-glass-long/li4po4i_500K.unwrapped.lammpstrj.gz", 150, 500),
            new RealRun("own/Li4PO4I-glass-long/li4po4i_600K.unwrapped.lammpstrj.gz", 150, 600),
            new RealRun("own/Li4PO4I-glass-long/li4po4i_700K.unwrapped.lammpstrj.gz", 150, 700));

    private RealWindows() {}

    /** One outcome a window; none where the data are not there. */
    static List<TrustOutcome> outcomes(TaskRunner runner) {
        List<TrustOutcome> outcomes = new ArrayList<>();
        for (RealRun real : RUNS) {
            if (Files.exists(DATA.resolve(real.path()))) {
                outcomes.addAll(windows(real, runner));
            } else {
                System.out.println("skipped: " + real.path() + " is not there");
            }
        }
        return outcomes;
    }

    private static List<TrustOutcome> windows(RealRun real, TaskRunner runner) {
        TrajectoryFiles files = new TrajectoryFiles(1);
        RunOptions options = RunOptions.defaults().with(real.frameIntervalFs(), real.temperatureK());
        try (Run run = new RunReader(files, options)
                .read(
                        new RunDiscovery(files)
                                .discover(List.of(DATA.resolve(real.path()).toString()))
                                .get(0),
                        ReadProgress.none())) {
            JudgedTracks whole = judge(run, run.ions(), run.framework(), real);
            return runner.map(WINDOWS_PS.length * WINDOWS_PER_LENGTH, k -> {
                int frames = (int) (WINDOWS_PS[k / WINDOWS_PER_LENGTH] * 1000 / real.frameIntervalFs());
                int start = (run.ions().frames() - frames) * (k % WINDOWS_PER_LENGTH) / (WINDOWS_PER_LENGTH - 1);
                List<FrameRange> window = List.of(new FrameRange(start, start + frames));
                JudgedTracks seen = judge(
                        run, run.ions().withPieces(window), run.framework().withPieces(window), real);
                return outcome(whole, seen);
            });
        }
    }

    private static JudgedTracks judge(Run run, IonTracks ions, IonTracks framework, RealRun real) {
        return JudgedTracks.of(
                ions,
                Framework.meanOf(framework, run.info().frameworkSymbols()),
                real.frameIntervalFs() / 1000,
                real.temperatureK(),
                TaskRunner.serial());
    }

    /** The whole run's D, where it has one, counts as the truth; its rank, where it is sure. */
    private static TrustOutcome outcome(JudgedTracks whole, JudgedTracks seen) {
        boolean conducts = whole.judgement().tracerCm2PerS() instanceof Estimate.Measured;
        double truth = whole.judgement().tracerCm2PerS() instanceof Estimate.Measured m ? m.value() : 0;
        PathwayRank rank = whole.rank();
        int known = rank.assured() == null ? 3 : rank.assured();
        return TrustOutcome.judge(conducts ? Kind.CONDUCTOR : Kind.CLOSED_CAGES, known, seen, truth, false);
    }
}
