package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/** The verdicts of data/README.md on real trajectories. */
class RealTrajectoriesTest {

    private static PercolationResult glass(int temperatureK) {
        return PercolationAnalysis.analyze(
                XdatcarTracks.read(List.of(XdatcarTracks.data(
                        "own/Li4PO4I-glass/formats-" + temperatureK + "K/li4po4i_" + temperatureK + "K.XDATCAR.gz"))),
                PercolationSettings.at(temperatureK),
                TaskRunner.serial());
    }

    private static double resampledEv(PercolationResult result) {
        return ((Estimate.Measured) result.barrier(3).resampledEv()).value();
    }

    /** 3D in all resamples; F_c 0.198 ± 0.009 eV resampled, 0.169 eV with all data. */
    @Test
    void disorderedArgyroditeConductsInThreeDimensions() {
        PercolationResult result = PercolationAnalysis.analyze(
                XdatcarTracks.argyrodite("Li6PS5Cl/50p"), PercolationSettings.at(500), TaskRunner.serial());
        assertThat(result.dimensionality()).isEqualTo(3);
        assertThat(result.resamplesByRank()).containsExactly(0, 0, 0, 200);
        assertThat(resampledEv(result)).isCloseTo(0.198, within(0.009));
        assertThat(result.barrier(3).allDataEv().orElseThrow()).isCloseTo(0.169, within(0.004));
        assertThat(result.sensitivity()).extracting(GridSensitivity::rank).containsExactly(3, 3);
        assertThat(result.rankAssured().status()).isEqualTo(Verdict.Status.PASS);
    }

    /** Closed cages in all resamples. */
    @Test
    void orderedArgyroditeConfinesItsIons() {
        PercolationResult result = PercolationAnalysis.analyze(
                XdatcarTracks.argyrodite("Li6PS5I/0p"), PercolationSettings.at(500), TaskRunner.serial());
        assertThat(result.dimensionality()).isZero();
        assertThat(result.resamplesByRank()).containsExactly(200, 0, 0, 0);
        assertThat(result.percolates()).isFalse();
        assertThat(result.allData().rank()).isZero();
        assertThat(result.sensitivity()).extracting(GridSensitivity::rank).containsExactly(0, 0);
    }

    /** About one hop per ion: rank 2 or 3, undetermined. */
    @Test
    void coldGlassIsUndetermined() {
        PercolationResult result = glass(600);
        assertThat(result.dimensionality()).isNull();
        assertThat(result.probabilityOfAtLeast(2)).isGreaterThan(0.95);
        assertThat(result.barrier(3).barrierEv()).isInstanceOf(Estimate.Withheld.class);
    }

    /**
     * 3D in all resamples. The reference's barriers, 0.173 ± 0.012 and 0.110 ± 0.010 eV, hold for kB T at 500 K: compared
     * here as F_c / kB T.
     */
    @ParameterizedTest
    @CsvSource({"800, 0.173, 0.012", "1100, 0.110, 0.010"})
    void hotGlassConductsInThreeDimensions(int temperatureK, double referenceEv, double referenceStdEv) {
        PercolationResult result = glass(temperatureK);
        assertThat(result.dimensionality()).isEqualTo(3);
        assertThat(result.resamplesByRank()).containsExactly(0, 0, 0, 200);
        assertThat(resampledEv(result) * 500 / temperatureK).isCloseTo(referenceEv, within(referenceStdEv));
    }
}
