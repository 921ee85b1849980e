package org.percolith.trajectory.run;

import java.nio.file.Path;

/**
 * One file of a run, as it was read.
 *
 * @param frames complete frames in it
 * @param truncated true if it ends inside a frame or was damaged
 */
public record Segment(Path path, String format, int frames, boolean truncated) {}
