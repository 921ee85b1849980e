package org.percolith.cli;

import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.percolith.trajectory.run.ReadProgress;

/** Progress of reading one run, drawn on standard error. */
final class ReadingBar implements ReadProgress, AutoCloseable {

    private static final int FRAMES_BETWEEN_UPDATES = 64;

    private final ProgressBar bar;

    ReadingBar(String label, int segments) {
        bar = new ProgressBarBuilder()
                .setTaskName("reading " + label)
                .setInitialMax(segments)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void segmentStarted(Path file, int segment, int segments) {
        bar.stepTo(segment);
        bar.setExtraMessage(String.valueOf(file.getFileName()));
    }

    @Override
    public void framesRead(long frames) {
        if (frames % FRAMES_BETWEEN_UPDATES == 0) {
            bar.setExtraMessage(frames + " frames");
        }
    }

    @Override
    public void close() {
        bar.stepTo(bar.getMax());
        bar.close();
    }
}
