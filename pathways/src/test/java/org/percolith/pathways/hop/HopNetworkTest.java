package org.percolith.pathways.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.percolith.fixtures.Landscape;
import org.percolith.fixtures.NetworkWalk;
import org.percolith.fixtures.PeriodicNetwork;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Networks of hops of walks whose network is known. */
class HopNetworkTest {

    private static final int FRAMES = 1500;

    private static IonTracks walk(Landscape landscape, int[] cells, double longRate, double hopsPerIon, int ions) {
        PeriodicNetwork unit = landscape.network(cells, longRate);
        PeriodicNetwork timed = unit.faster(hopsPerIon / (FRAMES * unit.hopsPerFrame()));
        double[] edges = landscape.supercellEdgesA(cells);
        return IonTracks.ofCartesian(
                Cell.orthorhombic(edges[0], edges[1], edges[2]),
                new NetworkWalk(timed, ions, FRAMES, 0.15).positionsA(11));
    }

    private static HopNetwork network(IonTracks tracks) {
        return HopNetwork.of(
                tracks, BasinAnalysis.analyze(tracks, BasinSettings.at(600), TaskRunner.serial()), TaskRunner.serial());
    }

    @Test
    void hopsOfALatticeAreCountedWithTheirLength() {
        HopNetwork found = network(walk(Landscape.simpleCubic(), new int[] {4, 4, 4}, 1, 20, 32));
        assertThat(found.coverage().hops()).isBetween(560, 720);
        assertThat(found.medianHopA().orElseThrow()).isCloseTo(2.5, within(0.05));
        assertThat(found.windings().rank()).isEqualTo(3);
        assertThat(found.coverage().edges()).isLessThanOrEqualTo(192);
    }

    @Test
    void closedCagesAreExhaustedAndCarryNothing() {
        HopNetwork found = network(walk(Landscape.blocks(2, 2, 2), new int[] {2, 2, 2}, 0, 40, 32));
        assertThat(found.windings().rank()).isZero();
        assertThat(found.coverage().edges())
                .as("12 a cage, and diagonals of two hops in one frame")
                .isBetween(96, 125);
        assertThat(found.coverage().unseenMassUpper95()).isLessThan(0.05);
        assertThat(((Estimate.Measured) found.diffusivityA2PerFrame(100, 1, TaskRunner.serial())).value())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void layersWindInTwoDirections() {
        assertThat(network(walk(Landscape.layers(), new int[] {4, 4, 2}, 1, 30, 24))
                        .windings()
                        .rank())
                .isEqualTo(2);
    }

    /** Hops to and fro in cages cancel; what is left is the exact diffusivity of the landscape. */
    @Test
    void ratesOfHopsLeadToTheLongRangeDiffusivity() {
        Landscape cages = Landscape.blocks(2, 2, 2);
        int[] cells = {2, 2, 2};
        PeriodicNetwork unit = cages.network(cells, 0.2);
        double truth = unit.faster(120 / (FRAMES * unit.hopsPerFrame())).diffusivityA2PerFrame();
        HopNetwork found = network(walk(cages, cells, 0.2, 120, 64));
        Estimate.Measured d = (Estimate.Measured) found.diffusivityA2PerFrame(200, 1, TaskRunner.serial());
        assertThat(Math.abs(d.value() - truth)).isLessThan(3 * d.std());
        assertThat(d.std() / d.value()).isLessThan(0.12);
    }

    @Test
    void anUnknownNetworkSaysNothingOfDiffusion() {
        HopNetwork found = network(walk(Landscape.simpleCubic(), new int[] {4, 4, 4}, 1, 2, 32));
        assertThat(found.diffusivityA2PerFrame(10, 1, TaskRunner.serial())).isInstanceOf(Estimate.Withheld.class);
    }

    @Test
    void coverageFollowsGoodAndChao() {
        NetworkCoverage some = new NetworkCoverage(120, 100, 30, 10, 5);
        assertThat(some.unseenMass()).isEqualTo(0.1);
        assertThat(some.unseenMassUpper95()).isCloseTo((10 + 1.96 * Math.sqrt(10) + 3) / 100, within(1e-12));
        assertThat(some.edgesAtLeast()).isCloseTo(30 + 0.5 * 10 * 9 / 6, within(1e-12));
        assertThat(new NetworkCoverage(0, 0, 0, 0, 0).unseenMassUpper95()).isEqualTo(1);
    }
}
