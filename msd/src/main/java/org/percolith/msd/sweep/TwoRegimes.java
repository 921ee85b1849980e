package org.percolith.msd.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two Arrhenius lines, one below and one above a temperature.
 *
 * @param breakK middle between the two temperatures that part them, K
 * @param cold line of the lower temperatures
 * @param hot line of the higher temperatures
 */
record TwoRegimes(double breakK, ArrheniusFit cold, ArrheniusFit hot) {

    /** Two lines and the break. */
    static final int PARAMETERS = 5;

    private static final int FEWEST_TEMPERATURES = 5;
    private static final double CHI_SQUARED_GAIN = 9;

    /** The pair of lines with the smallest χ², at least two temperatures each, from five or more with errors. */
    static Optional<TwoRegimes> of(List<LogPoint> points) {
        List<Double> temperatures = points.stream()
                .map(p -> p.point().temperatureK())
                .distinct()
                .sorted()
                .toList();
        if (temperatures.size() < FEWEST_TEMPERATURES || points.stream().anyMatch(p -> p.variance() == 0)) {
            return Optional.empty();
        }
        return temperatures.subList(2, temperatures.size() - 1).stream()
                .map(first -> at(points, temperatures, first))
                .min(Comparator.comparingDouble(TwoRegimes::chiSquared));
    }

    private static TwoRegimes at(List<LogPoint> points, List<Double> temperatures, double firstHotK) {
        double lastColdK = temperatures.get(temperatures.indexOf(firstHotK) - 1);
        return new TwoRegimes(
                0.5 * (firstHotK + lastColdK),
                ArrheniusFit.of(points.stream()
                        .filter(p -> p.point().temperatureK() < firstHotK)
                        .toList()),
                ArrheniusFit.of(points.stream()
                        .filter(p -> p.point().temperatureK() >= firstHotK)
                        .toList()));
    }

    double chiSquared() {
        return cold.chiSquared() + hot.chiSquared();
    }

    /** χ² falls by more than 9 against one line, and the two Ea differ by more than two standard errors. */
    boolean significant(double chiSquaredOfOneLine) {
        double difference = cold.activationEnergyEv() - hot.activationEnergyEv();
        double variance = cold.activationEnergyVariance() + hot.activationEnergyVariance();
        return chiSquaredOfOneLine - chiSquared() > CHI_SQUARED_GAIN && difference * difference > 4 * variance;
    }
}
