package org.percolith.msd.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.percolith.msd.SamplingLaw;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Verdict.Status;

class TemperatureSweepTest {

    /** LLZO, Li56La24Zr16O96, cubic 12.98 Å, after He, Zhu, Epstein and Mo (2018): K, cm²/s, cm²/s. */
    private static final double[][] LLZO = {
        {600, 1.24e-6, 3.40e-7}, {650, 1.56e-6, 4.05e-7}, {700, 2.13e-6, 5.57e-7},
        {720, 1.85e-6, 3.87e-7}, {800, 3.51e-6, 7.00e-7}, {900, 4.85e-6, 6.99e-7},
        {1050, 8.24e-6, 1.34e-6}, {1200, 1.38e-5, 1.49e-6}, {1500, 1.83e-5, 2.58e-6}
    };

    private static List<SweepPoint> table(double[][] rows, double densityPerA3) {
        List<SweepPoint> points = new ArrayList<>();
        for (double[] row : rows) {
            OptionalDouble factor = densityPerA3 > 0
                    ? OptionalDouble.of(PhysicalConstants.conductivityMsPerCmPerDiffusivity(densityPerA3, 1, row[0]))
                    : OptionalDouble.empty();
            points.add(SweepPoint.ofTable(row[0] + " K", row[0], row[1], row.length > 2 ? row[2] : 0, factor));
        }
        return points;
    }

    private static Estimate.Measured measured(Estimate estimate) {
        assertThat(estimate).isInstanceOf(Estimate.Measured.class);
        return (Estimate.Measured) estimate;
    }

    /**
     * golden/statistics/analytic.json, arrhenius_LATP_HeMo. Its conductivities used the constants of CODATA 2014, a few
     * parts in 1e7 from the exact ones, and its 95 % interval 1.96 for 1.95996.
     */
    @Test
    void theLlzoTableGivesItsPublishedLine() {
        SweepResult sweep = TemperatureSweep.fit(table(LLZO, 56 / Math.pow(12.98, 3)), 300);
        Estimate.Measured energy = measured(sweep.activationEnergies().ofDiffusivityEv());
        ArrheniusFit fit = sweep.fit().orElseThrow();
        assertThat(energy.value()).isCloseTo(0.25813826494478503, within(1e-9));
        assertThat(energy.std()).isCloseTo(0.01683267054525686, within(1e-9));
        assertThat(fit.correlation()).isCloseTo(0.9630099813195081, within(1e-7));
        assertThat(measured(sweep.prefactorCm2PerS()).value()).isCloseTo(0.00014774820706397963, within(1e-12));
        assertThat(measured(sweep.extrapolation().diffusivityCm2PerS()).value())
                .isCloseTo(6.807540458039694e-09, within(1e-16));
        Estimate.Measured sigma = measured(sweep.extrapolation().conductivityMsPerCm());
        assertThat(sigma.value()).isCloseTo(1.0803651782915304, within(1e-6));
        assertThat(sigma.lower95()).isCloseTo(0.44495102401772785, within(5e-5));
        assertThat(sigma.upper95()).isCloseTo(2.623185149515213, within(5e-5));
        double lnStd = fit.diffusivityCm2PerS(300).lnStd();
        assertThat(sigma.value() * Math.exp(-lnStd)).isCloseTo(0.6870845553934924, within(1e-6));
        assertThat(sigma.value() * Math.exp(lnStd)).isCloseTo(1.698755865348251, within(1e-6));
        assertThat(sweep.chiSquaredPerDof().orElseThrow()).isCloseTo(3.965171411380533 / 7, within(1e-8));
        assertThat(sweep.leaveOneOutEv()).hasSize(9);
        assertThat(sweep.models()).extracting(SweepModel::name).containsExactly("arrhenius", "two-regime", "curved");
        assertThat(sweep.models().get(2).chiSquared()).isCloseTo(3.794436668289853, within(1e-6));
        assertThat(sweep.models().get(0).logEvidence())
                .isGreaterThan(sweep.models().get(2).logEvidence());
    }

