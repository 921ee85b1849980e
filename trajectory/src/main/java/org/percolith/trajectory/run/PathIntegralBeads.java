package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;

/**
 * Tells the beads of one path integral from the restarts of one run: i-PI writes a file for each bead, and its number into
 * the comment of every frame. Beads move at the same times, so that they are no pieces to be joined.
 *
 * @see <a href="https://docs.ipi-code.org/output-files.html">i-PI, output files</a>
 */
final class PathIntegralBeads {

    private static final Pattern COMMENT = Pattern.compile(
            "(?i)^\\s*\\d+\\s*\\R([^\\r\\n]*(?:CELL|ipi_comment)[^\\r\\n]*\\bBead:\\s*(\\d{1,6})\\b[^\\r\\n]*)");
    private static final Integer CENTROID = -1;

    private final TrajectoryFiles files;

    PathIntegralBeads(TrajectoryFiles files) {
        this.files = files;
    }

    /**
     * Looks at files that would be joined.
     *
     * @throws TrajectoryException if they are different beads
     */
    void refuse(Path folder, List<Path> found) {
        TreeMap<Integer, Path> beads = new TreeMap<>();
        for (Path file : found.size() > 1 ? found : List.<Path>of()) {
            Matcher comment = COMMENT.matcher(head(file));
            if (comment.find()) {
                boolean ofCentroid = comment.group(1).contains("x_centroid");
                beads.putIfAbsent(ofCentroid ? CENTROID : Integer.valueOf(comment.group(2)), file);
            }
        }
        if (beads.size() > 1) {
            Path centroid = beads.get(CENTROID);
            throw new TrajectoryException(
                    "the files in " + folder + " are beads of one path integral (i-PI): they move at"
                            + " the same times and are no pieces of one run. "
                            + (centroid != null
                                    ? "Give the centroid, " + centroid
                                    : "Let i-PI write the centroid (x_centroid), or give one bead, "
                                            + beads.firstEntry().getValue()));
        }
    }

    private String head(Path file) {
        try {
            return files.head(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
