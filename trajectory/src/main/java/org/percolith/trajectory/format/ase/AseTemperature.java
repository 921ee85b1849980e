package org.percolith.trajectory.format.ase;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The mean temperature of the frames that hold momenta p, in √(eV u): T = Σ p²/m / (3 N k), with N the atoms that move. This
 * is ASE's {@code get_temperature}, which counts no degree of freedom less for a centre of mass at rest.
 */
final class AseTemperature {

    private final AseItems items;
    private final double[] massesU;
    private double sumK;
    private long frames;

    /** For atoms of these atomic numbers; the first item may state other masses than the natural ones. */
    AseTemperature(AseItems items, String firstItem, double[] numbers) throws IOException {
        this.items = items;
        double[] stated = items.array(firstItem, "masses");
        massesU = stated != null && stated.length == numbers.length
                ? stated
                : Arrays.stream(numbers)
                        .map(number -> ElementSymbols.naturalMassU((int) number))
                        .toArray();
    }

    /** Takes the momenta of a frame, if it holds any. */
    void add(String item) throws IOException {
        double[] momenta = items.array(item, "momenta");
        if (momenta == null || momenta.length != 3 * massesU.length) {
            return;
        }
        double sumEv = 0;
        int moving = 0;
        for (int atom = 0; atom < massesU.length; atom++) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                square += momenta[3 * atom + axis] * momenta[3 * atom + axis];
            }
            sumEv += square / massesU[atom];
            moving += square > 0 ? 1 : 0;
        }
        double temperatureK = sumEv / (3 * moving * PhysicalConstants.BOLTZMANN_EV_PER_K);
        if (moving > 0 && Double.isFinite(temperatureK)) {
            sumK += temperatureK;
            frames++;
        }
    }

    OptionalDouble meanK() {
        return frames == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumK / frames);
    }
}