    @Test
    void theThreeConventionsDifferByAboutTheMeanThermalEnergy() {
        SweepResult sweep = TemperatureSweep.fit(table(LLZO, 0.0256), 300);
        double ofD = measured(sweep.activationEnergies().ofDiffusivityEv()).value();
        double ofSigmaT =
                measured(sweep.activationEnergies().ofConductivityTEv()).value();
        double ofSigma = measured(sweep.activationEnergies().ofConductivityEv()).value();
        assertThat(ofSigmaT).isCloseTo(ofD, within(1e-9));
        assertThat(ofD - ofSigma).isBetween(0.05, 0.12);
        SweepResult withoutDensity = TemperatureSweep.fit(table(LLZO, 0), 300);
        assertThat(measured(withoutDensity.activationEnergies().ofConductivityEv())
                        .value())
                .isCloseTo(ofSigma, within(1e-9));
        assertThat(withoutDensity.extrapolation().conductivityMsPerCm()).isInstanceOf(Estimate.Withheld.class);
    }

    @Test
    void verdictsOfTheLlzoTable() {
        SweepResult sweep = TemperatureSweep.fit(table(LLZO, 0), 300);
        assertThat(sweep.verdict("A1").status()).isEqualTo(Status.PASS);
        assertThat(sweep.verdict("A3").status()).isEqualTo(Status.PASS);
        // (1/300 − 1/600)/(1/600 − 1/1500)
        assertThat(sweep.extrapolation().distance()).isCloseTo(5.0 / 3, within(1e-12));
        assertThat(sweep.verdict("A4").status()).isEqualTo(Status.WARN);
    }

    /**
     * Two points leave the prior: half a change of 3 % of Ea a width, times (x − x₁)(x − x₂) over the width; within the line
     * no bend; and a far extrapolation warns, whatever its distance.
     */
    @Test
    void anUnseenBendWidensWhatIsExtrapolated() {
        double[][] two = {{1000, 1e-4, 1e-5}, {600, 2e-5, 2e-6}};
        SweepResult sweep = TemperatureSweep.fit(table(two, 0), 300);
        double k = PhysicalConstants.BOLTZMANN_EV_PER_K;
        double cold = 1 / (600 * k);
        double hot = 1 / (1000 * k);
        double at = 1 / (300 * k);
        double ea = sweep.fit().orElseThrow().activationEnergyEv();
        double expected = 0.03 * ea / 2 / (cold - hot) * (at - cold) * (at - hot);
        assertThat(sweep.extrapolation().bendLnStd()).isCloseTo(expected, within(1e-9));
        Estimate.Measured straight = measured(sweep.extrapolation().diffusivityCm2PerS());
        Estimate.Measured bent = measured(sweep.extrapolation().bentDiffusivityCm2PerS());
        assertThat(bent.value()).isEqualTo(straight.value());
        assertThat(bent.upper95()).isGreaterThan(straight.upper95());
        assertThat(sweep.extrapolation().distance()).isGreaterThan(2);
        assertThat(sweep.verdict("A4").status()).isEqualTo(Status.WARN);
        assertThat(TemperatureSweep.fit(table(two, 0), 600).extrapolation().bendLnStd())
                .isCloseTo(0, within(1e-9));
    }

    /** golden/pymatgen/arrhenius.json, upstream_unit_test_3pt and seven_point_sweep: equal relative errors. */
    @Test
    void tablesWithEqualRelativeErrorsGiveThePlainLine() {
        double[][] three = {
            {300, 4.8101302371441555e-08, 4.810130237144155e-10},
            {1000, 0.0365398389303119, 0.00036539838930311905},
            {500, 0.00010797489489665754, 1.0797489489665755e-06}
        };
        ArrheniusFit fit = TemperatureSweep.fit(table(three, 0), 300).fit().orElseThrow();
        assertThat(fit.activationEnergyEv()).isCloseTo(0.49999999679815976, within(2e-9));
        assertThat(fit.prefactorCm2PerS().median()).isCloseTo(12.000000004336094, within(1e-5));
        double[][] seven = {
            {650, 4.546453606406573e-05, 0}, {700, 5.220117203565258e-05, 0}, {750, 7.610717025450827e-05, 0},
            {800, 9.045110458453236e-05, 0}, {850, 0.00011553810308424115, 0}, {900, 0.00013181114710715032, 0},
            {1000, 0.00018702336383258364, 0}
        };
        ArrheniusFit plain = TemperatureSweep.fit(table(seven, 0), 300).fit().orElseThrow();
        assertThat(plain.activationEnergyEv()).isCloseTo(0.2327240008007292, within(1e-8));
        assertThat(plain.activationEnergy().std()).isCloseTo(0.010682139735088716, within(1e-8));
        assertThat(plain.diffusivityCm2PerS(300).median()).isCloseTo(3.3402542493405055e-07, within(1e-13));
    }

