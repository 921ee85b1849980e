package org.percolith.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.option.OutputOptions;
import org.percolith.cli.report.WatchText;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.watch.Growth;
import org.percolith.cli.watch.WatchGoal;
import org.percolith.trajectory.TrajectoryException;

/** Looks at a growing run again and again until what is awaited has come, or the run has stopped growing. */
final class Watching {

    /** A look may take this part of the time only. */
    private static final int PAUSE_PER_COST = 9;

    private final WatchedRun run;
    private final List<WatchGoal> goals;
    private final OutputOptions.Format format;
    private final Terminal terminal;
    private final Growth growth = new Growth();
    private int frames;
    private String problem = "";
    private boolean headed;

    Watching(WatchedRun run, List<WatchGoal> goals, OutputOptions.Format format, Terminal terminal) {
        this.run = run;
        this.goals = List.copyOf(goals);
        this.format = format;
        this.terminal = terminal;
    }

    /** One look: exit code 0 if what is awaited is there, else 4; 3 if the run cannot be used. */
    int once() {
        Optional<AnalyzedRun> judged = look();
        if (judged.isEmpty()) {
            return ExitCode.UNUSABLE_INPUT;
        }
        return isReachedBy(judged.get()) || goals.isEmpty() ? ExitCode.DONE : ExitCode.VERDICT_FAILED;
    }

    /** Follows until the goals are reached (0) or nothing changed for {@code idle}: 0 without goals, else 4; 3 if unusable. */
    int follow(Duration every, Duration idle) throws InterruptedException {
        long changedAt = System.nanoTime();
        @Nullable AnalyzedRun last = null;
        while (true) {
            long begun = System.nanoTime();
            Optional<AnalyzedRun> judged = look();
            if (judged.isPresent()) {
                changedAt = begun;
                last = judged.get();
                if (isReachedBy(last)) {
                    terminal.notice("reached: " + described());
                    return ExitCode.DONE;
                }
            }
            long cost = System.nanoTime() - begun;
            if (begun - changedAt > idle.toNanos()) {
                return ended(last, idle);
            }
            Thread.sleep(Math.max(every.toMillis(), PAUSE_PER_COST * cost / 1_000_000));
        }
    }

    private int ended(@Nullable AnalyzedRun last, Duration idle) {
        terminal.notice("nothing was added for " + idle.toSeconds() + " s (--idle)"
                + (goals.isEmpty() ? "" : "; not reached: " + described()));
        if (last == null) {
            return ExitCode.UNUSABLE_INPUT;
        }
        return goals.isEmpty() ? ExitCode.DONE : ExitCode.VERDICT_FAILED;
    }

    /** Empty if nothing changed or nothing can be said now: rotated, not begun, half a frame. */
    private Optional<AnalyzedRun> look() {
        try {
            Optional<AnalyzedRun> judged = run.look();
            judged.ifPresent(this::show);
            problem = judged.isPresent() ? "" : problem;
            return judged;
        } catch (TrajectoryException | UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.equals(problem)) {
                terminal.notice("waiting: " + message);
            }
            problem = message;
            return Optional.empty();
        }
    }

    private void show(AnalyzedRun judged) {
        if (judged.info().framesRead() < frames) {
            terminal.notice("the run began again: " + judged.info().framesRead() + " frames after " + frames
                    + ". If its first part was moved aside, watch the folder that holds both");
        }
        frames = judged.info().framesRead();
        growth.add(System.nanoTime() * 1e-9, judged.info().durationPs());
        String clock = LocalTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_TIME);
        if (format == OutputOptions.Format.json) {
            terminal.result(WatchText.json(clock, judged, isReachedBy(judged), toGo(judged)));
            return;
        }
        if (!headed) {
            terminal.result(WatchText.head());
            headed = true;
        }
        terminal.result(WatchText.row(clock, judged, toGo(judged)));
    }

    private boolean isReachedBy(AnalyzedRun judged) {
        return !goals.isEmpty() && goals.stream().allMatch(goal -> goal.isReachedBy(judged));
    }

    /** The goal that lacks most says how long. Without one, an error of 20 %. */
    private String toGo(AnalyzedRun judged) {
        List<WatchGoal> awaited = goals.isEmpty() ? List.of(new WatchGoal.RelativeStd(0.2)) : goals;
        List<WatchGoal> open =
                awaited.stream().filter(goal -> !goal.isReachedBy(judged)).toList();
        if (open.isEmpty()) {
            return "reached";
        }
        OptionalDouble most = open.stream()
                .map(goal -> goal.morePs(judged))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return most.isPresent() && most.getAsDouble() > 0 ? growth.toGo(most.getAsDouble()) : "cannot be said yet";
    }

    private String described() {
        return goals.stream().map(WatchGoal::text).collect(Collectors.joining(", "));
    }

    /** A name that nothing stands for is a slip of the pen, unless its folder is there and the job still has to begin. */
    static void requirePlace(String path) {
        Path place = Path.of(path);
        Path folder = place.toAbsolutePath().getParent();
        if (!path.matches("\\d+(\\.\\d+)?K?:.*")
                && !Files.exists(place)
                && (folder == null || !Files.isDirectory(folder))) {
            throw new TrajectoryException(
                    "there is no file or folder " + path + ", nor a folder that it could appear in");
        }
    }
}
