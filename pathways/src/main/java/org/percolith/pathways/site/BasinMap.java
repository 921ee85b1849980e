package org.percolith.pathways.site;

import java.util.List;
import org.percolith.density.DensityMap;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.periodic.PeriodicUnionFind;
import org.percolith.pathways.periodic.WindingLattice;

/**
 * The basins of a density: which voxel belongs to which, and the periodic graph of sites that their passes make, one
 * node a basin and one edge a pass, which carries the lattice vector that it crosses (quotient graph). Immutable.
 */
public final class BasinMap {

    /** Basin of a voxel that no ion ever came near. */
    public static final int NONE = Watershed.NONE;

    private final VoxelGrid grid;
    private final BasinSettings settings;
    private final List<Basin> basins;
    private final List<BasinSaddle> saddles;
    private final int[] basinOfVoxel;
    private final int[] imageOfVoxel;
    private final DensityMap smoothed;

    /** Highest pass out of each basin, as smoothed density, Å⁻³; 0 where none touches. */
    private final double[] highestPassPerA3;

    BasinMap(
            VoxelGrid grid,
            BasinSettings settings,
            List<Basin> basins,
            List<BasinSaddle> saddles,
            int[] basinOfVoxel,
            int[] imageOfVoxel,
            DensityMap smoothed) {
        this.grid = grid;
        this.settings = settings;
        this.basins = List.copyOf(basins);
        this.saddles = List.copyOf(saddles);
        this.basinOfVoxel = basinOfVoxel;
        this.imageOfVoxel = imageOfVoxel;
        this.smoothed = smoothed;
        highestPassPerA3 = new double[basins.size()];
        for (BasinSaddle saddle : saddles) {
            highestPassPerA3[saddle.from()] = Math.max(highestPassPerA3[saddle.from()], saddle.densityPerA3());
            highestPassPerA3[saddle.to()] = Math.max(highestPassPerA3[saddle.to()], saddle.densityPerA3());
        }
    }

    public VoxelGrid grid() {
        return grid;
    }

    public BasinSettings settings() {
        return settings;
    }

    /** All basins, highest maximum first. */
    public List<Basin> basins() {
        return basins;
    }

    /** All passes between basins, lowest energy first. */
    public List<BasinSaddle> saddles() {
        return saddles;
    }

    /** Index of a voxel's basin; {@link #NONE} where the smoothed density is zero. */
    public int basinAt(int voxel) {
        return basinOfVoxel[voxel];
    }

    /**
     * The smoothed density from which on a place belongs to the core of its basin: ln ρ is above the highest pass by this
     * share of the basin's own depth, ln ρ_peak - ln ρ_pass. 0 for a basin that touches no other: all of it is core.
     */
    public double coreDensityPerA3(int basin, double share) {
        double pass = highestPassPerA3[basin];
        return pass == 0 ? 0 : pass * Math.pow(basins.get(basin).peakPerA3() / pass, share);
    }

    /** The smoothed density that the basins are those of. */
    public DensityMap density() {
        return smoothed;
    }

    /**
     * The image of its basin that a voxel in cell (0, 0, 0) belongs to: the lattice vector from the image whose peak lies
     * in that cell. For an ion at unwrapped coordinates s, add floor(s).
     */
    public LatticeVector imageAt(int voxel) {
        long image = packedImageAt(voxel);
        return new LatticeVector(LatticeOffset.u(image), LatticeOffset.v(image), LatticeOffset.w(image));
    }

    /** {@link #imageAt} as a {@link LatticeOffset}. */
    public long packedImageAt(int voxel) {
        return LatticeOffset.widen(imageOfVoxel[voxel]);
    }

    /**
     * Windings of the sites that are connected by passes up to an energy above the highest density: rank 0 to 3, all
     * basins taken together.
     */
    public WindingLattice windingsUpTo(double energyEv) {
        PeriodicUnionFind sites = new PeriodicUnionFind(basins.size());
        for (Basin basin : basins) {
            sites.activate(basin.index());
        }
        for (BasinSaddle saddle : saddles) {
            if (saddle.energyEv() <= energyEv) {
                LatticeVector t = saddle.translation();
                sites.link(saddle.from(), saddle.to(), LatticeOffset.pack(t.u(), t.v(), t.w()));
            }
        }
        return sites.allWindings();
    }
}
