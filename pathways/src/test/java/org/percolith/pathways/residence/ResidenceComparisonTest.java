package org.percolith.pathways.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.trajectory.quantity.Estimate;

class ResidenceComparisonTest {

    /** Half of the time on S, and S its due; or more. */
    private static Residence residence(double share, double perUnit, double balance) {
        Estimate none = Estimate.withheld("not asked for");
        UnitResidence sulphur =
                new UnitResidence("S", 4, Estimate.normal(share, 0.01), perUnit, none, none, none, none, none);
        UnitResidence iodine =
                new UnitResidence("I", 4, Estimate.normal(1 - share, 0.01), 1 - perUnit, none, none, none, none, none);
        return new Residence(List.of(sulphur, iodine), List.of(), Estimate.normal(balance, 0.003), none, 0.1);
    }

    @Test
    void theMoreBiasedSystemIsNamed() {
        ResidenceComparison found = ResidenceComparison.of(residence(0.5, 0.5, 0.999), residence(0.6, 0.6, 0.97))
                .orElseThrow();
        assertThat(found.z()).isCloseTo(-0.2 / (0.02 * Math.sqrt(2)), within(1e-9));
        assertThat(found.sentence())
                .startsWith("the anions of B bias the ions more (in A a unit of S holds 1.00 ± 0.02 times its due")
                .contains("7.1 standard errors apart")
                .contains("on S 50.0 and 60.0 % of the time");
    }

    @Test
    void whatIsNotSureIsAlike() {
        assertThat(ResidenceComparison.of(residence(0.5, 0.5, 0.99), residence(0.51, 0.51, 0.989))
                        .orElseThrow()
                        .sentence())
                .startsWith("the anions of A and B bias the ions alike");
    }
}
