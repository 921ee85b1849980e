package org.percolith.pathways.residence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.percolith.density.CoordinationShell;
import org.percolith.density.PairDistribution;
import org.percolith.pathways.framework.FrameworkUnit;
import org.percolith.trajectory.crystal.Anions;

/**
 * The units of a framework that have anions in them, and the distances at which an ion sits beside these.
 *
 * @param ion element of the mobile ion
 * @param kinds formulas, in the order in which they are met
 * @param countOf units of each kind
 * @param kindOfUnit kind of each unit
 * @param atoms framework tracks of the anions, unit after unit
 * @param unitOfAtom unit of each of these
 * @param peakA first peak of the pair distribution of the ion with each of these, Å
 * @param minimumA first minimum behind it, Å
 * @param r0A bond-valence R₀, Å; NaN where it is not known
 */
record AnionUnits(
        String ion,
        List<String> kinds,
        int[] countOf,
        int[] kindOfUnit,
        int[] atoms,
        int[] unitOfAtom,
        double[] peakA,
        double[] minimumA,
        double[] r0A) {

    /** Behind the last peak of a gas-like distribution there is no minimum: as many times the peak. */
    private static final double MINIMUM_PER_PEAK = 1.35;

    /**
     * The anion units; empty where there are none, or the ion has no peak with one of their elements.
     *
     * @param symbols element of each framework track
     */
    static Optional<AnionUnits> of(
            List<FrameworkUnit> units, List<String> symbols, PairDistribution pairs, String ion) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        List<Integer> kindOfUnit = new ArrayList<>();
        List<Integer> atoms = new ArrayList<>();
        List<Integer> unitOfAtom = new ArrayList<>();
        for (FrameworkUnit unit : units) {
            List<Integer> anions = unit.atoms().stream()
                    .filter(atom -> Anions.isAnion(symbols.get(atom)))
                    .toList();
            if (!anions.isEmpty()) {
                anions.forEach(atom -> {
                    atoms.add(atom);
                    unitOfAtom.add(kindOfUnit.size());
                });
                kinds.putIfAbsent(unit.kind(), kinds.size());
                kindOfUnit.add(kinds.getOrDefault(unit.kind(), 0));
            }
        }
        List<Optional<CoordinationShell>> shells = atoms.stream()
                .map(atom -> pairs.partial(ion, symbols.get(atom)).firstShell())
                .toList();
        if (atoms.isEmpty() || shells.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        int[] counts = new int[kinds.size()];
        kindOfUnit.forEach(kind -> counts[kind]++);
        double[] peakA = shells.stream()
                .mapToDouble(shell -> shell.orElseThrow().peakA())
                .toArray();
        return Optional.of(new AnionUnits(
                ion,
                List.copyOf(kinds.keySet()),
                counts,
                ints(kindOfUnit),
                ints(atoms),
                ints(unitOfAtom),
                peakA,
                shells.stream()
                        .map(Optional::orElseThrow)
                        .mapToDouble(shell -> shell.minimumA().orElse(MINIMUM_PER_PEAK * shell.peakA()))
                        .toArray(),
                atoms.stream()
                        .mapToDouble(
                                atom -> BondValence.r0A(ion, symbols.get(atom)).orElse(Double.NaN))
                        .toArray()));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Distance beyond which no atom matters, Å. */
    double reachA() {
        return Math.max(
                Arrays.stream(minimumA).max().orElse(0),
                1.6 * Arrays.stream(peakA).max().orElse(0));
    }
}
