package org.percolith.pathways.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.rotation.UnitRotation.Motion;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;

/** Rigid tetrahedra whose rotation is known. */
class RotationAnalysisTest {

    private static final int SIDE = 3;
    private static final int UNITS = SIDE * SIDE * SIDE;
    private static final double SPACING_A = 6;
    private static final double FRAME_PS = 0.1;
    private static final Cell CELL = Cell.cubic(SIDE * SPACING_A);
    private static final Vector3D[] TETRAHEDRON = {
        new Vector3D(1, 1, 1).normalize(),
        new Vector3D(1, -1, -1).normalize(),
        new Vector3D(-1, 1, -1).normalize(),
        new Vector3D(-1, -1, 1).normalize()
    };

    /** The orientation of a unit after each frame. */
    @FunctionalInterface
    private interface Rotor {
        Rotation next(Rotation now, int unit, int frame, SplittableRandom random);
    }

    private static Rotation by(double angle, Vector3D axis) {
        return new Rotation(axis, angle, RotationConvention.VECTOR_OPERATOR);
    }

    private static Vector3D gaussian(double std, SplittableRandom random) {
        return new Vector3D(std * random.nextGaussian(), std * random.nextGaussian(), std * random.nextGaussian());
    }

    private static Rotation wobble(double std, SplittableRandom random) {
        Vector3D vector = gaussian(std, random);
        return by(vector.getNorm(), vector);
    }

    private static IonTracks tetrahedra(int frames, double librationRad, Rotor rotor) {
        SplittableRandom random = new SplittableRandom(23);
        double[][] positions = new double[frames][15 * UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            Rotation orientation = wobble(2, random);
            Vector3D home = home(unit);
            for (int frame = 0; frame < frames; frame++) {
                orientation = rotor.next(orientation, unit, frame, random);
                Rotation seen = wobble(librationRad, random).applyTo(orientation);
                put(positions[frame], 5 * unit, home);
                for (int k = 0; k < 4; k++) {
                    put(positions[frame], 5 * unit + 1 + k, home.add(1.54, seen.applyTo(TETRAHEDRON[k])));
                }
            }
        }
        return IonTracks.ofCartesian(CELL, positions);
    }

    private static Vector3D home(int unit) {
        int layer = unit / (SIDE * SIDE);
        int row = unit / SIDE % SIDE;
        return new Vector3D(SPACING_A * (unit % SIDE), SPACING_A * row, SPACING_A * layer);
    }

    private static void put(double[] positions, int atom, Vector3D place) {
        positions[3 * atom] = place.getX();
        positions[3 * atom + 1] = place.getY();
        positions[3 * atom + 2] = place.getZ();
    }

