package org.percolith.pathways.residence;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.percolith.density.NearestImage;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.NeighbourGrid;

/**
 * Follows all ions among the anions. Over a short stretch of time the anions that can come near an ion are those within reach
 * at its begin, the reach lengthened by what the ion and the fastest anion move in it: so no pair is missed and few are
 * looked at.
 */
final class AnionTracker {

    private static final int IONS_PER_TASK = 32;

    private final IonTracks ions;
    private final AnionUnits units;
    private final SampledFrames frames;
    private final Cell cell;
    private final List<AnionTrack> tracks;

    private AnionTracker(IonTracks ions, AnionUnits units, SampledFrames frames) {
        this.ions = ions;
        this.units = units;
        this.frames = frames;
        cell = ions.cell();
        tracks = IntStream.range(0, ions.ions())
                .mapToObj(ion -> new AnionTrack(units))
                .toList();
    }

    static List<AnionTrack> follow(
            IonTracks ions, IonTracks framework, AnionUnits units, SampledFrames frames, TaskRunner runner) {
        AnionTracker tracker = new AnionTracker(ions, units, frames);
        boolean[] starts = frames.startsPiece(ions);
        int look = 0;
        for (FrameRange stretch : frames.stretches()) {
            if (starts[look]) {
                tracker.tracks.forEach(AnionTrack::forget);
            }
            look += frames.looks(stretch);
            tracker.follow(stretch, frames.fractional(framework, units.atoms(), stretch), runner);
        }
        return tracker.tracks;
    }

    private void follow(FrameRange stretch, double[][] atoms, TaskRunner runner) {
        double[] first = new double[atoms.length];
        double fastestA = 0;
        for (int k = 0; k < atoms.length; k++) {
            first[k] = atoms[k][0];
        }
        for (int atom = 0; atom < units.atoms().length; atom++) {
            fastestA = Math.max(fastestA, farthestA(atoms, 3 * atom));
        }
        double reachA = units.reachA() + fastestA;
        int[] all = IntStream.range(0, units.atoms().length).toArray();
        int tasks = (ions.ions() + IONS_PER_TASK - 1) / IONS_PER_TASK;
        runner.map(tasks, task -> {
            NeighbourGrid grid = new NeighbourGrid(cell, first, all);
            int from = task * IONS_PER_TASK;
            for (int ion = from; ion < Math.min(ions.ions(), from + IONS_PER_TASK); ion++) {
                follow(ion, stretch, atoms, grid, reachA);
            }
            return task;
        });
    }

    private void follow(int ion, FrameRange stretch, double[][] atoms, NeighbourGrid grid, double reachA) {
        double[][] path = frames.fractional(ions, new int[] {ion}, stretch);
        double[] place = {path[0][0], path[1][0], path[2][0]};
        IntArrayList near = new IntArrayList();
        grid.forEachWithin(place, 0, reachA + farthestA(path, 0), near::add);
        near.sort(null);
        NearestImage nearest = new NearestImage(cell);
        for (int look = 0; look < path[0].length; look++) {
            for (int axis = 0; axis < 3; axis++) {
                place[axis] = path[axis][look];
            }
            tracks.get(ion).look(place, atoms, look, near, nearest);
        }
    }

    /** How far a track gets from where it begins, Å. */
    private double farthestA(double[][] path, int at) {
        double farthestA2 = 0;
        for (int look = 1; look < path[at].length; look++) {
            farthestA2 = Math.max(
                    farthestA2,
                    cell.squaredLengthA2(
                            path[at][look] - path[at][0],
                            path[at + 1][look] - path[at + 1][0],
                            path[at + 2][look] - path[at + 2][0]));
        }
        return Math.sqrt(farthestA2);
    }
}
