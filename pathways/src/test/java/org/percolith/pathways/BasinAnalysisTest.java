package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.percolith.density.Framework;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.crystal.CrystalSite;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.PhysicalConstants;

class BasinAnalysisTest {

    private static final Cell CELL = Cell.ofRows(6, 0, 0, 1, 5, 0, 0, -1, 6);
    private static final double TEMPERATURE_K = 500;

    /** Frames of one ion that sits on sites (fractional) with these weights, in any cell, vibrating with this width. */
    private static IonTracks visits(double[][] sites, double[] weights, double widthA, double... shift) {
        SplittableRandom random = new SplittableRandom(2);
        double[][] positionsA = new double[40_000][3];
        for (double[] frame : positionsA) {
            double pick = random.nextDouble();
            int site = 0;
            while (pick > weights[site]) {
                pick -= weights[site++];
            }
            int[] cell = {random.nextInt(-2, 3), random.nextInt(-2, 3), random.nextInt(-2, 3)};
            for (int axis = 0; axis < 3; axis++) {
                frame[axis] = CELL.cartesian(
                                sites[site][0] + cell[0] + shift[0],
                                sites[site][1] + cell[1] + shift[1],
                                sites[site][2] + cell[2] + shift[2],
                                axis)
                        + widthA * gaussian(random);
            }
        }
        return IonTracks.ofCartesian(CELL, positionsA);
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static BasinMap analyze(IonTracks tracks) {
        return BasinAnalysis.analyze(tracks, BasinSettings.at(TEMPERATURE_K), TaskRunner.serial());
    }

    private static final double[][] TWO = {{0.02, 0.98, 0.01}, {0.5, 0.5, 0.5}};
    private static final double[] WEIGHTS = {0.7, 0.3};

    @Test
    void twoSitesHaveTheirPositionsAndOccupancies() {
        BasinMap map = analyze(visits(TWO, WEIGHTS, 0.4, 0, 0, 0));
        List<Basin> basins = map.basins();
        assertThat(basins).hasSize(2);
        assertThat(basins.get(0).occupancy()).isCloseTo(0.7, within(0.02));
        assertThat(basins.get(1).occupancy()).isCloseTo(0.3, within(0.02));
        assertThat(basins.stream().mapToDouble(Basin::occupancy).sum()).isCloseTo(1, within(1e-12));
        SiteComparison sites = SiteComparison.of(
                List.of(site("edge", 0.02, -0.02, 0.01), site("middle", 0.5, 0.5, 0.5), site("nowhere", 0.5, 0, 0)),
                map,
                SiteComparison.DEFAULT_REACH_A);
        assertThat(sites.matches()).extracting(SiteComparison.Match::basin).startsWith(0, 1);
        assertThat(sites.matches().get(0).distanceA()).isLessThan(0.05);
        assertThat(sites.matches().get(1).distanceA()).isLessThan(0.05);
        assertThat(sites.emptySites()).extracting(match -> match.site().label()).containsExactly("nowhere");
        assertThat(sites.unmatchedBasins()).isEmpty();
        assertThat(SiteComparison.of(List.of(site("x", 0.5, 0.5, 0.5)), map, 1).unmatchedBasins())
                .containsExactly(0);
    }

    private static CrystalSite site(String label, double sa, double sb, double sc) {
        return new CrystalSite(label, "Li", sa, sb, sc, 1);
    }

    /** Two Gaussians of one height, 2d apart along a line of sites: the pass has density 2 exp(-d²/2w²) of each. */
    @Test
    void passBetweenEqualWellsHasTheAnalyticHeight() {
        double widthA = 0.4;
        double[][] pair = {{0.35, 0.5, 0.5}, {0.65, 0.5, 0.5}};
        BasinMap map = analyze(visits(pair, new double[] {0.5, 0.5}, widthA, 0, 0, 0));
        assertThat(map.basins()).hasSize(2);
        BasinSaddle pass = map.saddles().get(0);
        assertThat(pass.translation()).isEqualTo(new LatticeVector(0, 0, 0));
        double squareA2 = widthA * widthA + 0.3 * 0.3;
        double halfA = 0.15 * 6;
        double expected = halfA * halfA / (2 * squareA2) - Math.log(2);
        double thermalEv = PhysicalConstants.BOLTZMANN_EV_PER_K * TEMPERATURE_K;
        assertThat(pass.climbFromEv() / thermalEv).isCloseTo(expected, within(0.12));
        assertThat(pass.isObserved()).isTrue();
        assertThat(pass.visits()).isGreaterThan(100);
    }

    @Test
    void shallowDoubleWellIsOneBasin() {
        double[][] pair = {{0.41, 0.5, 0.5}, {0.59, 0.5, 0.5}};
        BasinMap map = analyze(visits(pair, new double[] {0.5, 0.5}, 0.4, 0, 0, 0));
        assertThat(map.basins()).hasSize(1);
        assertThat(map.basins().get(0).centreA()).isCloseTo(0.5, within(0.01));
    }

    /** A site and its images along a only: the graph has one edge, along a, and winds in one direction. */
    @Test
    void edgesCarryTheirLatticeTranslations() {
        double[][] chain = {{0.1, 0.5, 0.5}, {0.6, 0.5, 0.5}};
        BasinMap map = analyze(visits(chain, new double[] {0.5, 0.5}, 0.45, 0, 0, 0));
        assertThat(map.basins()).hasSize(2);
        double lowEv = map.saddles().get(1).energyEv();
        assertThat(map.saddles().subList(0, 2))
                .extracting(saddle ->
                        saddle.translation().v() + saddle.translation().w())
                .containsOnly(0);
        assertThat(map.saddles().subList(0, 2))
                .extracting(saddle -> Math.abs(saddle.translation().u()))
                .containsExactlyInAnyOrder(0, 1);
        assertThat(map.windingsUpTo(lowEv).directions()).containsExactly(new LatticeVector(1, 0, 0));
        assertThat(map.windingsUpTo(map.saddles().get(0).energyEv() - 1e-9).rank())
                .isZero();
    }

    /** Shifting everything by whole voxels shifts the basins, and changes no edge. */
    @Test
    void theOriginDoesNotMatter() {
        BasinMap map = analyze(visits(TWO, WEIGHTS, 0.4, 0, 0, 0));
        // Of 30, 26 and 31 voxels along the three vectors.
        BasinMap shifted = analyze(visits(TWO, WEIGHTS, 0.4, 4 / 30.0, -7 / 26.0, 11 / 31.0));
        assertThat(shifted.basins()).hasSameSizeAs(map.basins());
        for (Basin basin : map.basins()) {
            Basin other = shifted.basins().get(basin.index());
            assertThat(other.occupancy()).isCloseTo(basin.occupancy(), within(1e-4));
            assertThat(other.centreA() - other.peakA()).isCloseTo(basin.centreA() - basin.peakA(), within(1e-3));
            assertThat(other.centreC() - other.peakC()).isCloseTo(basin.centreC() - basin.peakC(), within(1e-3));
        }
        assertThat(shifted.saddles().get(0).energyEv())
                .isCloseTo(map.saddles().get(0).energyEv(), within(1e-3));
    }

    @Test
    void imagesOfVoxelsAreConsistentWithTheirBasins() {
        BasinMap map = analyze(visits(TWO, WEIGHTS, 0.4, 0, 0, 0));
        for (int voxel = 0; voxel < map.grid().voxels(); voxel++) {
            if (map.basinAt(voxel) != BasinMap.NONE) {
                Basin basin = map.basins().get(map.basinAt(voxel));
                List<Integer> image = map.imageAt(voxel).components();
                double distanceA = Math.sqrt(CELL.squaredLengthA2(
                        map.grid().centre(voxel, 0) - image.get(0) - basin.peakA(),
                        map.grid().centre(voxel, 1) - image.get(1) - basin.peakB(),
                        map.grid().centre(voxel, 2) - image.get(2) - basin.peakC()));
                assertThat(distanceA).isLessThan(5);
            }
        }
    }

    @Test
    void frameworkAroundABasinIsCountedWithItsImages() {
        BasinMap map = analyze(visits(TWO, WEIGHTS, 0.4, 0, 0, 0));
        Framework framework =
                new Framework(List.of("S", "P", "Cl"), List.of(0.0, 0.5, 0.5, 0.5, 0.5, 0.8, 0.1, 0.1, 0.1));
        List<BasinCoordination> counts = BasinCoordination.of(map, framework, Map.of("S", 3.1, "P", 2.0));
        assertThat(counts.get(1).atomsBySpecies()).containsExactly(Map.entry("P", 1), Map.entry("S", 2));
    }

    @Test
    void numberOfThreadsDoesNotMatter() {
        IonTracks tracks = visits(TWO, WEIGHTS, 0.4, 0, 0, 0);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            BasinMap parallel = BasinAnalysis.analyze(tracks, BasinSettings.at(TEMPERATURE_K), TaskRunner.on(pool));
            assertThat(parallel.basins()).isEqualTo(analyze(tracks).basins());
            assertThat(parallel.saddles()).isEqualTo(analyze(tracks).saddles());
        } finally {
            pool.shutdown();
        }
    }

