package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.bytes.PlainFile;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;

/**
 * Delivers the frames of a plain XDATCAR that are read in blocks on several threads. A block counts only where the one
 * before it ended. From the first place at which a block does not fit or holds something other than frames, an {@link
 * XdatcarReader} reads on alone, so that damage, ends and their notices are judged in one place, whatever the number of
 * threads.
 */
final class ParallelXdatcarReader implements TrajectoryReader {

    private static final int MOST_THREADS = 8;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int FRAMES_PER_BLOCK = 8;
    private static final int LARGEST_BLOCK_BYTES = 1 << 24;
    private static final int USUAL_ROW_BYTES = 37;

    private final PlainFile bytes;
    private final Path file;
    private final XdatcarBlocks blocks;
    private XdatcarReader alone;
    private boolean inBlocks = true;
    private @Nullable XdatcarBlock block;
    private int delivered;
    private Cell cell;
    private long offset;
    private long line;
    private long frames;

    /**
     * Takes over behind the first header.
     *
     * @param header has read the first header and no frame
     */
    ParallelXdatcarReader(PlainFile bytes, Path file, XdatcarReader header, int threads, long blockBytes)
            throws IOException {
        this.bytes = bytes;
        this.file = file;
        alone = header;
        cell = header.cell();
        offset = header.window().offset();
        line = header.window().line();
        blocks = new XdatcarBlocks(bytes, file, header, Math.min(threads, MOST_THREADS), blockBytes);
    }

    /** A parallel reader, or {@code header} itself where the file is too small, or its frames too large, to gain by it. */
    static TrajectoryReader orAlone(PlainFile bytes, Path file, XdatcarReader header, int threads) throws IOException {
        long wanted = (long) FRAMES_PER_BLOCK * USUAL_ROW_BYTES * header.atoms().size();
        long blockBytes = Math.max(BLOCK_BYTES, wanted);
        boolean worthwhile = threads > 1 && blockBytes <= LARGEST_BLOCK_BYTES && bytes.size() >= 2 * blockBytes;
        return worthwhile ? new ParallelXdatcarReader(bytes, file, header, threads, blockBytes) : header;
    }

    @Override
    public Atoms atoms() {
        return alone.atoms();
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        while (inBlocks) {
            if (block != null && delivered < block.count()) {
                deliver(block, frame);
                return true;
            }
            takeNextBlock();
        }
        return alone.next(frame);
    }

    private void deliver(XdatcarBlock from, Frame frame) {
        Frame read = from.frame(delivered);
        frame.exchangePositions(read);
        frame.setCell(delivered < from.framesBeforeHeader() ? cell : read.cell());
        frame.setUnwrapped(read.unwrapped());
        frame.setStepLabel(read.stepLabel());
        frame.setLine(line + read.line() - from.startLine());
        delivered++;
        frames++;
    }

    private void takeNextBlock() throws IOException {
        XdatcarBlock done = block;
        if (done != null) {
            offset = done.end();
            line += done.lines();
            cell = done.count() > done.framesBeforeHeader() ? done.cell() : cell;
            blocks.release(done);
        }
        XdatcarBlock following = done == null || done.whole() ? blocks.next() : null;
        if (following == null || following.start() != offset) {
            readOnAlone();
        }
        block = following;
        delivered = 0;
    }

    private void readOnAlone() {
        inBlocks = false;
        blocks.close();
        ByteWindow window = new ByteWindow(bytes.from(offset), offset, line, ByteWindow.newBuffer());
        alone = new XdatcarReader(window, new ReadingLog(file, frames), alone.atoms(), cell);
    }

    @Override
    public int stepsPerFrame(MdSettings runSettings) {
        return alone.stepsPerFrame(runSettings);
    }

    @Override
    public Program program() {
        return alone.program();
    }

    @Override
    public boolean truncated() {
        return alone.truncated();
    }

    @Override
    public List<String> notices() {
        return alone.notices();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
        bytes.close();
    }
}
