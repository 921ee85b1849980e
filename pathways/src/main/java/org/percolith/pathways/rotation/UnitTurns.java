package org.percolith.pathways.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.FrameRange;

/**
 * Turns of one unit, with hysteresis: it keeps an orientation until it has turned by more than {@link #TURNED_DEGREES} and
 * stays turned, so that a libration, however wide, is none. A turn by the angle θ about any axis leaves the mean cosine
 * (1 + 2 cos θ)/3 of the directions of a unit that is alike in all directions, such as a tetrahedron, and cos θ of a
 * single direction.
 */
final class UnitTurns {

    /** Half of a four-fold or tetrahedral turn lies below, librations of 20° above at three of their widths. */
    static final double TURNED_DEGREES = 60;

    /** What must be left of a turn once the unit has settled. */
    private static final double KEPT_DEGREES = 45;

    /** By how much the second moments of the directions may differ from n/3. */
    private static final double UNEVEN = 0.15;

    /** Looks of a rest that tell a libration. */
    private static final int FEWEST_LOOKS = 10;

    private final double[][] directions;
    private final int settle;
    private final boolean even;
    private final List<Integer> looks = new ArrayList<>();
    private final double[] reference;
    private final double[] sum;
    private long resting;
    private double squaredDegrees;
    private long atRest;
    private double turnedDegrees;

    private UnitTurns(double[][] directions, int settle) {
        this.directions = directions;
        this.settle = settle;
        reference = new double[3 * directions.length];
        sum = new double[reference.length];
        even = isEven();
    }

    /**
     * Follows a unit.
     *
     * @param directions unit vectors {@code [atom][3 * look + axis]}
     * @param settle looks in which a libration is forgotten
     */
    static UnitTurns follow(double[][] directions, List<FrameRange> pieces, int settle) {
        UnitTurns turns = new UnitTurns(directions, settle);
        pieces.forEach(turns::follow);
        return turns;
    }

    private void follow(FrameRange piece) {
        if (piece.frames() <= 2 * settle) {
            return;
        }
        refer(piece.from());
        endRest();
        int look = piece.from() + settle;
        while (look + settle + settle / 2 < piece.to()) {
            double angle = angleDegrees(look);
            if (angle > TURNED_DEGREES && angleDegrees(look + settle) > KEPT_DEGREES) {
                looks.add(look);
                turnedDegrees += angleDegrees(look + settle);
                refer(look + settle);
                endRest();
                look += settle;
            } else {
                rest(look);
                look++;
            }
        }
        endRest();
    }

    private void rest(int look) {
        for (int at = 0; at < sum.length; at++) {
            sum[at] += directions[at / 3][3 * look + at % 3];
        }
        resting++;
    }

    /** The mean direction of an atom over a rest has the length R = ⟨cos⟩; of n looks chance alone leaves 1/n of R². */
    private void endRest() {
        if (resting >= FEWEST_LOOKS) {
            double lengths = 0;
            for (int at = 0; at < sum.length; at += 3) {
                double squared = OrientationMemory.dot(sum, at, sum, at) / ((double) resting * resting);
                lengths += Math.sqrt(Math.max(0, (squared - 1.0 / resting) / (1 - 1.0 / resting)));
            }
            double angle = degrees(lengths / directions.length);
            squaredDegrees += resting * angle * angle;
            atRest += resting;
        }
        Arrays.fill(sum, 0);
        resting = 0;
    }

    /** Takes the mean orientation over half the time to settle, from a look on, as the one to turn away from. */
    private void refer(int look) {
        for (int atom = 0; atom < directions.length; atom++) {
            double[] mean = new double[3];
            for (int at = look; at <= look + settle / 2; at++) {
                for (int axis = 0; axis < 3; axis++) {
                    mean[axis] += directions[atom][3 * at + axis];
                }
            }
            double length = Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
            for (int axis = 0; axis < 3; axis++) {
                reference[3 * atom + axis] = mean[axis] / length;
            }
        }
    }

    private double angleDegrees(int look) {
        double cosines = 0;
        for (int atom = 0; atom < directions.length; atom++) {
            cosines += OrientationMemory.dot(reference, 3 * atom, directions[atom], 3 * look);
        }
        return degrees(cosines / directions.length);
    }

    /** The angle of a rotation that leaves this mean cosine. */
    private double degrees(double meanCosine) {
        double cosine = even ? (3 * meanCosine - 1) / 2 : meanCosine;
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private boolean isEven() {
        double third = directions.length / 3.0;
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                double moment = 0;
                for (double[] u : directions) {
                    moment += u[a] * u[b];
                }
                if (Math.abs(moment - (a == b ? third : 0)) > UNEVEN * directions.length) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Looks at which it turned. */
    List<Integer> looks() {
        return looks;
    }

    /** Sum of the angles of its turns, degrees. */
    double turnedDegrees() {
        return turnedDegrees;
    }

    /** Sum of the squared angles from the mean orientation of each rest, degrees². */
    double squaredDegrees() {
        return squaredDegrees;
    }

    /** Looks that these are summed over. */
    long looksAtRest() {
        return atRest;
    }
}
