package org.percolith.trajectory.format.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few blocks ahead of its consumer, so that a file is inflated on one processor
 * while it is parsed on another. Memory is bounded by the ring of blocks. An exception of the source reaches the consumer
 * where it reads on, after all bytes before it.
 */
public final class ReadAheadStream extends HeadedStream {

    private static final int BLOCKS = 8;
    private static final int BLOCK_BYTES = 1 << 17;

    /** Bytes that were read, or how the source ended: {@code length} -1, with a failure if there was one. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK_BYTES];
        private int length;
        private @Nullable Throwable failure;
    }

    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS);
    private final InputStream source;
    private final Thread reader;
    private @Nullable Throwable failure;
    private @Nullable Block current;
    private int position;

    /** Starts to read a source; {@code name} is that of the thread. */
    public ReadAheadStream(InputStream source, String name) {
        this.source = source;
        for (int k = 0; k < BLOCKS; k++) {
            empty.add(new Block());
        }
        reader = new Thread(this::readAhead, "inflate " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Fills blocks until the source ends or fails, or the consumer closes the stream and so interrupts this thread. */
    private void readAhead() {
        try {
            int length;
            do {
                Block block = empty.take();
                length = fill(block);
                block.length = length;
                filled.put(block);
            } while (length >= 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills a whole block, so that few change hands; a failure behind some bytes waits for the next block. */
    private int fill(Block block) {
        int length = 0;
        try {
            while (length < BLOCK_BYTES && failure == null) {
                int read = source.read(block.bytes, length, BLOCK_BYTES - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failure = e;
        }
        block.failure = failure;
        return length == 0 ? -1 : length;
    }

    @Override
    public byte[] head(int bytes) throws IOException {
        Block first = currentBlock();
        return Arrays.copyOf(first.bytes, Math.min(bytes, Math.max(0, first.length)));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        Block block = currentBlock();
        if (block.length < 0) {
            rethrow(block.failure);
            return -1;
        }
        int copied = Math.min(length, block.length - position);
        System.arraycopy(block.bytes, position, target, offset, copied);
        position += copied;
        return copied;
    }

    /** The block that holds the next byte, or the last one. */
    private Block currentBlock() throws IOException {
        try {
            Block block = current;
            while (block == null || (block.length >= 0 && position == block.length)) {
                if (block != null) {
                    empty.put(block);
                }
                block = filled.take();
                current = block;
                position = 0;
            }
            return block;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + reader.getName());
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    /** Stops the reading thread, waits for it, and closes the source. */
    @Override
    public void close() throws IOException {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
