package org.percolith.pathways.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.carrier.Carriers.OneCarrier;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;

/** Two kinds of independent walkers. */
class OnsagerMatrixTest {

    private static IonTracks walkers(int ions, double stepA, long seed) {
        return IonTracks.ofCartesian(
                Cell.cubic(20),
                BrownianWalk.isotropic(ions, 4000, stepA * stepA / 2).positionsA(seed));
    }

    @Test
    void independentWalkersDoNotCouple() {
        int missed = 0;
        for (int run = 0; run < 20; run++) {
            Carriers found = new OnsagerMatrix(
                            List.of(walkers(30, 0.3, 2 * run + 1), walkers(10, 0.15, 2 * run + 2)),
                            List.of(
                                    new OneCarrier("Li", 30, 1, Estimate.withheld("")),
                                    new OneCarrier("I", 10, -1, Estimate.withheld(""))),
                            new DiffusionSettings(0.1, 600, 1, 3, 1),
                            1)
                    .carriers("rest");
            // L_ii = N_i D_i/N, with 2 D per axis and frame the variance of a step.
            missed += holds(found.onsagerCm2PerS().get(0).get(0), 0.75 * 0.3 * 0.3 / 2 / 0.1 * 1e-4) ? 0 : 1;
            missed += holds(found.onsagerCm2PerS().get(1).get(1), 0.25 * 0.15 * 0.15 / 2 / 0.1 * 1e-4) ? 0 : 1;
            missed += holds(found.onsagerCm2PerS().get(0).get(1), 0) ? 0 : 1;
            double sum = found.transference().stream()
                    .mapToDouble(t -> ((Estimate.Measured) t).value())
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
        assertThat(missed).as("of 60 intervals of 95 %").isLessThanOrEqualTo(8);
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate instanceof Estimate.Measured m && m.lower95() <= truth && truth <= m.upper95();
    }
}
