package org.percolith.cli;

import org.percolith.cli.option.FoldCells;
import org.percolith.density.FoldedFramework;
import org.percolith.density.Framework;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.run.Run;

/**
 * The ions and the mean framework of a run in the cell that densities and pathways are shown in: the run's own, or the
 * unit cell that {@code --fold} makes of a supercell.
 */
record CrystalView(IonTracks ions, Framework framework) {

    /**
     * Folds a run.
     *
     * @param fold cells along each lattice vector that are folded into one
     */
    static CrystalView of(Run run, FoldCells fold) {
        Framework framework = Framework.meanOf(run.framework(), run.info().frameworkSymbols());
        if (fold.equals(FoldCells.NONE)) {
            return new CrystalView(run.ions(), framework);
        }
        FoldedFramework folded = FoldedFramework.fold(
                framework, run.ions().cell(), fold.a(), fold.b(), fold.c(), FoldedFramework.DEFAULT_TOLERANCE_A);
        return new CrystalView(run.ions().folded(fold.a(), fold.b(), fold.c()), folded.framework());
    }
}