    @Test
    void twoPointsMakeAnExactLineWithPropagatedError() {
        double k = PhysicalConstants.BOLTZMANN_EV_PER_K;
        double[][] two = {
            {500, 1e-4 * Math.exp(-0.3 / (k * 500)), 1e-5 * Math.exp(-0.3 / (k * 500))},
            {1000, 1e-4 * Math.exp(-0.3 / (k * 1000)), 1e-5 * Math.exp(-0.3 / (k * 1000))}
        };
        SweepResult sweep = TemperatureSweep.fit(table(two, 0), 300);
        Estimate.Measured energy = measured(sweep.activationEnergies().ofDiffusivityEv());
        assertThat(energy.value()).isCloseTo(0.3, within(1e-10));
        assertThat(energy.std()).isCloseTo(0.1 * Math.sqrt(2) * k * 1000, within(1e-10));
        assertThat(sweep.chiSquaredPerDof()).isEmpty();
        assertThat(sweep.verdict("A1").status()).isEqualTo(Status.FAIL);
        double[][] bare = {{500, 1e-6}, {1000, 1e-5}};
        assertThat(TemperatureSweep.fit(table(bare, 0), 300)
                        .activationEnergies()
                        .ofDiffusivityEv())
                .isInstanceOf(Estimate.Withheld.class);
    }

