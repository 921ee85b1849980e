package org.percolith.cli.result;

import java.util.Optional;
import org.percolith.density.EmptySlab;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;

/**
 * What a slab beside vacuum conducts.
 *
 * @param vacuum the empty layer
 * @param thicknessA of the slab, where the user gives it, Å
 * @param sheetS sheet conductance N z² e² D/(A kB T), S: the conductivity per volume of the whole cell times its height
 */
public record SlabConductivity(EmptySlab vacuum, Optional<Double> thicknessA, Estimate sheetS) {

    /** 1 mS/cm times 1 Å, in S. */
    private static final double S_PER_MS_PER_CM_A = 1e-11;

    /** Of a run whose conductivity per volume of the whole cell was judged. */
    public static SlabConductivity of(
            EmptySlab vacuum, Optional<Double> thicknessA, Optional<TransportJudgement> judgement) {
        Estimate perVolume = judgement.map(TransportJudgement::tracerMsPerCm).orElse(Estimate.withheld("not computed"));
        Estimate sheet = perVolume instanceof Estimate.Withheld
                ? perVolume
                : perVolume.scaled(vacuum.heightA() * S_PER_MS_PER_CM_A);
        return new SlabConductivity(vacuum, thicknessA, sheet);
    }
}
