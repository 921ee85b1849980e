package org.percolith.pathways.jump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.percolith.density.NearestImage;
import org.percolith.pathways.XdatcarTracks;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.hop.Jump;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinAnalysis;
import org.percolith.pathways.site.BasinMap;
import org.percolith.pathways.site.BasinSettings;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** A synthetic crystal whose hops are listed. */
class SyntheticArgyroditeTest {

    private static final String FOLDER = "own/synthetic-argyrodite/";

    @Test
    void allHopsAndNoOther() throws IOException {
        IonTracks tracks =
                XdatcarTracks.read(List.of(XdatcarTracks.data(FOLDER + "synthetic_argyrodite_2x1x1_XDATCAR.gz")));
        BasinMap map = BasinAnalysis.analyze(tracks, BasinSettings.at(600), TaskRunner.serial());
        int[] siteOf = sites(map, XdatcarTracks.siteTable(FOLDER + "synthetic_sites_48h_2x1x1_frac.txt"));
        int[][] truth = Pattern.compile("\\[(\\d+), (\\d+), (\\d+), (\\d+)\\]")
                .matcher(Files.readString(
                        XdatcarTracks.data(FOLDER + "synthetic_true_hops_atom_from_to_startframe.json")))
                .results()
                .map(hop -> IntStream.rangeClosed(1, 4)
                        .map(k -> Integer.parseInt(hop.group(k)))
                        .toArray())
                .toArray(int[][]::new);
        List<Jump> jumps = HopNetwork.of(tracks, map, TaskRunner.serial()).jumps();
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int ion = 0; ion < tracks.ions(); ion++) {
            int own = ion;
            List<int[]> listed = IntStream.range(0, truth.length)
                    .mapToObj(k -> truth[k])
                    .filter(hop -> hop[0] == own)
                    .toList();
            List<Jump> seen = jumps.stream().filter(jump -> jump.ion() == own).toList();
            // Three of the 356 listed hops begin so late that they are not completed.
            listed.subList(0, Math.min(listed.size(), seen.size()))
                    .forEach(hop -> expected.add(own + ": " + hop[1] + " to " + hop[2]));
            seen.forEach(jump -> found.add(own + ": " + siteOf[jump.from()] + " to " + siteOf[jump.to()]));
        }
        assertThat(found).hasSize(353).isEqualTo(expected);
    }

    /** The listed site nearest to each basin. */
    private static int[] sites(BasinMap map, List<Double> listed) {
        NearestImage nearest = new NearestImage(map.grid().cell());
        return map.basins().stream()
                .mapToInt(basin -> IntStream.range(0, listed.size() / 3)
                        .boxed()
                        .min((i, j) -> Double.compare(
                                distance(nearest, basin, listed, i), distance(nearest, basin, listed, j)))
                        .orElseThrow())
                .toArray();
    }

    private static double distance(NearestImage nearest, Basin basin, List<Double> listed, int site) {
        return nearest.distanceA(
                listed.get(3 * site) - basin.centreA(),
                listed.get(3 * site + 1) - basin.centreB(),
                listed.get(3 * site + 2) - basin.centreC());
    }
}
