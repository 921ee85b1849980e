package org.percolith.pathways.percolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.pathways.periodic.NeighbourShell;

/**
 * Integer grids of real argyrodite trajectories, and what an independent program (golden/gemdat/percolation_*.json) found
 * in them: counts at which rank 1, 2, 3 is reached, at which a winding reaches, then holds, axes x, y, z; components of
 * rank 0, 1, 2, 3 when everything visited is in.
 */
class GoldenGridTest {

    @ParameterizedTest
    @CsvSource({
        "Li6PS5Cl_50p_folded_res0.7, 6, 62, 59, 21, 21, 62, 59, 21, 62, 59, 0, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.7, 18, 117, 98, 62, 62, 117, 117, 62, 98, 98, 0, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.7, 26, 117, 103, 62, 62, 117, 117, 62, 103, 103, 0, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.5, 6, 35, 29, 8, 8, 29, 35, 8, 29, 35, 2, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.5, 18, 42, 38, 13, 13, 38, 42, 13, 38, 42, 0, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.5, 26, 42, 38, 13, 13, 38, 42, 13, 38, 42, 0, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.3, 6, 8, 8, 2, 2, 8, 8, 2, 8, 8, 117, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.3, 18, 10, 10, 3, 3, 10, 10, 3, 10, 10, 13, 0, 0, 1",
        "Li6PS5Cl_50p_folded_res0.3, 26, 12, 11, 3, 3, 11, 12, 3, 11, 12, 5, 0, 0, 1",
        "Li6PS5Cl_50p_full_res0.5, 6, 3, 2, 2, 2, 2, 3, 2, 2, 3, 123, 0, 0, 1",
        "Li6PS5Cl_50p_full_res0.5, 26, 5, 4, 4, 4, 5, 4, 4, 5, 4, 1, 0, 0, 1",
        "Li6PS5Cl_50p_full_res0.3, 6, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1955, 1, 0, 0",
        "Li6PS5Cl_50p_full_res0.3, 26, 1, 1, 1, 1, 1, 1, 1, 1, 1, 137, 0, 0, 1",
        "Li6PS5I_0p_folded_res0.7, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0",
        "Li6PS5I_0p_folded_res0.7, 18, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 1",
        "Li6PS5I_0p_folded_res0.7, 26, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 1",
        "Li6PS5I_0p_folded_res0.5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0",
        "Li6PS5I_0p_folded_res0.5, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0",
        "Li6PS5I_0p_folded_res0.5, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0",
        "Li6PS5I_0p_folded_res0.3, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 57, 0, 0, 0",
        "Li6PS5I_0p_folded_res0.3, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0",
        "Li6PS5I_0p_folded_res0.3, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0",
        "Li6PS5I_0p_full_res0.5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 69, 0, 0, 0",
        "Li6PS5I_0p_full_res0.5, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0, 0",
        "Li6PS5I_0p_full_res0.3, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1133, 0, 0, 0",
        "Li6PS5I_0p_full_res0.3, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 93, 0, 0, 0"
    })
    void percolatesAsTheReferenceFound(
            String grid,
            int neighbours,
            int one,
            int two,
            int three,
            int x,
            int y,
            int z,
            int xHeld,
            int yHeld,
            int zHeld,
            int cages,
            int lines,
            int sheets,
            int networks) {
        Percolation percolation = load(grid).sweep(NeighbourShell.of(neighbours));
        assertThat(new int[] {level(percolation, 1), level(percolation, 2), level(percolation, 3)})
                .containsExactly(one, two, three);
        assertThat(percolation.axes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bottleneckVoxel")
                .containsExactly(axis(x, xHeld), axis(y, yHeld), axis(z, zHeld));
        assertThat(new int[] {
                    percolation.cages(), ofRank(percolation, 1), ofRank(percolation, 2), ofRank(percolation, 3)
                })
                .containsExactly(cages, lines, sheets, networks);
    }

    /** golden/gemdat/percolation_Li6PS5Cl_50p.json, folded to one cell at 0.7 Å: 62 of 895 counts at 500 K. */
    @Test
    void barrierIsThatOfTheReference() {
        RankThreshold first = load("Li6PS5Cl_50p_folded_res0.7")
                .sweep(NeighbourShell.FACES)
                .threshold(1)
                .orElseThrow();
        assertThat(first.barrierEv(500)).isEqualTo(0.11502801345223723, within(1e-12));
    }

    private static int level(Percolation percolation, int rank) {
        return percolation.threshold(rank).map(RankThreshold::count).orElse(0);
    }

    private static AxisThreshold axis(int reached, int held) {
        return AxisThreshold.of(reached, held, 0);
    }

    private static int ofRank(Percolation percolation, int rank) {
        return (int) percolation.components().stream()
                .filter(component -> component.windings().rank() == rank)
                .count();
    }

    /** A three-dimensional int32 array in NumPy's file format, C order: the last axis, z, runs fastest. */
    private static IntegerMap load(String name) {
        Path file = Path.of(System.getProperty("percolith.root", ".."))
                .resolve("../shared/golden/gemdat/grid_" + name + ".npy");
        assumeTrue(Files.exists(file), "the golden grids are not here: " + file);
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int headerLength = bytes.getShort(8);
        String header = new String(bytes.array(), 10, headerLength, StandardCharsets.US_ASCII);
        Matcher shape =
                Pattern.compile("'<i4'.*False.*\\((\\d+), (\\d+), (\\d+)\\)").matcher(header);
        assertThat(shape.find()).as(header).isTrue();
        int nb = Integer.parseInt(shape.group(2));
        int nc = Integer.parseInt(shape.group(3));
        return IntegerMap.of(
                Integer.parseInt(shape.group(1)),
                nb,
                nc,
                (i, j, k) -> bytes.getInt(10 + headerLength + 4 * ((i * nb + j) * nc + k)));
    }
}