    /** PHYSICS section 7: 192 basins for 192 Li in ordered Li6PS5I. */
    @Test
    void orderedArgyroditeHasABasinForEachLithium() {
        BasinMap map = BasinAnalysis.analyze(
                XdatcarTracks.argyrodite("Li6PS5I/0p"), BasinSettings.at(500), TaskRunner.serial());
        assertThat(map.basins()).hasSize(192);
    }

    /** The 96 sites of the generator, for 48 ions. */
    @Test
    void syntheticArgyroditeShowsTheSitesItWasMadeWith() {
        IonTracks tracks = XdatcarTracks.read(
                List.of(XdatcarTracks.data("own/synthetic-argyrodite/synthetic_argyrodite_2x1x1_XDATCAR.gz")));
        BasinMap map = BasinAnalysis.analyze(tracks, BasinSettings.at(650), TaskRunner.serial());
        List<Double> fractional =
                XdatcarTracks.siteTable("own/synthetic-argyrodite/synthetic_sites_48h_2x1x1_frac.txt");
        List<CrystalSite> sites = IntStream.range(0, fractional.size() / 3)
                .mapToObj(k -> site("48h", fractional.get(3 * k), fractional.get(3 * k + 1), fractional.get(3 * k + 2)))
                .toList();
        SiteComparison comparison = SiteComparison.of(sites, map, SiteComparison.DEFAULT_REACH_A);
        assertThat(comparison.unmatchedBasins()).isEmpty();
        assertThat(comparison.rmsDistanceA()).isLessThan(0.3);
    }
}
