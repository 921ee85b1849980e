package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.MissingStructureException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

/**
 * What the files of a run hold that cannot be analysed as they are: frames, atoms and elements, as far as they have them.
 *
 * @param atoms of the first file; of unnamed elements where nothing names them
 * @param segments files with their frames
 * @param notices of the readers
 */
public record RunSurvey(Atoms atoms, List<Segment> segments, List<String> notices) {

    /** In place of a cell that nothing states, Å. */
    private static final double NO_CELL_A = 1000;

    public RunSurvey {
        segments = List.copyOf(segments);
        notices = List.copyOf(notices);
    }

    /** Complete frames in all files. */
    public int frames() {
        return segments.stream().mapToInt(Segment::frames).sum();
    }

    /**
     * Counts, file by file.
     *
     * @throws TrajectoryException if a file is no trajectory at all
     */
    public static RunSurvey of(TrajectoryFiles files, RunFiles run, StructureHints hints) {
        List<Segment> segments = new ArrayList<>();
        Set<String> notices = new LinkedHashSet<>();
        Atoms atoms = null;
        try {
            for (Path file : run.segments()) {
                TrajectoryFiles.Opened opened = open(files, file, hints);
                try (TrajectoryReader reader = opened.reader()) {
                    atoms = atoms == null ? reader.atoms() : atoms;
                    int frames = count(reader, notices);
                    notices.addAll(reader.notices());
                    segments.add(new Segment(
                            file, reader.dialect().orElse(opened.format().name()), frames, reader.truncated()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run.path() + ": " + e.getMessage(), e);
        }
        return new RunSurvey(atoms == null ? Atoms.unnamed(0) : atoms, segments, List.copyOf(notices));
    }

    private static TrajectoryFiles.Opened open(TrajectoryFiles files, Path file, StructureHints hints)
            throws IOException {
        try {
            return files.openRecognised(file, hints);
        } catch (MissingStructureException e) {
            Structure placeholder = new Structure(Cell.cubic(NO_CELL_A), e.known());
            return files.openRecognised(file, new StructureHints(hints.elementOfType(), placeholder));
        }
    }

    /** Damage ends a file, but not the account of what lies before it. */
    private static int count(TrajectoryReader reader, Set<String> notices) throws IOException {
        Frame frame = new Frame(reader.atoms().size());
        int frames = 0;
        try {
            while (reader.next(frame)) {
                frames++;
            }
        } catch (TrajectoryException e) {
            notices.add(String.valueOf(e.getMessage()));
        }
        return frames;
    }
}
