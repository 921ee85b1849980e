package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.bytes.PlainFile;
import org.percolith.trajectory.format.text.ByteWindow;

/**
 * The frames of one stretch of an XDATCAR, read apart from the text before it: the cell of its first frames may be that of
 * an earlier header, and its lines count from its own start. It is refilled for one stretch after the other.
 */
final class XdatcarBlock {

    private final int atoms;
    private final List<Frame> frames = new ArrayList<>();
    private byte[] buffer = ByteWindow.newBuffer();
    private int count;
    private int framesBeforeHeader;
    private long start;
    private long startLine;
    private long end;
    private long lines;
    private Cell cell = Cell.cubic(1);
    private boolean whole;

    XdatcarBlock(int atoms) {
        this.atoms = atoms;
    }

    /** A window on the file in the memory of this block. */
    ByteWindow window(PlainFile file, long offset) {
        return new ByteWindow(file.from(offset), offset, 1, buffer);
    }

    /** Empties the block; it then holds nothing up to where {@code window} stands, whole. */
    void startAt(ByteWindow window) {
        buffer = window.buffer();
        count = 0;
        framesBeforeHeader = 0;
        start = window.offset();
        startLine = window.line();
        whole = true;
        endAt(window);
    }

    private void endAt(ByteWindow window) {
        end = window.offset();
        lines = window.line() - startLine;
    }

    /** Reads on, through the first frame whose heading starts at offset {@code to} or behind it, or to the end. */
    void readThrough(XdatcarReader reader, long to) throws IOException {
        do {
            if (!reader.next(vacant())) {
                whole = !reader.truncated();
                break;
            }
            count++;
            framesBeforeHeader += reader.headers() == 0 ? 1 : 0;
            cell = reader.cell();
            endAt(reader.window());
        } while (reader.headingOffset() < to);
    }

    private Frame vacant() {
        if (count == frames.size()) {
            frames.add(new Frame(atoms));
        }
        return frames.get(count);
    }

    int count() {
        return count;
    }

    Frame frame(int index) {
        return frames.get(index);
    }

    /** The first frames, of which no header in this block states the cell. */
    int framesBeforeHeader() {
        return framesBeforeHeader;
    }

    /** The cell of the last frame, if a header in this block states it. */
    Cell cell() {
        return cell;
    }

    /** Offset in the file of the first byte. */
    long start() {
        return start;
    }

    /** Line of the window that the first byte was in. */
    long startLine() {
        return startLine;
    }

    /** Offset in the file behind the last frame. */
    long end() {
        return end;
    }

    /** Lines from the start to the end. */
    long lines() {
        return lines;
    }

    /** False if something other than a frame follows the last one before the block should end. */
    boolean whole() {
        return whole;
    }
}
