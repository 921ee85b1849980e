package org.percolith.cli.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percolith.pathways.interval.ArrheniusLine;
import org.percolith.pathways.ledger.LedgerSweep;
import org.percolith.pathways.region.Region;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;

/**
 * How the mechanism changes with temperature.
 *
 * @param ledger enthalpy and entropy of the hops; absent without hops at two temperatures
 * @param regions activation energy of D along the interface, by name of the region
 * @param balances of the residence on anions, coldest first
 */
public record MechanismSweep(Optional<LedgerSweep> ledger, Map<String, Estimate> regions, List<BalanceAt> balances) {

    /** B at a temperature. */
    public record BalanceAt(double temperatureK, Estimate balance) {}

    public MechanismSweep {
        regions = new LinkedHashMap<>(regions);
        balances = List.copyOf(balances);
    }

    /** What runs of several temperatures say together. */
    public static MechanismSweep of(List<AnalyzedRun> runs) {
        List<LedgerSweep.Point> rates = new ArrayList<>();
        Map<String, List<ArrheniusLine.Point>> byRegion = new LinkedHashMap<>();
        List<BalanceAt> balances = new ArrayList<>();
        for (AnalyzedRun run : runs) {
            double temperatureK = run.info().temperatureK().require();
            run.mechanism()
                    .flatMap(Mechanism::ledger)
                    .ifPresent(found ->
                            rates.add(new LedgerSweep.Point(temperatureK, found.rateThz(), found.attemptThz())));
            run.mechanism()
                    .flatMap(Mechanism::residence)
                    .ifPresent(found -> balances.add(new BalanceAt(temperatureK, found.balance())));
            List<Region> regions =
                    run.mechanism().map(found -> found.regions().regions()).orElse(List.of());
            for (Region region : regions) {
                List<ArrheniusLine.Point> points = byRegion.computeIfAbsent(region.name(), name -> new ArrayList<>());
                if (region.parallelCm2PerS() instanceof Measured d) {
                    points.add(new ArrheniusLine.Point(temperatureK, d));
                }
            }
        }
        Map<String, Estimate> energies = new LinkedHashMap<>();
        byRegion.forEach((name, points) -> energies.put(
                name,
                ArrheniusLine.of(points)
                        .<Estimate>map(ArrheniusLine::energy)
                        .orElseGet(() -> Estimate.withheld("D along it is known at fewer than two temperatures"))));
        balances.sort((a, b) -> Double.compare(a.temperatureK(), b.temperatureK()));
        return new MechanismSweep(LedgerSweep.of(rates), energies, balances);
    }
}
