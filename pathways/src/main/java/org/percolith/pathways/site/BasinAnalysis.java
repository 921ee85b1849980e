package org.percolith.pathways.site;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.percolith.density.DensityMap;
import org.percolith.density.GaussianSmoothing;
import org.percolith.density.IonDensity;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.periodic.VoxelNeighbours;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Finds the basins of the mobile ions' density, and the passes between them. */
public final class BasinAnalysis {

    private final VoxelGrid grid;
    private final IonDensity density;
    private final DensityMap smoothed;
    private final BasinSettings settings;
    private final Watershed watershed;
    private final BasinMerge merge;

    private BasinAnalysis(IonDensity density, BasinSettings settings, TaskRunner runner) {
        grid = density.grid();
        this.density = density;
        this.settings = settings;
        smoothed = GaussianSmoothing.smooth(density.map(), settings.smoothingA(), runner);
        watershed = Watershed.of(smoothed, runner);
        merge = new BasinMerge(settings.persistence());
    }

    /** Basins of the tracks' density on a grid of the settings' voxels. */
    public static BasinMap analyze(IonTracks tracks, BasinSettings settings, TaskRunner runner) {
        return analyze(IonDensity.of(tracks, VoxelGrid.of(tracks.cell(), settings.voxelA()), runner), settings, runner);
    }

    /** Basins of a density that is at hand; the settings' voxel is not used. */
    public static BasinMap analyze(IonDensity density, BasinSettings settings, TaskRunner runner) {
        return new BasinAnalysis(density, settings, runner).analyze(runner);
    }

    private BasinMap analyze(TaskRunner runner) {
        IntArrayList maxima = watershed.maxima();
        maxima.sort(null);
        maxima.forEach((int peak) -> merge.add(peak, smoothed.perA3(peak)));
        List<BasinMerge.Pass> passes = merge.join(runner.map(grid.nc(), this::passesOfPlane).stream()
                .flatMap(List::stream)
                .toList());
        Map<Integer, Integer> indexOfPeak = indexPeaks(maxima);
        int[] basinOfVoxel = watershed.peaks();
        int[] imageOfVoxel = watershed.images();
        assign(basinOfVoxel, imageOfVoxel, indexOfPeak);
        List<Basin> basins = new BasinSums(grid, density, smoothed).basins(basinOfVoxel, imageOfVoxel, maxima);
        List<BasinSaddle> saddles =
                passes.stream().map(pass -> saddle(pass, basins, indexOfPeak)).toList();
        return new BasinMap(grid, settings, basins, saddles, basinOfVoxel, imageOfVoxel, smoothed);
    }

    /** The highest pass of each pair of catchments that touch in a plane of voxels or between it and the next. */
    private List<BasinMerge.Pass> passesOfPlane(int plane) {
        VoxelNeighbours neighbours = new VoxelNeighbours(grid.na(), grid.nb(), grid.nc(), NeighbourShell.CORNERS);
        int planeVoxels = grid.na() * grid.nb();
        List<BasinMerge.Pass> passes = new ArrayList<>();
        for (int voxel = plane * planeVoxels; voxel < (plane + 1) * planeVoxels; voxel++) {
            if (watershed.peak(voxel) != Watershed.NONE) {
                neighbours.visit(voxel);
                // The latter half of the 26: each pair of voxels is met once.
                for (int n = neighbours.voxels.length / 2; n < neighbours.voxels.length; n++) {
                    addPass(voxel, neighbours.voxels[n], neighbours.crossings[n], passes);
                }
            }
        }
        return BasinMerge.highest(passes);
    }

    private void addPass(int voxel, int other, long crossing, List<BasinMerge.Pass> passes) {
        if (watershed.peak(other) == Watershed.NONE) {
            return;
        }
        long translation = watershed.image(other) + crossing - watershed.image(voxel);
        if (watershed.peak(voxel) != watershed.peak(other) || translation != 0) {
            int lower = smoothed.perA3(voxel) <= smoothed.perA3(other) ? voxel : other;
            passes.add(new BasinMerge.Pass(
                    watershed.peak(voxel), watershed.peak(other), translation, smoothed.perA3(lower), lower));
        }
    }

    private Map<Integer, Integer> indexPeaks(IntArrayList maxima) {
        List<Integer> peaks = new ArrayList<>(maxima.size());
        for (int voxel : maxima.toIntArray()) {
            if (merge.root(voxel) == voxel) {
                peaks.add(voxel);
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer voxel) -> -smoothed.perA3(voxel)));
        Map<Integer, Integer> indexOfPeak = new HashMap<>();
        for (int peak : peaks) {
            indexOfPeak.put(peak, indexOfPeak.size());
        }
        return indexOfPeak;
    }

    /** Turns the peak of each voxel into its basin, and the image of the peak into that of the basin, in place. */
    private void assign(int[] ofVoxel, int[] imageOfVoxel, Map<Integer, Integer> indexOfPeak) {
        int peak = Watershed.NONE;
        int basin = BasinMap.NONE;
        int image = 0;
        for (int voxel = 0; voxel < ofVoxel.length; voxel++) {
            if (ofVoxel[voxel] != Watershed.NONE) {
                if (ofVoxel[voxel] != peak) {
                    peak = ofVoxel[voxel];
                    basin = indexOfPeak.getOrDefault(merge.root(peak), BasinMap.NONE);
                    image = LatticeOffset.narrow(merge.image());
                }
                ofVoxel[voxel] = basin;
                imageOfVoxel[voxel] += image;
            }
        }
    }

    private BasinSaddle saddle(BasinMerge.Pass pass, List<Basin> basins, Map<Integer, Integer> indexOfPeak) {
        int from = indexOfPeak.getOrDefault(pass.from(), BasinMap.NONE);
        int to = indexOfPeak.getOrDefault(pass.to(), BasinMap.NONE);
        double thermalEv = PhysicalConstants.BOLTZMANN_EV_PER_K * settings.temperatureK();
        double widthA = Math.sqrt(2 * Math.PI) * settings.smoothingA();
        return new BasinSaddle(
                from,
                to,
                new LatticeVector(
                        LatticeOffset.u(pass.translation()),
                        LatticeOffset.v(pass.translation()),
                        LatticeOffset.w(pass.translation())),
                grid.centre(pass.voxel(), 0),
                grid.centre(pass.voxel(), 1),
                grid.centre(pass.voxel(), 2),
                pass.density(),
                thermalEv * Math.log(basins.get(0).peakPerA3() / pass.density()),
                thermalEv * Math.log(basins.get(from).peakPerA3() / pass.density()),
                thermalEv * Math.log(basins.get(to).peakPerA3() / pass.density()),
                pass.density() * density.frames() * widthA * widthA * widthA);
    }
}
