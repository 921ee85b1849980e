package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.track.TrackDensity;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** The verdicts of data/README.md on real trajectories. */
class RealTrajectoriesTest {

    private static PercolationResult glass(int temperatureK) {
        return PercolationAnalysis.analyze(
                glassTracks(temperatureK), PercolationSettings.at(temperatureK), TaskRunner.serial());
    }

    private static IonTracks glassTracks(int temperatureK) {
        return XdatcarTracks.read(List.of(XdatcarTracks.data(
                "own/Li4PO4I-glass/formats-" + temperatureK + "K/li4po4i_" + temperatureK + "K.XDATCAR.gz")));
    }

    /** Mean of the resamples' own -kB T ln(τ_c/τ_max) in 3D, which the references state. */
    private static double resampledEv(IonTracks tracks, double temperatureK) {
        TrackDensity density = TrackDensity.of(
                tracks, VoxelGrid.of(tracks.cell(), PercolationSettings.DEFAULT_VOXEL_A), TaskRunner.serial());
        return IonBootstrap.run(
                        density, NeighbourShell.FACES, 200, PercolationSettings.DEFAULT_SEED, TaskRunner.serial())
                .resamples()
                .stream()
                .mapToDouble(resample -> resample.barrierEv(3, resample.maxCount(), temperatureK))
                .average()
                .orElseThrow();
    }

    /** 3D in all resamples; F_c 0.198 ± 0.009 eV resampled, 0.169 eV with all data; the barrier lies below both. */
    @Test
    void disorderedArgyroditeConductsInThreeDimensions() {
        PercolationResult result = PercolationAnalysis.analyze(
                XdatcarTracks.argyrodite("Li6PS5Cl/50p"), PercolationSettings.at(500), TaskRunner.serial());
        assertThat(result.dimensionality()).isEqualTo(3);
        assertThat(result.resamplesByRank()).containsExactly(0, 0, 0, 200);
        assertThat(resampledEv(XdatcarTracks.argyrodite("Li6PS5Cl/50p"), 500)).isCloseTo(0.198, within(0.009));
        double mapEv = result.barrier(3).mapEv().orElseThrow();
        assertThat(mapEv).isCloseTo(0.169, within(0.004));
        Estimate.Measured barrier = (Estimate.Measured) result.barrier(3).barrierEv();
        assertThat(barrier.value()).isBetween(0.5 * mapEv, mapEv);
        assertThat(barrier.std()).isLessThan(0.04);
        assertThat(barrier.upper95()).isGreaterThan(mapEv);
        assertThat(result.mapLevelPerA3(3).orElseThrow()).isPositive();
        assertThat(result.sensitivity()).extracting(GridSensitivity::rank).containsExactly(3, 3);
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
     * 3D in all resamples. The reference's mean barriers of resamples, 0.173 ± 0.012 and 0.110 ± 0.010 eV, hold for kB T at
     * 500 K: compared here as F_c / kB T.
     */
    @ParameterizedTest
    @CsvSource({"800, 0.173, 0.012", "1100, 0.110, 0.010"})
    void hotGlassConductsInThreeDimensions(int temperatureK, double referenceEv, double referenceStdEv) {
        PercolationResult result = glass(temperatureK);
        assertThat(result.dimensionality()).isEqualTo(3);
        assertThat(result.resamplesByRank()).containsExactly(0, 0, 0, 200);
        assertThat(resampledEv(glassTracks(temperatureK), 500)).isCloseTo(referenceEv, within(referenceStdEv));
        assertThat(((Estimate.Measured) result.barrier(3).barrierEv()).upper95())
                .isGreaterThan(result.barrier(3).mapEv().orElseThrow());
    }
}
