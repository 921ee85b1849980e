package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;

class PairDistributionTest {

    private static PairDistribution count(IonTracks ions, IonTracks framework, double binA, double reachA) {
        return PairCounts.of(
                ions,
                "Li",
                framework,
                Collections.nCopies(framework.ions(), "S"),
                binA,
                reachA,
                1000,
                TaskRunner.serial());
    }

    private static IonTracks random(Cell cell, int frames, int ions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] positionsA = new double[frames][3 * ions];
        for (double[] frame : positionsA) {
            for (int ion = 0; ion < ions; ion++) {
                double[] s = random.doubles(3, -1, 2).toArray();
                for (int axis = 0; axis < 3; axis++) {
                    frame[3 * ion + axis] = cell.cartesian(s[0], s[1], s[2], axis);
                }
            }
        }
        return IonTracks.ofCartesian(cell, positionsA);
    }

    /** Points at random have g = 1 in every bin of a skewed cell, up to its inscribed sphere and no further. */
    @Test
    void idealGasIsFlat() {
        Cell skewed = Cell.ofRows(12, 0, 0, 6, 11, 0, -4, 3, 13);
        PairDistribution pairs = count(random(skewed, 400, 30, 1), random(skewed, 400, 20, 2), 0.25, 50);
        assertThat(pairs.reachA()).isLessThanOrEqualTo(skewed.shortestHeightA() / 2);
        assertThat(pairs.reachA()).isGreaterThan(skewed.shortestHeightA() / 2 - 0.25);
        for (PartialPairDistribution partial : pairs.partials()) {
            for (int bin = 6; bin < pairs.bins(); bin++) {
                double counted = partial.pairs()[bin] * pairs.frames();
                assertThat(partial.g()[bin]).isCloseTo(1, within(5 / Math.sqrt(counted)));
            }
        }
    }

    /** Simple cubic: 6 at a, 12 at √2 a, 8 at √3 a, 6 at 2a. */
    @Test
    void latticeHasItsShells() {
        double[][] positionsA = new double[1][3 * 216];
        for (int atom = 0; atom < 216; atom++) {
            positionsA[0][3 * atom] = 2.5 * (atom % 6) + 0.3;
            positionsA[0][3 * atom + 1] = 2.5 * (atom / 6 % 6);
            positionsA[0][3 * atom + 2] = 2.5 * Math.floorDiv(atom, 36) - 40;
        }
        Cell cell = Cell.cubic(15);
        IonTracks nothing = IonTracks.ofCartesian(cell, new double[1][0]);
        PairDistribution pairs = count(IonTracks.ofCartesian(cell, positionsA), nothing, 0.05, 7.4);
        PartialPairDistribution partial = pairs.partial("Li", "Li");
        assertThat(partial.secondAroundFirst()[(int) (3.0 / 0.05)]).isEqualTo(6);
        assertThat(partial.secondAroundFirst()[(int) (4.0 / 0.05)]).isEqualTo(18);
        assertThat(partial.secondAroundFirst()[(int) (4.6 / 0.05)]).isEqualTo(26);
        assertThat(partial.secondAroundFirst()[(int) (5.2 / 0.05)]).isEqualTo(32);
        CoordinationShell shell = partial.firstShell().orElseThrow();
        assertThat(shell.peakA()).isCloseTo(2.5, within(0.051));
        assertThat(shell.minimumA().orElseThrow()).isCloseTo((2.5 + 2.5 * Math.sqrt(2)) / 2, within(0.06));
        assertThat(shell.neighbours().orElseThrow()).isEqualTo(6);
    }

    @Test
    void numberOfThreadsDoesNotMatter() {
        IonTracks ions = random(Cell.cubic(9), 100, 12, 3);
        IonTracks framework = random(Cell.cubic(9), 100, 7, 4);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            PairDistribution parallel = PairCounts.of(
                    ions, "Li", framework, Collections.nCopies(7, "S"), 0.05, 10, 50, TaskRunner.on(pool));
            assertThat(parallel.frames()).isEqualTo(50);
            assertThat(parallel.partials())
                    .isEqualTo(PairCounts.of(
                                    ions,
                                    "Li",
                                    framework,
                                    Collections.nCopies(7, "S"),
                                    0.05,
                                    10,
                                    50,
                                    TaskRunner.serial())
                            .partials());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesTracksOfTwoRuns() {
        assertThatThrownBy(() -> count(random(Cell.cubic(9), 5, 2, 1), random(Cell.cubic(9), 6, 2, 1), 0.1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one run");
    }

    /** Totals are 1 where all partials are, and weigh by concentration and scattering length. */
    @Test
    void totalsAreWeightedMeansOfThePartials() {
        IonTracks ions = random(Cell.cubic(9), 50, 12, 3);
        IonTracks framework = random(Cell.cubic(9), 50, 8, 4);
        PairDistribution pairs = count(ions, framework, 0.5, 4.5);
        TotalPairDistribution total =
                TotalPairDistribution.of(pairs, Radiation.NEUTRON).orElseThrow();
        double li = 0.6 * -1.90;
        double s = 0.4 * 2.847;
        double sum = (li + s) * (li + s);
        double[] xx = pairs.partial("Li", "Li").g();
        double[] xy = pairs.partial("S", "Li").g();
        double[] yy = pairs.partial("S", "S").g();
        for (int bin = 0; bin < pairs.bins(); bin++) {
            double g = (li * li * xx[bin] + 2 * li * s * xy[bin] + s * s * yy[bin]) / sum;
            assertThat(total.g()[bin]).isCloseTo(g, within(1e-9 * (1 + Math.abs(g))));
            assertThat(total.reduced()[bin])
                    .isCloseTo(4 * Math.PI * 20 / 729 * total.distancesA()[bin] * (total.g()[bin] - 1), within(1e-9));
        }
        assertThat(Radiation.XRAY.weight("I")).hasValue(53);
        assertThat(Radiation.XRAY.weight("Qq")).isEmpty();
        assertThat(Radiation.NEUTRON.label()).isEqualTo("neutron");
    }

    /** Rows "row r g cn g cn ...", as LAMMPS's fix ave/time writes them. */
    private static double[][] lammps(String relative) throws IOException {
        return Files.readAllLines(SharedRuns.data(relative)).stream()
                .skip(4)
                .map(line -> Arrays.stream(line.trim().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void agrees(PairDistribution pairs, double[][] rows, List<String> order) {
        for (int pair = 0; pair < order.size(); pair++) {
            String[] names = order.get(pair).split("-");
            PartialPairDistribution partial = pairs.partial(names[0], names[1]);
            boolean asWritten = partial.first().equals(names[0]);
            double[] running = asWritten ? partial.secondAroundFirst() : partial.firstAroundSecond();
            for (int bin = 0; bin < rows.length; bin++) {
                double g = rows[bin][2 + 2 * pair];
                assertThat(partial.g()[bin]).as(order.get(pair)).isCloseTo(g, within(0.01 + 0.01 * g));
                double neighbours = rows[bin][3 + 2 * pair];
                assertThat(running[bin]).isCloseTo(neighbours, within(0.002 + 0.002 * neighbours));
            }
        }
    }

    private static PairDistribution all(Run run, double binA) {
        List<FrameRange> whole = List.of(new FrameRange(1, run.ions().frames()));
        return PairCounts.of(
                run.ions().withPieces(whole),
                run.info().carrier().species(),
                run.framework().withPieces(whole),
                run.info().frameworkSymbols(),
                binA,
                30,
                100_000,
                TaskRunner.serial());
    }

    /** The very frames that LAMMPS averaged, in a rhombohedral cell; its bins end at 9.6 Å. */
    @Test
    void equalsLammpsInATriclinicCell() throws IOException {
        try (Run run = SharedRuns.read("own/alpha-AgI-triclinic/NVT-700K/agitri_700K.scaled.lammpstrj.gz", 50, 700)) {
            PairDistribution pairs = all(run, 0.04);
            agrees(
                    pairs,
                    lammps("own/alpha-AgI-triclinic/NVT-700K/lammps_rdf_700K.txt"),
                    List.of("Ag-Ag", "Ag-I", "I-I"));
        }
    }

    @Test
    void equalsLammpsInTheGlass() throws IOException {
        try (Run run = SharedRuns.read("own/Li4PO4I-glass/800K/li4po4i_800K.scaled.lammpstrj.gz", 60, 800)) {
            PairDistribution pairs = all(run, 0.05);
            agrees(
                    pairs,
                    lammps("own/Li4PO4I-glass/800K/lammps_rdf_800K.txt"),
                    List.of("Li-O", "Li-I", "Li-Li", "P-O", "O-O", "P-P", "I-I", "O-I"));
            CoordinationShell lithiumOxygen =
                    pairs.partial("Li", "O").firstShell().orElseThrow();
            // own/Li4PO4I-glass/truth.json, 800 K
            assertThat(lithiumOxygen.peakA()).isCloseTo(1.975, within(0.05));
            assertThat(lithiumOxygen.minimumA().orElseThrow()).isCloseTo(2.725, within(0.05));
            assertThat(lithiumOxygen.neighbours().orElseThrow()).isCloseTo(2.864, within(0.06));
            CoordinationShell phosphate = pairs.partial("P", "O").firstShell().orElseThrow();
            assertThat(phosphate.neighbours().orElseThrow()).isCloseTo(4, within(0.01));
        }
    }

    @Test
    void largeSystemsNeedFewFrames() {
        assertThat(PairCounts.framesWithEnoughPairs(1, 0.5)).isGreaterThan(PairCounts.DEFAULT_FRAMES);
        assertThat(PairCounts.framesWithEnoughPairs(250, 0.5)).isGreaterThan(PairCounts.DEFAULT_FRAMES);
        assertThat(PairCounts.framesWithEnoughPairs(20_000, 0.02)).isEqualTo(10);
        assertThat(PairCounts.framesWithEnoughPairs(1_000_000, 0.0004)).isEqualTo(1);
    }

    /** Boxes leave out no pair: every pair is compared, in cells of one box and of many, skewed and not. */
    @Test
    void equalsAllPairsByHand() {
        for (Cell cell : List.of(
                Cell.cubic(9), Cell.ofRows(24, 0, 0, 11, 21, 0, -9, 8, 23), Cell.ofRows(5, 1, 0, 0, 30, 2, 3, 0, 18))) {
            for (double reachA : new double[] {2, 4.4, 10}) {
                IonTracks ions = random(cell, 3, 150, 7);
                PairDistribution pairs = count(ions, IonTracks.ofCartesian(cell, new double[3][0]), 0.1, reachA);
                double[] expected = byHand(ions, pairs.bins(), 0.1);
                assertThat(pairs.partial("Li", "Li").pairs()).containsExactly(expected);
            }
        }
    }

    private static double[] byHand(IonTracks ions, int bins, double binA) {
        double[] perFrame = new double[bins];
        FrameRange all = new FrameRange(0, ions.frames());
        double[][] s = new double[3 * ions.ions()][ions.frames()];
        for (int row = 0; row < s.length; row++) {
            ions.fractional(row / 3, row % 3, all, s[row]);
        }
        NearestImage nearest = new NearestImage(ions.cell());
        for (int i = 0; i < ions.ions(); i++) {
            for (int j = i + 1; j < ions.ions(); j++) {
                for (int frame = 0; frame < ions.frames(); frame++) {
                    double[] step = {
                        s[3 * j][frame] - s[3 * i][frame],
                        s[3 * j + 1][frame] - s[3 * i + 1][frame],
                        s[3 * j + 2][frame] - s[3 * i + 2][frame]
                    };
                    int bin = (int) (nearest.reduce(step) / binA);
                    if (bin < bins) {
                        perFrame[bin]++;
                    }
                }
            }
        }
        return Arrays.stream(perFrame).map(count -> count / ions.frames()).toArray();
    }
}
