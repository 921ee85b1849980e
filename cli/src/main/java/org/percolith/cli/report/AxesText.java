package org.percolith.cli.report;

import java.util.Locale;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionTensor;
import org.percolith.msd.Direction;
import org.percolith.msd.InDimension;
import org.percolith.msd.PrincipalAxis;

/** One- and two-dimensional diffusion: D in the directions used, and along each principal axis. */
final class AxesText {

    private AxesText() {}

    static void put(ReportBlock block, InDimension found, DiffusionResult diffusion) {
        String within = found.dimension() == 1 ? "  D along the channel" : "  D within the plane";
        block.entry(
                within,
                NumberText.of(found.cm2PerS(), "cm²/s")
                        + String.format(
                                Locale.ROOT,
                                "   = MSD/(%dt); D* is the average over all directions, MSD/(6t)",
                                2 * found.dimension()));
        diffusion.tensor().ifPresent(tensor -> putAxes(block, tensor));
    }

    private static void putAxes(ReportBlock block, DiffusionTensor tensor) {
        for (int rank = 0; rank < tensor.axes().size(); rank++) {
            PrincipalAxis axis = tensor.axes().get(rank);
            block.entry(
                    "  D along axis " + (rank + 1),
                    "along " + inLattice(axis.directionLattice()) + ": " + NumberText.of(axis.cm2PerS(), "cm²/s"));
        }
    }

    /** As a step in lattice directions: {@code a - 0.50 b + 0.02 c}; parts below 0.005 are left out. */
    static String inLattice(Direction direction) {
        double[] parts = {direction.x(), direction.y(), direction.z()};
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < parts.length; k++) {
            if (Math.abs(parts[k]) < 0.005) {
                continue;
            }
            boolean first = text.isEmpty();
            text.append(parts[k] < 0 ? (first ? "-" : " - ") : first ? "" : " + ");
            text.append(Math.abs(parts[k]) > 0.995 ? "" : NumberText.fixed(Math.abs(parts[k]), 2) + " ");
            text.append("abc".charAt(k));
        }
        return text.toString();
    }
}
