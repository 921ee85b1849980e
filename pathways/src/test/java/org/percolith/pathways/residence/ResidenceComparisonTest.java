package org.percolith.pathways.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.trajectory.quantity.Estimate;

class ResidenceComparisonTest {

    private static Residence residence(double share, double balance) {
        Estimate none = Estimate.withheld("not asked for");
        UnitResidence sulphur =
                new UnitResidence("S", 4, Estimate.normal(share, 0.01), 0.5, none, none, none, none, none);
        return new Residence(List.of(sulphur), List.of(), Estimate.normal(balance, 0.003), none, 0.1);
    }

    @Test
    void theMoreBiasedSystemIsNamed() {
        ResidenceComparison found = ResidenceComparison.of(residence(0.5, 0.99), residence(0.4, 0.95))
                .orElseThrow();
        assertThat(found.z()).isCloseTo(0.04 / (0.003 * Math.sqrt(2)), within(1e-9));
        assertThat(found.sentence())
                .startsWith("the anions of B bias the ions more")
                .contains("0.990 ± 0.003 in A")
                .contains("on S 50.0 and 40.0 % of the time, 7.1 standard errors apart");
    }

    @Test
    void whatIsNotSureIsAlike() {
        assertThat(ResidenceComparison.of(residence(0.5, 0.99), residence(0.5, 0.988))
                        .orElseThrow()
                        .sentence())
                .startsWith("the anions of A and B bias the ions alike");
    }
}
