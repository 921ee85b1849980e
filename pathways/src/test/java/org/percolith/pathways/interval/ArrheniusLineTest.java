package org.percolith.pathways.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Lines whose energy and intercept are known. */
class ArrheniusLineTest {

    private static final double[] TEMPERATURES_K = {500, 600, 700, 900};
    private static final double ENERGY_EV = 0.3;
    private static final double INTERCEPT = 3;

    private static double truth(double temperatureK) {
        return Math.exp(INTERCEPT - ENERGY_EV / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK));
    }

    private static ArrheniusLine line(double relativeStd, SplittableRandom random) {
        List<ArrheniusLine.Point> points = new ArrayList<>();
        for (double temperatureK : TEMPERATURES_K) {
            double value = truth(temperatureK) * Math.exp(relativeStd * random.nextGaussian());
            points.add(new ArrheniusLine.Point(temperatureK, Estimate.normal(value, relativeStd * value)));
        }
        return ArrheniusLine.of(points).orElseThrow();
    }

    @Test
    void anExactLineIsFound() {
        ArrheniusLine line = line(1e-6, new SplittableRandom(1));
        assertThat(line.energyEv()).isCloseTo(ENERGY_EV, within(1e-5));
        assertThat(line.intercept()).isCloseTo(INTERCEPT, within(1e-4));
        assertThat(line.at(300).value()).isCloseTo(truth(300), within(1e-4 * truth(300)));
        assertThat(line.temperatureK(truth(650)).orElseThrow().value()).isCloseTo(650, within(0.1));
        assertThat(line.temperatureK(Math.exp(INTERCEPT + 1))).isEmpty();
    }

    @Test
    void intervalsHoldTheTruth() {
        SplittableRandom random = new SplittableRandom(2);
        int energies = 0;
        int values = 0;
        int temperatures = 0;
        for (int run = 0; run < 1000; run++) {
            ArrheniusLine line = line(0.1, random);
            energies += holds(line.energy(), ENERGY_EV);
            values += holds(line.at(300), truth(300));
            temperatures += holds(line.temperatureK(truth(400)).orElseThrow(), 400);
        }
        assertThat(energies).isBetween(940, 985);
        assertThat(values).isBetween(940, 985);
        assertThat(temperatures).isBetween(930, 985);
    }

    private static int holds(Estimate.Measured estimate, double truth) {
        return estimate.lower95() <= truth && truth <= estimate.upper95() ? 1 : 0;
    }

    @Test
    void oneTemperatureMakesNoLine() {
        assertThat(ArrheniusLine.of(List.of(
                        new ArrheniusLine.Point(500, Estimate.normal(1, 0.1)),
                        new ArrheniusLine.Point(500, Estimate.normal(2, 0.1)))))
                .isEmpty();
    }
}
