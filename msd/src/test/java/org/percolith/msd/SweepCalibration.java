package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import org.percolith.fixtures.PoissonHops;
import org.percolith.msd.CalibrationSystem.Truth;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.msd.sweep.TemperatureSweep;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * A sweep of simulated runs: hops between cages at an Arrhenius rate.
 *
 * @param name as in the table
 * @param activationEnergyEv Ea
 * @param temperaturesK the last one is the hottest, with {@link #HOTTEST_RATE} hops per ion and frame
 */
record SweepCalibration(String name, double activationEnergyEv, List<Double> temperaturesK) {

    private static final int IONS = 20;
    private static final int FRAMES = 1501;
    private static final double HOP_A = 3;
    private static final double HOTTEST_RATE = 0.05;
    private static final double TARGET_K = 300;

    static List<SweepCalibration> all() {
        return List.of(
                new SweepCalibration("sweep of five, 0.3 eV", 0.3, List.of(600.0, 700.0, 800.0, 900.0, 1000.0)),
                new SweepCalibration(
                        "sweep of five, 0.5 eV, coldest only bounded",
                        0.5,
                        List.of(500.0, 600.0, 750.0, 900.0, 1100.0)),
                new SweepCalibration("sweep of three, 0.3 eV", 0.3, List.of(600.0, 750.0, 1000.0)));
    }

    /** Rows for Ea and for σ(300 K). */
    List<CalibrationRow> rows(int runs, long firstSeed, TaskRunner runner) {
        List<SweepResult> results = runner.map(runs, run -> sweep(firstSeed + run * 100L));
        double truthSigma = rate(TARGET_K) * HOP_A * HOP_A / 6 * 1e-4 * factor(TARGET_K);
        List<Estimate> energies = results.stream()
                .map(r -> r.activationEnergies().ofDiffusivityEv())
                .toList();
        List<Estimate> sigmas = results.stream()
                .map(r -> r.extrapolation().conductivityMsPerCm())
                .map(sigma -> logarithm(sigma, truthSigma))
                .toList();
        CalibrationSystem system =
                new CalibrationSystem(name, IONS, FRAMES, HOP_A, Truth.of(0), seed -> new double[0][]);
        return List.of(
                CalibrationRow.of(system, "Ea", activationEnergyEv, energies),
                CalibrationRow.of(system, "ln σ(300 K)", 1, sigmas));
    }

    /** ln(σ/true σ) + 1, so that deviations relative to a truth of 1 are those of the logarithm. */
    private static Estimate logarithm(Estimate sigma, double truth) {
        if (!(sigma instanceof Estimate.Measured m)) {
            return sigma;
        }
        double shift = 1 - Math.log(truth);
        return new Estimate.Measured(
                Math.log(m.value()) + shift,
                m.relativeStd(),
                Math.log(m.lower95()) + shift,
                Math.log(m.upper95()) + shift);
    }

    private SweepResult sweep(long seed) {
        List<SweepPoint> points = new ArrayList<>();
        for (int k = 0; k < temperaturesK.size(); k++) {
            double temperature = temperaturesK.get(k);
            PoissonHops hops = new PoissonHops(IONS, FRAMES, rate(temperature), HOP_A);
            CalibrationSystem system =
                    new CalibrationSystem(name, IONS, FRAMES, HOP_A, Truth.of(0), hops::positionsA).caged(4);
            DiffusionResult result = DiffusionAnalysis.analyze(
                    TestTracks.of(system.positionsA().apply(seed + k)),
                    new DiffusionSettings(1, temperature, 1, HOP_A, 1),
                    TaskRunner.serial());
            points.add(SweepPoint.of(temperature + " K", result));
        }
        return TemperatureSweep.fit(points, TARGET_K);
    }

    private double rate(double temperatureK) {
        double hottest = temperaturesK.get(temperaturesK.size() - 1);
        double x = (1 / temperatureK - 1 / hottest) / PhysicalConstants.BOLTZMANN_EV_PER_K;
        return HOTTEST_RATE * Math.exp(-activationEnergyEv * x);
    }

    private static double factor(double temperatureK) {
        return PhysicalConstants.conductivityMsPerCmPerDiffusivity(IONS / Math.pow(20, 3), 1, temperatureK);
    }
}