    @Test
    void aBoundFarAboveTheLineEntersAndAWithheldPointIsExcluded() {
        List<SweepPoint> points = new ArrayList<>(table(LLZO, 0));
        points.add(new SweepPoint(
                "cold",
                400,
                new Estimate.UpperBound(1e-3, "no ion moved"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false));
        points.add(new SweepPoint(
                "short", 450, Estimate.withheld("too short"), OptionalDouble.empty(), OptionalDouble.empty(), false));
        SweepResult sweep = TemperatureSweep.fit(points, 300);
        assertThat(sweep.used()).hasSize(9);
        assertThat(sweep.excluded()).extracting(SweepResult.Exclusion::label).containsExactly("short");
        assertThat(sweep.excluded().get(0).reason()).contains("too short");
        assertThat(sweep.bounded()).containsExactly("cold");
        assertThat(sweep.fit().orElseThrow().activationEnergyEv()).isCloseTo(0.258138, within(1e-5));
    }

    @Test
    void oneTemperatureIsWithheldEvenWithReplicas() {
        double[][] replicas = {{600, 1e-6, 1e-7}, {600, 1.1e-6, 1e-7}};
        SweepResult sweep = TemperatureSweep.fit(table(replicas, 0), 300);
        assertThat(sweep.activationEnergies().ofDiffusivityEv()).isInstanceOf(Estimate.Withheld.class);
        assertThat(sweep.extrapolation().diffusivityCm2PerS()).isInstanceOf(Estimate.Withheld.class);
        assertThat(sweep.verdict("A1").status()).isEqualTo(Status.FAIL);
        assertThat(TemperatureSweep.fit(List.of(), 300).verdicts()).hasSize(5);
    }

    @Test
    void aKinkIsFoundAndFailsTheStraightLine() {
        double k = PhysicalConstants.BOLTZMANN_EV_PER_K;
        double[][] rows = new double[8][];
        for (int i = 0; i < 8; i++) {
            double t = 400 + 100 * i;
            double lnD = t < 750 ? -0.6 / (k * t) : -0.2 / (k * t) - 0.4 / (k * 750);
            rows[i] = new double[] {t, Math.exp(lnD), 0.1 * Math.exp(lnD)};
        }
        SweepResult sweep = TemperatureSweep.fit(table(rows, 0), 300);
        assertThat(sweep.verdict("A3").status()).isEqualTo(Status.FAIL);
        assertThat(sweep.verdict("A3").message()).contains("750 K");
    }

    /** Five temperatures with χ²-distributed D, relative errors 0.5 to 0.06, true Ea 0.30 eV. */
    @Test
    void ownPointsAreUnbiasedAndTheirIntervalCovers() {
        double k = PhysicalConstants.BOLTZMANN_EV_PER_K;
        double[] temperatures = {600, 700, 850, 1000, 1200};
        double[] relative = {0.5, 0.3, 0.18, 0.1, 0.06};
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        int runs = 2000;
        int covered = 0;
        double mean = 0;
        for (int run = 0; run < runs; run++) {
            List<SweepPoint> points = new ArrayList<>();
            for (int i = 0; i < temperatures.length; i++) {
                int nu = (int) Math.rint(2 / (relative[i] * relative[i]));
                double chi = 0;
                for (int term = 0; term < nu; term++) {
                    double g = random.nextGaussian();
                    chi += g * g;
                }
                double d = 1e-3 * Math.exp(-0.3 / (k * temperatures[i])) * chi / nu;
                points.add(new SweepPoint(
                        "run",
                        temperatures[i],
                        Estimate.normal(d, d * Math.sqrt(2.0 / nu)),
                        OptionalDouble.of(nu),
                        OptionalDouble.empty(),
                        true));
            }
            Estimate.Measured energy = measured(
                    TemperatureSweep.fit(points, 300).activationEnergies().ofDiffusivityEv());
            mean += energy.value() / runs;
            covered += energy.lower95() <= 0.3 && 0.3 <= energy.upper95() ? 1 : 0;
        }
        assertThat(mean).isCloseTo(0.3, within(0.003));
        assertThat((double) covered / runs).isBetween(0.935, 0.97);
    }

    /** Counts of hops with means of 3 to 300 at five temperatures; those below ten only bound D. True Ea 0.35 eV. */
    @Test
    void runsOfFewHopsDoNotBendTheLine() {
        double k = PhysicalConstants.BOLTZMANN_EV_PER_K;
        double[] temperatures = {480, 570, 680, 830, 1000};
        double hop = 1e-8;
        Well19937c random = new Well19937c(5);
        int runs = 300;
        double mean = 0;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            List<SweepPoint> points = new ArrayList<>();
            for (double t : temperatures) {
                double expected = 300 * Math.exp(-0.35 / k * (1 / t - 1.0 / 1000));
                PoissonDistribution law = new PoissonDistribution(random, expected, 1e-12, 100_000);
                points.add(counted(t, law.sample(), hop));
            }
            Estimate.Measured energy = measured(
                    TemperatureSweep.fit(points, 300).activationEnergies().ofDiffusivityEv());
            mean += energy.value() / runs;
            covered += energy.lower95() <= 0.35 && 0.35 <= energy.upper95() ? 1 : 0;
        }
        assertThat(mean).isCloseTo(0.35, within(0.003));
        assertThat((double) covered / runs).isBetween(0.92, 0.985);
    }

    private static SweepPoint counted(double temperatureK, int hops, double hop) {
        SamplingLaw law = new SamplingLaw(hops * hop, hop, 0);
        Estimate d = hops >= 10
                ? new Estimate.Measured(hops * hop, Math.sqrt(hops) * hop, 0, 2 * hops * hop)
                : new Estimate.UpperBound((hops + 3) * 2 * hop, "few hops");
        return new SweepPoint(
                temperatureK + " K",
                temperatureK,
                d,
                hops >= 10 ? OptionalDouble.of(2.0 * hops) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                true,
                Optional.of(law));
    }

    /** A gate that turns a value into a bound says that its motion is no diffusion: the count is worth nothing then. */
    @Test
    void aGatedPointLosesItsLaw() {
        SweepPoint open = counted(600, 20, 1e-8);
        assertThat(open.gated(open.diffusivityCm2PerS()).law()).isPresent();
        assertThat(open.gated(new Estimate.UpperBound(1e-6, "cages")).law()).isEmpty();
    }
}
