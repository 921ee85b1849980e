package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.bytes.PlainFile;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.parallel.OrderedPipeline;

/**
 * Cuts an XDATCAR into blocks that are read at the same time. Block k ends with the first frame whose configuration line
 * starts at or behind byte {@code first + (k + 1) * blockBytes}, and block k + 1 finds that same end by itself: it looks
 * for the first configuration line from that byte on and passes over as many lines as there are atoms. The cut does not
 * depend on the number of threads.
 */
final class XdatcarBlocks implements AutoCloseable {

    private final PlainFile bytes;
    private final Path file;
    private final Atoms atoms;
    private final Cell firstCell;
    private final long first;
    private final long blockBytes;
    private final OrderedPipeline<XdatcarBlock> pipeline;
    private final Queue<XdatcarBlock> spare = new ConcurrentLinkedQueue<>();

    /**
     * Blocks from behind the first header on.
     *
     * @param header has read the first header and no frame
     */
    XdatcarBlocks(PlainFile bytes, Path file, XdatcarReader header, int threads, long blockBytes) throws IOException {
        this.bytes = bytes;
        this.file = file;
        this.blockBytes = blockBytes;
        atoms = header.atoms();
        firstCell = header.cell();
        first = header.window().offset();
        long blocks = Math.max(0, bytes.size() - first) / blockBytes + 1;
        pipeline = new OrderedPipeline<>("parse " + file.getFileName(), threads, blocks, this::read);
    }

    /** The next block, or null after the last one. */
    @Nullable
    XdatcarBlock next() throws IOException {
        return pipeline.next();
    }

    /** Takes a block back whose frames are no longer needed. */
    void release(XdatcarBlock block) {
        spare.add(block);
    }

    private XdatcarBlock read(long index) throws IOException {
        XdatcarBlock used = spare.poll();
        XdatcarBlock block = used != null ? used : new XdatcarBlock(atoms.size());
        long from = first + index * blockBytes;
        long to = from + blockBytes;
        try (ByteWindow window = block.window(bytes, index == 0 ? from : from - 1)) {
            long heading = index == 0 ? from : passNextFrame(window);
            block.startAt(window);
            if (heading < to) {
                block.readThrough(new XdatcarReader(window, new ReadingLog(file), atoms, firstCell), to);
            }
        }
        return block;
    }

    /** Moves behind the next frame that has a configuration line; the offset of that line, or of the end of the text. */
    private long passNextFrame(ByteWindow window) throws IOException {
        do {
            window.skipLine();
        } while (!window.atEnd() && !XdatcarReader.isAtConfigurationLine(window));
        long heading = window.offset();
        window.skipLines(1 + atoms.size());
        return heading;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
