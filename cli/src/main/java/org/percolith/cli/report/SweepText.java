package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.percolith.cli.result.MechanismSweep;
import org.percolith.msd.sweep.SweepExtension;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/** The report on a temperature sweep for the terminal. */
public final class SweepText {

    private SweepText() {}

    /** The whole report, with the verdicts on the sweep and on its runs together. */
    public static ReportBlock of(
            SweepResult sweep, List<Verdict> verdicts, List<SweepExtension> extensions, MechanismSweep mechanism) {
        ReportBlock block = new ReportBlock();
        block.line("Temperature sweep   " + sweep.used().size() + " points on the line");
        block.line("  " + headline(sweep, verdicts));
        block.blank();
        block.entry(
                "Ea (of D and of σT)", NumberText.of(sweep.activationEnergies().ofDiffusivityEv(), "eV"));
        block.entry("Ea (of σ)", NumberText.of(sweep.activationEnergies().ofConductivityEv(), "eV"));
        block.entry("prefactor D0", NumberText.of(sweep.prefactorCm2PerS(), "cm²/s"));
        String at =
                String.format(Locale.ROOT, " at %.0f K", sweep.extrapolation().temperatureK());
        block.entry("D" + at, NumberText.of(sweep.extrapolation().diffusivityCm2PerS(), "cm²/s"));
        block.entry("conductivity" + at, NumberText.of(sweep.extrapolation().conductivityMsPerCm(), "mS/cm"));
        block.entry(
                "if Ea bends by 3 %",
                NumberText.of(sweep.extrapolation().bentConductivityMsPerCm(), "mS/cm")
                        + ", were Ea to change by so much over the sweep (an assumption)");
        if (!sweep.leaveOneOutEv().isEmpty()) {
            block.entry(
                    "Ea, one left out",
                    sweep.leaveOneOutEv().stream()
                            .map(value -> NumberText.fixed(value, 3))
                            .collect(Collectors.joining(", ", "", " eV")));
        }
        mechanism.ledger().ifPresent(hops -> {
            block.entry("ΔH of the hops", NumberText.of(hops.enthalpyEv(), "eV"));
            block.entry("ΔS of the hops", NumberText.of(hops.entropyKb(), "kB"));
        });
        mechanism
                .regions()
                .forEach((region, energyEv) -> block.entry("Ea of D, " + region, NumberText.of(energyEv, "eV")));
        if (!mechanism.balances().isEmpty()) {
            block.entry(
                    "balance B of anions",
                    mechanism.balances().stream()
                            .map(found -> NumberText.brief(found.balance())
                                    + String.format(Locale.ROOT, " at %.0f K", found.temperatureK()))
                            .collect(Collectors.joining(", ")));
        }
        if (!extensions.isEmpty()) {
            SweepExtension first = extensions.get(0);
            block.entry(
                    "extend first",
                    String.format(
                            Locale.ROOT,
                            "%s: twice as long, it lowers the error of ln σ at %.0f K from %.2f to %.2f",
                            first.label(),
                            sweep.extrapolation().temperatureK(),
                            first.lnStd(),
                            first.lnStdAfterDoubling()));
        }
        if (!sweep.bounded().isEmpty()) {
            block.entry("bounds used", String.join(", ", sweep.bounded()));
        }
        block.entry("used", String.join(", ", sweep.used()));
        sweep.excluded().forEach(exclusion -> block.entry("excluded", exclusion.label() + ": " + exclusion.reason()));
        block.blank();
        VerdictText.put(block, verdicts);
        return block;
    }

    private static String headline(SweepResult sweep, List<Verdict> verdicts) {
        if (!(sweep.activationEnergies().ofDiffusivityEv() instanceof Estimate.Measured)) {
            return "NO LINE: fewer than two temperatures have a diffusivity.";
        }
        String failed = VerdictText.failed(verdicts);
        return failed.isEmpty()
                ? "SOUND: the activation energy and its extrapolation may be quoted with their intervals."
                : "HANDLE WITH CARE: " + failed + ". The numbers below are not publishable as they stand.";
    }
}
