package org.percolith.pathways.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionSettings;
import org.percolith.pathways.framework.FrameworkSpecies.State;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Frameworks of tetrahedra and single ions whose motion is known. */
class FrameworkAnalysisTest {

    private static final double EDGE_A = 20;
    private static final double[][] TETRAHEDRON = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};

    /** Å² per frame of the ion: D = 0.02 Å² per frame, so that D in cm²/s is 2e-5 at 0.1 ps. */
    private static final double ION_STEP_A = 0.2;

    private static DiffusionResult ion(int frames) {
        return DiffusionAnalysis.analyze(
                IonTracks.ofCartesian(Cell.cubic(EDGE_A), ions(40, frames)),
                DiffusionSettings.of(0.1, 600, 1),
                TaskRunner.serial());
    }

    private static double[][] ions(int count, int frames) {
        return walks(count, frames, ION_STEP_A, new SplittableRandom(5));
    }

    private static double[][] walks(int count, int frames, double stepA, SplittableRandom random) {
        double[][] positions = new double[frames][3 * count];
        for (int frame = 1; frame < frames; frame++) {
            for (int k = 0; k < 3 * count; k++) {
                positions[frame][k] = positions[frame - 1][k] + stepA * random.nextGaussian();
            }
        }
        return positions;
    }

    /**
     * Eight PO4 and eight I: centres walk by {@code networkStepA} and {@code singleStepA} a frame, tetrahedra turn about z by
     * {@code turn} radians a frame at random; all vibrate.
     */
    private static FrameworkGrade grade(int frames, double networkStepA, double singleStepA, double turn) {
        SplittableRandom random = new SplittableRandom(17);
        double[][] network = walks(8, frames, networkStepA, random);
        double[][] single = walks(8, frames, singleStepA, random);
        List<String> symbols = new ArrayList<>();
        for (int unit = 0; unit < 8; unit++) {
            symbols.addAll(List.of("P", "O", "O", "O", "O", "I"));
        }
        double[][] positions = new double[frames][3 * symbols.size()];
        double[] angle = new double[8];
        for (int frame = 0; frame < frames; frame++) {
            for (int unit = 0; unit < 8; unit++) {
                angle[unit] += turn * random.nextGaussian();
                int[] cell = {unit % 2, unit / 2 % 2, unit / 4};
                for (int atom = 0; atom < 6; atom++) {
                    for (int axis = 0; axis < 3; axis++) {
                        double home = 10 * cell[axis]
                                + (atom == 5 ? 5 + single[frame][3 * unit + axis] : network[frame][3 * unit + axis]);
                        double arm =
                                atom == 0 || atom == 5 ? 0 : 0.89 * turned(TETRAHEDRON[atom - 1], angle[unit], axis);
                        positions[frame][3 * (6 * unit + atom) + axis] = home + arm + 0.05 * random.nextGaussian();
                    }
                }
            }
        }
        return FrameworkAnalysis.grade(
                IonTracks.ofCartesian(Cell.cubic(EDGE_A), positions), symbols, ion(frames), false);
    }

    private static double turned(double[] v, double angle, int axis) {
        return switch (axis) {
            case 0 -> Math.cos(angle) * v[0] - Math.sin(angle) * v[1];
            case 1 -> Math.sin(angle) * v[0] + Math.cos(angle) * v[1];
            default -> v[2];
        };
    }

    private static FrameworkSpecies species(FrameworkGrade grade, String unit) {
        return grade.species().stream()
                .filter(found -> found.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVibratingFrameworkPasses() {
        FrameworkGrade found = grade(600, 0, 0, 0);
        assertThat(found.species()).extracting(FrameworkSpecies::unit).containsExactly("PO4", "I");
        assertThat(found.species()).extracting(FrameworkSpecies::count).containsExactly(8, 8);
        assertThat(species(found, "I").state()).isEqualTo(State.RIGID);
        assertThat(species(found, "PO4").state()).isIn(State.RIGID, State.LIBRATING);
        assertThat(found.verdict().status()).isEqualTo(Status.PASS);
    }

    @Test
    void turningTetrahedraAreNoMelt() {
        FrameworkGrade found = grade(600, 0, 0, 0.5);
        assertThat(species(found, "PO4").state()).isEqualTo(State.ROTATING);
        assertThat(found.verdict().status()).isEqualTo(Status.PASS);
    }

    /** The network at 3 % of the ion's D, the iodide at 25 %: whatever the length of the run. */
    @ParameterizedTest
    @ValueSource(ints = {400, 1200, 3000})
    void aCreepingGlassWithASecondCarrierWarnsAtAnyLength(int frames) {
        FrameworkGrade found = grade(frames, ION_STEP_A * Math.sqrt(0.03), ION_STEP_A * Math.sqrt(0.25), 0.02);
        assertThat(species(found, "PO4").state()).isEqualTo(State.CREEPING);
        assertThat(species(found, "I").state()).isEqualTo(State.CO_MOBILE);
        assertThat(found.verdict().status()).isEqualTo(Status.WARN);
        assertThat(found.verdict().message()).contains("second carrier");
    }

    @Test
    void aFlowingNetworkFails() {
        FrameworkGrade found = grade(600, ION_STEP_A * Math.sqrt(0.3), ION_STEP_A * Math.sqrt(0.3), 0.2);
        assertThat(species(found, "PO4").state()).isEqualTo(State.MOLTEN);
        assertThat(found.verdict().status()).isEqualTo(Status.FAIL);
    }

    /** D = s²/2 per frame and axis, in the frame of the network. */
    @Test
    void theSecondCarriersDiffusivityIsItsOwn() {
        double stepA = ION_STEP_A * 0.5;
        FrameworkSpecies iodide = species(grade(3000, 0, stepA, 0), "I");
        Estimate.Measured d = (Estimate.Measured) iodide.diffusivityCm2PerS();
        double truth = stepA * stepA / 2 / 0.1 * 1e-4;
        assertThat(d.lower95()).isLessThan(truth);
        assertThat(d.upper95()).isGreaterThan(truth);
        assertThat(((Estimate.Measured) iodide.ratioToIon()).value()).isCloseTo(0.25, within(0.08));
    }

    /** Two kinds of single ions, walking by these steps a frame, beside an ion that does or only rattles. */
    private static FrameworkGrade singles(double firstStepA, double secondStepA, boolean ionRattles) {
        int frames = 600;
        SplittableRandom random = new SplittableRandom(23);
        double[][] first = walks(14, frames, firstStepA, random);
        double[][] second = walks(14, frames, secondStepA, random);
        double[][] positions = new double[frames][];
        List<String> symbols = new ArrayList<>();
        for (int k = 0; k < 28; k++) {
            symbols.add(k < 14 ? "La" : "Cl");
        }
        for (int frame = 0; frame < frames; frame++) {
            positions[frame] = new double[3 * 28];
            for (int k = 0; k < 3 * 28; k++) {
                double walked = k < 42 ? first[frame][k] : second[frame][k - 42];
                int[] home = {k / 3 % 5, k / 15 % 5, k / 75};
                positions[frame][k] = 4 * home[k % 3] + walked + 0.1 * random.nextGaussian();
            }
        }
        DiffusionResult ion = ion(frames);
        if (ionRattles) {
            double[][] rattling = new double[frames][3 * 40];
            for (double[] frame : rattling) {
                for (int k = 0; k < frame.length; k++) {
                    frame[k] = 0.2 * random.nextGaussian();
                }
            }
            ion = DiffusionAnalysis.analyze(
                    IonTracks.ofCartesian(Cell.cubic(EDGE_A), rattling),
                    DiffusionSettings.of(0.1, 600, 1),
                    TaskRunner.serial());
        }
        return FrameworkAnalysis.grade(IonTracks.ofCartesian(Cell.cubic(EDGE_A), positions), symbols, ion, false);
    }

    @Test
    void aMeltAroundARattlingIonFails() {
        FrameworkGrade found = singles(ION_STEP_A, ION_STEP_A, true);
        assertThat(found.verdict().status()).isEqualTo(Status.FAIL);
        assertThat(species(found, "Cl").ratioToIon()).isInstanceOf(Estimate.Withheld.class);
    }

    @Test
    void aSecondCarrierAmongSingleIonsIsNoMelt() {
        FrameworkGrade found = singles(0, ION_STEP_A / 2, false);
        assertThat(species(found, "La").state()).isEqualTo(State.RIGID);
        assertThat(species(found, "Cl").state()).isEqualTo(State.CO_MOBILE);
        assertThat(found.verdict().status()).isEqualTo(Status.WARN);
    }

    @Test
    void withoutAFrameworkThereIsNothingToJudge() {
        FrameworkGrade none = FrameworkAnalysis.grade(
                IonTracks.ofCartesian(Cell.cubic(EDGE_A), new double[100][0]), List.of(), ion(100), false);
        assertThat(none.verdict().status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "PS4, 'P S S S S', '0 0 0 1.2 1.2 1.2 1.2 -1.2 -1.2 -1.2 1.2 -1.2 -1.2 -1.2 1.2'",
        "P2S7, 'P P S S S S S S S', '0 0 0 3.4 0 0 1.7 1.1 0 -0.7 1.9 0 -0.7 -1 1.6 -0.7 -1 -1.6 4.1 -1.9 0 4.1 1 1.6 4.1 1 -1.6'",
        "OH, 'O H', '0 0 0 0 0.97 0'",
        "BH4, 'B H H H H', '0 0 0 0.7 0.7 0.7 0.7 -0.7 -0.7 -0.7 0.7 -0.7 -0.7 -0.7 0.7'",
        "SO4, 'S O O O O', '0 0 0 0.85 0.85 0.85 0.85 -0.85 -0.85 -0.85 0.85 -0.85 -0.85 -0.85 0.85'"
    })
    void unitsArePerceivedAcrossTheFacesOfTheCell(String formula, String elements, String coordinates) {
        List<String> symbols = List.of(elements.split(" "));
        String[] numbers = coordinates.split(" ");
        double[][] positions = new double[2][numbers.length];
        for (int frame = 0; frame < 2; frame++) {
            for (int k = 0; k < numbers.length; k++) {
                double x = Double.parseDouble(numbers[k]) - 0.1;
                positions[frame][k] = x - 9 * Math.floor(x / 9);
            }
        }
        List<FrameworkUnit> units = FrameworkUnits.perceive(IonTracks.ofCartesian(Cell.cubic(9), positions), symbols);
        assertThat(units).hasSize(1);
        assertThat(units.get(0).kind()).isEqualTo(formula);
        assertThat(units.get(0).isPolyanion()).isTrue();
    }

    @Test
    void chainsThatWindThroughTheCellAreNoUnits() {
        double[][] positions = new double[2][];
        for (int frame = 0; frame < 2; frame++) {
            positions[frame] = new double[] {0, 0, 0, 1.6, 0, 0, 3.2, 0, 0, 4.8, 0, 0};
        }
        List<FrameworkUnit> units = FrameworkUnits.perceive(
                IonTracks.ofCartesian(Cell.orthorhombic(6.4, 12, 12), positions), List.of("Si", "O", "Si", "O"));
        assertThat(units).hasSize(4);
        assertThat(units).noneMatch(FrameworkUnit::isPolyanion);
    }
}
