package org.percolith.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.percolith.density.Framework;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.path.MinimaxPath;
import org.percolith.pathways.path.PathPoint;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.trajectory.Cell;

/**
 * What the rotatable picture of a pathway is drawn from: {@code pathway_scene.json}. Its levels are those of the map it
 * holds, so that the surface at a level connects where the number beside it says so.
 */
final class PathwayScene {

    private static final int LARGEST_COUNT = 65_535;

    private PathwayScene() {}

    /** The scene of one run: map, levels, framework, the path of the highest rank reached, its bottleneck. */
    static ObjectNode of(String label, CrystalView crystal, PercolationResult result, PathwayMap map) {
        VoxelGrid grid = map.grid();
        Percolation percolation = map.percolation();
        int divisor = Math.max(1, (percolation.maxCount() + LARGEST_COUNT - 1) / LARGEST_COUNT);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("label", label).put("temperature_K", result.settings().temperatureK());
        ArrayNode cell = node.putArray("cell");
        for (int vector = 0; vector < 3; vector++) {
            putPoint(cell, vectorA(grid.cell(), vector));
        }
        node.putArray("grid").add(grid.na()).add(grid.nb()).add(grid.nc());
        node.put("maxCount", percolation.maxCount() / divisor);
        node.put("perA3PerCount", divisor * map.perA3PerCount());
        ArrayNode connects = node.putArray("connects");
        percolation.thresholds().stream()
                .map(RankThreshold::count)
                .map(count -> count / divisor)
                .forEach(connects::add);
        ArrayNode framework = node.putArray("framework");
        Framework atoms = crystal.framework();
        for (int atom = 0; atom < atoms.atoms(); atom++) {
            ArrayNode row = framework.addArray().add(atoms.species().get(atom));
            for (int axis = 0; axis < 3; axis++) {
                row.add(rounded(Framework.wrapped(atoms.fractional(atom, axis))));
            }
        }
        ArrayNode path = node.putArray("path");
        shown(result).forEach(point -> putPoint(path, point.sa(), point.sb(), point.sc()));
        result.bottleneck().ifPresent(found -> node.putArray("bottleneck")
                .add(rounded(found.sa()))
                .add(rounded(found.sb()))
                .add(rounded(found.sc())));
        return node.put("counts", encoded(map.counts(), divisor));
    }

    private static double[] vectorA(Cell cell, int vector) {
        return new double[] {cell.component(vector, 0), cell.component(vector, 1), cell.component(vector, 2)};
    }

    /** The pathway of the headlined rank, whose thinnest place the bottleneck is. */
    private static List<PathPoint> shown(PercolationResult result) {
        return result.headline()
                .flatMap(threshold -> result.paths().stream()
                        .filter(path -> path.event().equals(threshold.rank() + "d"))
                        .findFirst())
                .map(MinimaxPath::points)
                .orElse(List.of());
    }

    private static void putPoint(ArrayNode points, double... coordinates) {
        ArrayNode row = points.addArray();
        for (double coordinate : coordinates) {
            row.add(rounded(coordinate));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    /** Unsigned 16-bit counts in the grid's voxel order, a fastest; little-endian, base64. */
    private static String encoded(int[] counts, int divisor) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int count : counts) {
            bytes.putShort((short) (count / divisor));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
