package org.percolith.pathways.trust;

import static org.percolith.pathways.trust.TrustFamilies.brownian;
import static org.percolith.pathways.trust.TrustFamilies.cage;
import static org.percolith.pathways.trust.TrustFamilies.crystal;
import static org.percolith.pathways.trust.TrustFamilies.random;

import java.util.List;
import org.percolith.fixtures.Landscape;

/** Families that no rule was chosen on: they were added when the rules stood, and are judged once for each change. */
final class HeldOutFamilies {

    /** Marks their rows in the table. */
    static final String MARK = "held out: ";

    private HeldOutFamilies() {}

    static List<TrustFamily> all() {
        return List.of(
                crystal(MARK + "fcc, 48 ions, framework at random", Landscape.faceCentred(), 48, false, 3, 3, 3),
                crystal(MARK + "honeycomb, framework at random", Landscape.honeycomb(), 48, false, 2, 4, 3),
                random(MARK + "glass, 64 ions, other bonds", Landscape.glass(15, 115, 4.2, 9), 64, 0.5, 0.5, 1, 1, 1),
                random(MARK + "bcc, barriers spread by 1 kT", Landscape.bodyCentred(), 54, 0, 1, 4, 4, 4),
                random(MARK + "fcc, sites spread by 1 kT", Landscape.faceCentred(), 32, 1, 0, 3, 3, 3),
                brownian(MARK + "Brownian, 3 kT barriers (3D)", 3, 3, 3, 3),
                cage(MARK + "cages of 18", Landscape.blocks(2, 3, 3), 54, true, 0, 3, 2, 2),
                cage(MARK + "cages of 36, framework at random", Landscape.blocks(3, 3, 4), 54, false, 0, 2, 2, 2),
                cage(MARK + "cages of 18, escapes 0.02", Landscape.blocks(2, 3, 3), 54, true, 0.02, 3, 2, 2),
                cage(MARK + "cages of 4, escapes 0.05, random", Landscape.blocks(1, 2, 2), 54, false, 0.05, 4, 3, 3));
    }
}
