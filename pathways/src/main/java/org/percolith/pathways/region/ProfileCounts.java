package org.percolith.pathways.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/** Counts atoms in layers along the normal of a slab. */
final class ProfileCounts {

    /** Thickness of a layer, about, Å. */
    private static final double LAYER_A = 0.5;

    /** Frames that are looked at. */
    private static final int MOST_LOOKS = 1000;

    private final Slab slab;
    private final Cell cell;
    private final int layers;
    private final Map<String, double[]> counts = new LinkedHashMap<>();
    private long looks;

    private ProfileCounts(Slab slab, Cell cell) {
        this.slab = slab;
        this.cell = cell;
        layers = (int) Math.max(4, Math.round(cell.heightA(slab.axis()) / LAYER_A));
    }

    /**
     * The profile.
     *
     * @param symbols element of each framework track
     * @param ion name of the mobile ion
     */
    static RegionProfile of(Slab slab, IonTracks ions, String ion, IonTracks framework, List<String> symbols) {
        ProfileCounts profile = new ProfileCounts(slab, ions.cell());
        IntStream.range(0, ions.ions()).forEach(track -> profile.add(ions, track, ion));
        IntStream.range(0, framework.ions()).forEach(track -> profile.add(framework, track, symbols.get(track)));
        return profile.profile();
    }

    private void add(IonTracks tracks, int track, String name) {
        double[] own = counts.computeIfAbsent(name, added -> new double[layers]);
        int frames = tracks.frames();
        int stride = (frames - 1) / MOST_LOOKS + 1;
        double[] path = new double[frames];
        tracks.fractional(track, slab.axis(), new FrameRange(0, frames), path);
        looks = 0;
        for (int frame = 0; frame < frames; frame += stride) {
            double offset = path[frame] - slab.centre()[slab.axis()][frame] + 0.5;
            own[Math.min(layers - 1, (int) ((offset - Math.floor(offset)) * layers))]++;
            looks++;
        }
    }

    private RegionProfile profile() {
        double heightA = cell.heightA(slab.axis());
        double perCount = layers / (cell.volumeA3() * looks);
        Map<String, List<Double>> perA3 = new LinkedHashMap<>();
        counts.forEach((name, own) -> {
            List<Double> densities = new ArrayList<>();
            for (double count : own) {
                densities.add(count * perCount);
            }
            perA3.put(name, List.copyOf(densities));
        });
        List<Double> distanceA = IntStream.range(0, layers)
                .mapToObj(layer -> ((layer + 0.5) / layers - 0.5) * heightA)
                .toList();
        return new RegionProfile(slab.axis(), distanceA, perA3, slab.low() * heightA, slab.high() * heightA);
    }
}