    private static List<String> symbols() {
        List<String> symbols = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            symbols.add("P");
            symbols.addAll(Collections.nCopies(4, "O"));
        }
        return symbols;
    }

    /** One ion a unit, at two places 3 Å beside it; {@code moves} says in which frames it changes over. */
    private static IonTracks ions(int frames, boolean[][] moves) {
        SplittableRandom random = new SplittableRandom(31);
        double[][] positions = new double[frames][3 * UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            boolean far = false;
            for (int frame = 0; frame < frames; frame++) {
                far ^= moves[unit][frame];
                Vector3D place =
                        home(unit).add(new Vector3D(3, far ? 1.2 : -1.2, 0)).add(gaussian(0.15, random));
                put(positions[frame], unit, place);
            }
        }
        return IonTracks.ofCartesian(CELL, positions);
    }

    private static UnitRotation rotation(IonTracks framework, IonTracks ions) {
        BasinMap map = BasinAnalysis.analyze(ions, BasinSettings.at(600), TaskRunner.serial());
        HopNetwork network = HopNetwork.of(ions, map, TaskRunner.serial());
        List<UnitRotation> found =
                RotationAnalysis.of(framework, symbols(), network, map, FRAME_PS, 1, TaskRunner.serial());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static boolean[][] events(double probability, int frames, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] events = new boolean[UNITS][frames];
        for (boolean[] unit : events) {
            for (int frame = 1; frame < frames; frame++) {
                unit[frame] = random.nextDouble() < probability;
            }
        }
        return events;
    }

    private static void holds(Estimate estimate, double truth, double widest) {
        assertThat(estimate).isInstanceOfSatisfying(Measured.class, m -> {
            assertThat(truth).isBetween(m.lower95(), m.upper95());
            assertThat(m.relativeStd()).isLessThan(widest);
        });
    }

    /** C_l = exp(-l (l + 1) D_r t): with D_r = 0.05/ps, τ₁ = 10 ps and τ₂ = 10/3 ps. */
    @Test
    void rotationalDiffusionHasItsTimes() {
        int frames = 3000;
        double stepRad = Math.sqrt(2 * 0.05 * FRAME_PS);
        IonTracks framework = tetrahedra(frames, 0.05, (now, unit, frame, random) -> wobble(stepRad, random)
                .applyTo(now));
        UnitRotation found = rotation(framework, ions(frames, events(0.01, frames, 41)));
        assertThat(found.unit()).isEqualTo("PO4");
        assertThat(found.motion()).isEqualTo(Motion.TUMBLES);
        holds(found.tau1Ps(), 10, 0.15);
        holds(found.tau2Ps(), 10 / 3.0, 0.15);
        holds(found.hopsWithTurns(), 1, 0.2);
    }

    /** About z with rate k, half of it each way: C₁ = 1/3 + 2/3 exp(-kt), and every turn is by 90°. */
    @Test
    void fourFoldJumpsAreCounted() {
        int frames = 3000;
        double perFrame = 0.01;
        boolean[][] turns = events(perFrame, frames, 43);
        IonTracks framework = tetrahedra(
                frames,
                0.05,
                (now, unit, frame, random) -> turns[unit][frame]
                        ? by(random.nextBoolean() ? Math.PI / 2 : -Math.PI / 2, Vector3D.PLUS_K)
                                .applyTo(now)
                        : now);
        UnitRotation found = rotation(framework, ions(frames, events(0.01, frames, 41)));
        assertThat(found.motion()).isEqualTo(Motion.JUMPS);
        assertThat(found.meanTurnDegrees()).isCloseTo(90, within(4.0));
        holds(found.turnsPerNs(), 1000 * perFrame / FRAME_PS, 0.1);
        holds(found.tau1Ps(), FRAME_PS / perFrame, 0.15);
        holds(found.hopsWithTurns(), 1, 0.2);
    }

    @Test
    void hopsThatComeWithTurnsAreSeen() {
        int frames = 3000;
        boolean[][] turns = events(0.005, frames, 43);
        IonTracks framework = tetrahedra(
                frames,
                0.05,
                (now, unit, frame, random) -> turns[unit][frame]
                        ? by(2 * Math.PI / 3, new Vector3D(1, 1, 1)).applyTo(now)
                        : now);
        UnitRotation found = rotation(framework, ions(frames, turns));
        assertThat(found.hopsWithTurns()).isInstanceOfSatisfying(Measured.class, m -> assertThat(m.lower95())
                .isGreaterThan(2));
    }

    /** A rotation vector of three components of 0.1 rad turns by 0.1 √3 rad in the mean square, 9.9°. */
    @Test
    void librationsAreNoTurns() {
        int frames = 2000;
        UnitRotation found = rotation(
                tetrahedra(frames, 0.1, (now, unit, frame, random) -> now), ions(frames, events(0.01, frames, 41)));
        assertThat(found.motion()).isEqualTo(Motion.LIBRATES);
        assertThat(found.turns()).isZero();
        assertThat(((Measured) found.librationDegrees()).value())
                .isCloseTo(Math.toDegrees(0.1 * Math.sqrt(3)), within(0.2));
        assertThat(found.tau1Ps()).isInstanceOf(Estimate.Withheld.class);
    }
}
