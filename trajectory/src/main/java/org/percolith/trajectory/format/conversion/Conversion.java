package org.percolith.trajectory.format.conversion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.TrajectoryWriter;

/**
 * What a conversion did.
 *
 * @param frames frames written
 * @param truncated true if the source ended inside a frame
 * @param notices what the reader had to tell
 */
public record Conversion(long frames, boolean truncated, List<String> notices) {

    public Conversion {
        notices = List.copyOf(notices);
    }

    /**
     * Streams the complete frames of a file into another format, one by one as they are stored, in memory bounded by one
     * frame.
     *
     * @param stride every how many frames one is written
     */
    public static Conversion convert(
            TrajectoryFiles files, Path source, StructureHints hints, OutputFormat format, int stride, Path target)
            throws IOException {
        long frames = 0;
        try (TrajectoryReader reader = files.open(source, hints);
                TrajectoryWriter writer = format.open(target, reader.atoms())) {
            Frame frame = new Frame(reader.atoms().size());
            for (long index = 0; reader.next(frame); index++) {
                if (index % stride == 0) {
                    writer.write(frame);
                    frames++;
                }
            }
            return new Conversion(frames, reader.truncated(), reader.notices());
        }
    }
}
