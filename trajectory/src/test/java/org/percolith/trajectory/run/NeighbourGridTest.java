package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Cell;

/** The grid finds what looking at every point finds. */
class NeighbourGridTest {

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, 10, 90",
        "2, 10, 10, 10, 90",
        "7, 5, 9, 30, 90",
        "500, 10, 10, 10, 90",
        "500, 4, 4, 90, 90",
        "500, 10, 12, 14, 60",
        "400, 10, 10, 10, 35",
        "300, 3, 40, 40, 110",
        "2000, 20, 20, 20, 75"
    })
    void findsTheNearestOfAll(int points, double aA, double bA, double cA, double angleDegrees) {
        Cell cell = Cell.ofLengthsAndAngles(aA, bA, cA, angleDegrees, angleDegrees, angleDegrees);
        SplittableRandom random = new SplittableRandom(points);
        double[] positions = random.doubles(3L * points, -1.5, 2.5).toArray();
        NeighbourGrid grid =
                new NeighbourGrid(cell, positions, IntStream.range(0, points).toArray());
        double meanDistanceA = Math.cbrt(cell.volumeA3() / points);
        for (int point = 0; point < points; point++) {
            int self = point;
            for (double reachA : new double[] {Double.POSITIVE_INFINITY, 0.6 * meanDistanceA}) {
                assertThat(grid.nearest(positions, 3 * point, reachA, other -> other != self))
                        .isEqualTo(nearestOfAll(cell, positions, point, reachA, other -> other != self));
            }
            assertThat(grid.nearest(positions, 3 * point, 3 * meanDistanceA, other -> other % 5 == 3))
                    .isEqualTo(nearestOfAll(cell, positions, point, 3 * meanDistanceA, other -> other % 5 == 3));
        }
    }

    private static NeighbourGrid.Nearest nearestOfAll(
            Cell cell, double[] positions, int point, double reachA, IntPredicate allowed) {
        MinimumImage image = new MinimumImage(cell);
        NeighbourGrid.Nearest nearest = new NeighbourGrid.Nearest(-1, reachA * reachA);
        double[] step = new double[3];
        for (int other = 0; 3 * other < positions.length; other++) {
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = positions[3 * other + axis] - positions[3 * point + axis];
            }
            double squaredA2 = image.reduce(step, 0);
            if (allowed.test(other) && squaredA2 < nearest.squaredA2()) {
                nearest = new NeighbourGrid.Nearest(other, squaredA2);
            }
        }
        return nearest;
    }
}
