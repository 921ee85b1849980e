package org.percolith.cli;

import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.FoldCells;
import org.percolith.density.FoldedFramework;
import org.percolith.density.Framework;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.run.Run;

/**
 * The ions and the mean framework of a run in the cell that densities and pathways are shown in: the run's own, or the
 * unit cell that {@code --fold} makes of a supercell.
 *
 * @param grid of the density map, on that cell
 */
record CrystalView(IonTracks ions, Framework framework, VoxelGrid grid) {

    static CrystalView of(Run run, AnalysisOptions options) {
        Framework framework = Framework.meanOf(run.framework(), run.info().frameworkSymbols());
        FoldCells fold = options.fold();
        if (fold.equals(FoldCells.NONE)) {
            return on(run.ions(), framework, options.gridA());
        }
        FoldedFramework folded = FoldedFramework.fold(
                framework, run.ions().cell(), fold.a(), fold.b(), fold.c(), FoldedFramework.DEFAULT_TOLERANCE_A);
        return on(run.ions().folded(fold.a(), fold.b(), fold.c()), folded.framework(), options.gridA());
    }

    private static CrystalView on(IonTracks ions, Framework framework, double gridA) {
        return new CrystalView(ions, framework, VoxelGrid.of(ions.cell(), gridA));
    }

    /** The same crystal on a grid with as many voxels as another has. */
    CrystalView onGridLike(VoxelGrid other) {
        return new CrystalView(ions, framework, other.on(ions.cell()));
    }
}
