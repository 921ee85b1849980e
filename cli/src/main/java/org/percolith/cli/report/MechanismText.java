package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.percolith.cli.result.Mechanism;
import org.percolith.pathways.carrier.Carriers;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.pathways.jump.JumpStatistics.KindJumps;
import org.percolith.pathways.ledger.Ledger;
import org.percolith.pathways.ledger.Vibration;
import org.percolith.pathways.region.Region;
import org.percolith.pathways.residence.Residence;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.pathways.rotation.UnitRotation;
import org.percolith.trajectory.quantity.Estimate;

/** Why the ions move as they do, for the terminal. */
final class MechanismText {

    /** Kinds of basin that are listed. */
    private static final int LISTED = 4;

    private MechanismText() {}

    static void put(ReportBlock block, Mechanism mechanism) {
        block.blank();
        putJumps(block, mechanism.jumps());
        mechanism.ledger().ifPresent(ledger -> putLedger(block, ledger));
        mechanism.residence().ifPresent(residence -> putResidence(block, residence));
        mechanism.rotation().forEach(unit -> putRotation(block, unit));
        mechanism
                .unnamedSlab()
                .ifPresent(slab -> block.entry(
                        "regions",
                        "the framework shows " + slab + ": --regions auto tells the ions in it from the others"));
        mechanism.regions().regions().forEach(region -> putRegion(block, region));
        mechanism.carriers().ifPresent(carriers -> putCarriers(block, carriers));
    }

    private static void putJumps(ReportBlock block, JumpStatistics jumps) {
        String byCore = jumps.countByCore().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> String.format(Locale.ROOT, "%d at %.1f", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        block.entry("hops", jumps.count() + " between basins; by where the core begins: " + byCore);
        if (jumps.count() == 0) {
            return;
        }
        block.entry(
                "hops straight back",
                "correlation of a hop with the next " + NumberText.brief(jumps.forwardBackward()));
        block.entry(
                "hops along x, y, z",
                jumps.directionShare().stream().map(NumberText::brief).collect(Collectors.joining(", "))
                        + " of their squared lengths");
        block.entry("hops in strings", NumberText.brief(jumps.concertedFraction()) + " of them, beyond chance");
        block.entry("time in a basin", NumberText.of(jumps.residencePs(), "ps"));
        for (KindJumps kind :
                jumps.kinds().subList(0, Math.min(LISTED, jumps.kinds().size()))) {
            block.entry(
                    "  " + kind.name(),
                    String.format(
                            Locale.ROOT,
                            "%d basins, %.0f %% of the time; stays %s ps",
                            kind.basins(),
                            100 * kind.timeShare(),
                            NumberText.brief(kind.residencePs())));
        }
    }

    private static void putLedger(ReportBlock block, Ledger ledger) {
        block.entry("terms of σ", "σ = (1/6)(f/H_R)(c q²/kBT) a² Γ,  Γ = ν₀ exp(ΔS/kB) exp(-ΔH/kBT)");
        block.entry("  f", NumberText.of(ledger.correlationFactor(), "") + "   as D*/D_r");
        block.entry("  f of the hops", NumberText.of(ledger.correlationFactorOfJumps(), ""));
        block.entry("  H_R", NumberText.of(ledger.havenRatio(), ""));
        block.entry(
                "  c",
                String.format(Locale.ROOT, "%.3g cm⁻³, active ", ledger.totalPerCm3())
                        + NumberText.brief(ledger.activePerCm3()));
        block.entry("  a", NumberText.of(ledger.lengthA(), "Å"));
        block.entry("  Γ", NumberText.of(ledger.rateThz(), "THz"));
        block.entry("  ν₀", NumberText.of(ledger.attemptThz(), "THz"));
        List<Vibration> vibration = ledger.vibration();
        if (!vibration.isEmpty()) {
            block.entry(
                    "  vibration",
                    NumberText.of(vibration.get(0).meanSquareA2(), "Å²") + "   in "
                            + vibration.get(0).kind());
        }
        block.entry("  their product", NumberText.of(ledger.productMsPerCm(), "mS/cm"));
        block.entry("  σ measured", NumberText.of(ledger.measuredMsPerCm(), "mS/cm"));
    }

    private static void putResidence(ReportBlock block, Residence residence) {
        block.entry("residence on anions", "balance B " + NumberText.of(residence.balance(), ""));
        for (UnitResidence unit : residence.units()) {
            block.entry(
                    "  on " + unit.unit(),
                    NumberText.brief(unit.share()) + " of the time (bond valence "
                            + NumberText.brief(unit.shareBondValence()) + "); stays "
                            + NumberText.brief(unit.lifetimePs()) + " ps on one of " + unit.count()
                            + (unit.intermittentPs() instanceof Estimate.Measured neighbours
                                    ? "; neighbours for " + NumberText.brief(neighbours) + " ps"
                                    : ""));
        }
        block.entry("  surroundings", "entropy " + NumberText.brief(residence.coordinationEntropyKb()) + " kB");
    }

    private static void putRotation(ReportBlock block, UnitRotation unit) {
        block.entry(
                "orientation of " + unit.unit(),
                unit.motion().words() + ", by " + NumberText.of(unit.librationDegrees(), "°") + " about its place");
        if (unit.turns() > 0) {
            block.entry(
                    "  turns",
                    String.format(Locale.ROOT, "%d, by %.0f° in the mean; ", unit.turns(), unit.meanTurnDegrees())
                            + NumberText.of(unit.turnsPerNs(), "a unit and ns"));
            block.entry(
                    "  τ of C₁, C₂", NumberText.of(unit.tau1Ps(), "ps") + "; " + NumberText.of(unit.tau2Ps(), "ps"));
            block.entry("  hops with turns", NumberText.of(unit.hopsWithTurns(), "times what chance would bring"));
        }
    }

    private static void putRegion(ReportBlock block, Region region) {
        block.entry("region", region.name() + ": " + region.definition());
        block.entry("  of the ions", NumberText.brief(region.share()));
        block.entry("  D along", NumberText.of(region.parallelCm2PerS(), "cm²/s"));
        block.entry("  D across", NumberText.of(region.perpendicularCm2PerS(), "cm²/s"));
        block.entry("  stays", NumberText.of(region.residencePs(), "ps"));
        block.entry("  carries", NumberText.brief(region.currentShare()) + " of the current along");
    }

    private static void putCarriers(ReportBlock block, Carriers carriers) {
        block.entry("several carriers", "in the frame of the " + carriers.referenceFrame());
        for (int k = 0; k < carriers.species().size(); k++) {
            Carriers.OneCarrier one = carriers.species().get(k);
            block.entry(
                    "  " + one.species(),
                    String.format(Locale.ROOT, "%+.0f e; D* ", one.chargeE())
                            + NumberText.of(one.tracerCm2PerS(), "cm²/s") + "; transference "
                            + NumberText.brief(carriers.transference().get(k)));
        }
        block.entry("  σ of all", NumberText.of(carriers.conductivityMsPerCm(), "mS/cm"));
    }
}
