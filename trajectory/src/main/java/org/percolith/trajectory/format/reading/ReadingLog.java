package org.percolith.trajectory.format.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.text.ByteWindow;

/** What a reader has to tell: complete frames so far, and why reading stopped where it did. */
public final class ReadingLog {

    private final Path file;
    private final List<String> notices = new ArrayList<>();
    private long frames;
    private boolean truncated;

    /** A log of no frames yet. */
    public ReadingLog(Path file) {
        this(file, 0);
    }

    /** A log that goes on where {@code frames} complete frames have been read. */
    public ReadingLog(Path file, long frames) {
        this.file = file;
        this.frames = frames;
    }

    /** The file that is read. */
    public Path file() {
        return file;
    }

    /** Counts a complete frame. */
    public void frameRead() {
        frames++;
    }

    /** Complete frames so far. */
    public long frames() {
        return frames;
    }

    /** Tells something that does not end the reading; the same thing is told once. */
    public void note(String what) {
        String notice = file + ": " + what;
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    /** Tells why the compressed stream behind a file that is read at any offset broke off, if it did. */
    public void noteBroken(@Nullable String stream) {
        if (stream != null) {
            note(stream);
        }
    }

    /** Tells that a text ends between two frames, but before what its program writes last. */
    public void noteUnfinished(ByteWindow window, String last) {
        note("the text ends in line " + (window.line() - 1) + " without '" + last
                + "': the job was killed or is still running; all " + frames + " frames in it are complete");
    }

    /** Ends the reading of a text at {@code line}. */
    public void stop(ByteWindow window, long line, String what) {
        String broken = window.breakInThisLine();
        String stream = broken == null ? "" : " (" + broken + ")";
        stop(", line " + line + ": " + what + stream);
    }

    /** Ends the reading of a binary file at byte {@code offset}. */
    public void stopAtByte(long offset, String what) {
        stop(", byte " + offset + ": " + what);
    }

    private void stop(String where) {
        if (!truncated) {
            truncated = true;
            notices.add(file + where + "; the " + frames + " complete frames before it are used, nothing after it");
        }
    }

    public boolean truncated() {
        return truncated;
    }

    public List<String> notices() {
        return List.copyOf(notices);
    }
}
