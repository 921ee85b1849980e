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
 * of it from middle to middle of where both are, the reach lengthened by how far both get from there: so no pair is missed
 * and few are looked at.
 */
final class AnionTracker {

    private static final int IONS_PER_TASK = 32;

    private final IonTracks ions;
    private final AnionUnits units;
    private final SampledFrames frames;
    private final Cell cell;
    private final double reachA;
    private final List<AnionTrack> tracks;

    private AnionTracker(IonTracks ions, AnionUnits units, SampledFrames frames) {
        this.ions = ions;
        this.units = units;
        this.frames = frames;
        cell = ions.cell();
        reachA = units.reachA();
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
        Wandering wandering = new Wandering(atoms);
        int[] all = IntStream.range(0, units.atoms().length).toArray();
        int tasks = (ions.ions() + IONS_PER_TASK - 1) / IONS_PER_TASK;
        runner.map(tasks, task -> {
            NeighbourGrid grid = new NeighbourGrid(cell, wandering.middles, all);
            int from = task * IONS_PER_TASK;
            for (int ion = from; ion < Math.min(ions.ions(), from + IONS_PER_TASK); ion++) {
                follow(ion, stretch, atoms, wandering, grid);
            }
            return task;
        });
    }

    private void follow(int ion, FrameRange stretch, double[][] atoms, Wandering wandering, NeighbourGrid grid) {
        double[][] path = frames.fractional(ions, new int[] {ion}, stretch);
        Wandering own = new Wandering(path);
        double[] place = new double[3];
        NearestImage nearest = new NearestImage(cell);
        IntArrayList near = new IntArrayList();
        grid.forEachWithin(own.middles, 0, reachA + own.farthestA + wandering.farthestA, atom -> {
            for (int axis = 0; axis < 3; axis++) {
                place[axis] = wandering.middles[3 * atom + axis] - own.middles[axis];
            }
            if (nearest.reduceWithin(place, reachA + own.farthestA + wandering.reachesA[atom])
                    < Double.POSITIVE_INFINITY) {
                near.add(atom);
            }
        });
        near.sort(null);
        for (int look = 0; look < path[0].length; look++) {
            for (int axis = 0; axis < 3; axis++) {
                place[axis] = path[axis][look];
            }
            tracks.get(ion).look(place, atoms, look, near, nearest);
        }
    }

    /** Where tracks are in the middle over a stretch, and how far from there they get. */
    private final class Wandering {

        /** Fractional, {@code [3 * track + axis]}. */
        final double[] middles;

        /** Å, with room for rounding. */
        final double[] reachesA;

        double farthestA;

        /** Of paths {@code [3 * track + axis][look]}. */
        Wandering(double[][] paths) {
            middles = new double[paths.length];
            reachesA = new double[paths.length / 3];
            for (int row = 0; row < paths.length; row++) {
                double least = paths[row][0];
                double most = paths[row][0];
                for (double s : paths[row]) {
                    least = Math.min(least, s);
                    most = Math.max(most, s);
                }
                middles[row] = 0.5 * (least + most);
            }
            for (int track = 0; track < reachesA.length; track++) {
                reachesA[track] = farthestA(paths, 3 * track) + 1e-9;
                farthestA = Math.max(farthestA, reachesA[track]);
            }
        }

        private double farthestA(double[][] paths, int at) {
            double farthestA2 = 0;
            for (int look = 0; look < paths[at].length; look++) {
                farthestA2 = Math.max(
                        farthestA2,
                        cell.squaredLengthA2(
                                paths[at][look] - middles[at],
                                paths[at + 1][look] - middles[at + 1],
                                paths[at + 2][look] - middles[at + 2]));
            }
            return Math.sqrt(farthestA2);
        }
    }
}
