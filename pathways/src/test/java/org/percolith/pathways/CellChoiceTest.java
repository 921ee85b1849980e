package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.path.MinimaxPath;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** One crystal in several cells: rank, barrier and pathways must be the crystal's, not the cell's. */
class CellChoiceTest {

    private static final double EDGE_A = 8;
    private static final Cell CONVENTIONAL = Cell.cubic(EDGE_A);
    private static final Cell PRIMITIVE = Cell.ofRows(0, 4, 4, 4, 0, 4, 4, 4, 0);
    private static final double[][] CENTRINGS = {{0, 0, 0}, {0, 4, 4}, {4, 0, 4}, {4, 4, 0}};
    private static final double[][] CHANNELS = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
    private static final double THERMAL_EV = PhysicalConstants.BOLTZMANN_EV_PER_K * 500;

    /** Ions that hop along the face diagonals, in channels wider than a voxel, each repeated by these translations. */
    private static IonTracks walkers(Cell cell, double[][] translations) {
        SplittableRandom random = new SplittableRandom(3);
        int ions = 12;
        double[] along = random.doubles(ions, 0, 4).toArray();
        double[][] positionsA = new double[1500][3 * ions * translations.length];
        for (double[] frame : positionsA) {
            for (int ion = 0; ion < ions; ion++) {
                along[ion] += random.nextDouble(-0.6, 0.6);
                for (int axis = 0; axis < 3; axis++) {
                    double x = along[ion] * CHANNELS[ion % 3][axis] + random.nextDouble(-0.9, 0.9) + 1.1;
                    for (int t = 0; t < translations.length; t++) {
                        frame[3 * (ion * translations.length + t) + axis] = x + translations[t][axis];
                    }
                }
            }
        }
        return IonTracks.ofCartesian(cell, positionsA);
    }

    private static PercolationResult analyze(IonTracks tracks) {
        return PercolationAnalysis.analyze(tracks, PercolationSettings.at(500), TaskRunner.serial());
    }

    private static double barrierEv(PercolationResult result) {
        return result.barrier(3).mapEv().orElseThrow();
    }

    @Test
    void primitiveAndConventionalCellAgree() {
        PercolationResult primitive = analyze(walkers(PRIMITIVE, new double[][] {{0, 0, 0}}));
        PercolationResult conventional = analyze(walkers(CONVENTIONAL, CENTRINGS));
        assertThat(primitive.dimensionality()).isEqualTo(3);
        assertThat(conventional.dimensionality()).isEqualTo(3);
        // Voxels of other shape count a little differently.
        assertThat(barrierEv(primitive)).isCloseTo(barrierEv(conventional), within(0.5 * THERMAL_EV));
        BasinMap few = BasinAnalysis.analyze(
                walkers(PRIMITIVE, new double[][] {{0, 0, 0}}), BasinSettings.at(500), TaskRunner.serial());
        BasinMap many =
                BasinAnalysis.analyze(walkers(CONVENTIONAL, CENTRINGS), BasinSettings.at(500), TaskRunner.serial());
        assertThat(many.basins().stream().mapToDouble(Basin::occupancy).sum())
                .isCloseTo(
                        4 * few.basins().stream().mapToDouble(Basin::occupancy).sum(), within(1e-9));
    }

    /** The supercell's grid is the cell's own, repeated: all is the same but for rounding at voxel faces. */
    @Test
    void supercellsChangeNothingAndFoldBack() {
        double[][] doubled = {{0, 0, 0}, {EDGE_A, 0, 0}};
        IonTracks small = walkers(CONVENTIONAL, CENTRINGS);
        double[][] eight = new double[8][];
        for (int t = 0; t < 8; t++) {
            double[] centring = CENTRINGS[t % 4];
            eight[t] = new double[] {centring[0] + doubled[t / 4][0], centring[1], centring[2]};
        }
        IonTracks large = walkers(Cell.orthorhombic(2 * EDGE_A, EDGE_A, EDGE_A), eight);
        PercolationResult once = analyze(small);
        PercolationResult twice = analyze(large);
        assertThat(twice.dimensionality()).isEqualTo(once.dimensionality());
        assertThat(barrierEv(twice)).isCloseTo(barrierEv(once), within(0.05 * THERMAL_EV));
        PercolationResult folded = analyze(large.folded(2, 1, 1));
        assertThat(folded.dimensionality()).isEqualTo(once.dimensionality());
        assertThat(barrierEv(folded)).isCloseTo(barrierEv(once), within(0.05 * THERMAL_EV));
    }

    @Test
    void shiftedTracksPercolateAlikeOnShiftedVoxels() {
        IonTracks tracks = walkers(CONVENTIONAL, CENTRINGS);
        double[] shift = {3 * 0.4, 7 * 0.4, 11 * 0.4};
        double[][] moved = new double[4][];
        for (int t = 0; t < 4; t++) {
            moved[t] =
                    new double[] {CENTRINGS[t][0] + shift[0], CENTRINGS[t][1] + shift[1], CENTRINGS[t][2] + shift[2]};
        }
        PercolationResult here = analyze(tracks);
        PercolationResult there = analyze(walkers(CONVENTIONAL, moved));
        assertThat(there.resamplesByRank()).isEqualTo(here.resamplesByRank());
        assertThat(barrierEv(there)).isCloseTo(barrierEv(here), within(0.02 * THERMAL_EV));
        List<Double> lengths = here.paths().stream().map(MinimaxPath::lengthA).toList();
        assertThat(there.paths()).hasSameSizeAs(lengths);
    }
}
