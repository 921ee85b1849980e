package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;

class ChgcarWriterTest {

    private static final Cell CELL = Cell.ofRows(4, 0, 0, 1, 5, 0, -0.5, 0.25, 6);
    private static final Framework FRAMEWORK =
            new Framework(List.of("S", "P", "S"), List.of(0.1, 0.2, 0.3, 1.25, -0.25, 0.5, 0.7, 0.8, -1e-17));

    private static DensityMap random(VoxelGrid grid) {
        SplittableRandom random = new SplittableRandom(4);
        double[] values = new double[grid.voxels()];
        for (int voxel = 0; voxel < values.length; voxel++) {
            values[voxel] = random.nextInt(4) == 0 ? 0 : Math.pow(10, random.nextDouble(-12, 2));
        }
        return DensityMap.of(grid, values);
    }

    private static String write(String title, DensityMap density) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChgcarWriter.write(out, title, density, FRAMEWORK);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsBackAsWritten() throws IOException {
        VoxelGrid grid = new VoxelGrid(CELL, 3, 4, 6);
        DensityMap density = random(grid);
        String text = write("Li density\nof a run", density);
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).isEqualTo("Li density of a run");
        assertThat(Double.parseDouble(lines.get(1).trim())).isEqualTo(1);
        assertThat(lines.get(5).trim().replaceAll(" +", " ")).isEqualTo("S P");
        assertThat(lines.get(6).trim().replaceAll(" +", " ")).isEqualTo("2 1");
        assertThat(lines.get(7)).isEqualTo("Direct");
        assertThat(lines.get(11)).isBlank();
        assertThat(lines.get(12).trim().replaceAll(" +", " ")).isEqualTo("3 4 6");
        assertThat(lines).hasSize(13 + 15);

        Scanner numbers = new Scanner(String.join(" ", lines.subList(2, 5))).useLocale(Locale.ROOT);
        for (double component : CELL.rows()) {
            assertThat(numbers.nextDouble()).isEqualTo(component);
        }
        numbers = new Scanner(String.join(" ", lines.subList(8, 11))).useLocale(Locale.ROOT);
        for (double s : new double[] {0.1, 0.2, 0.3, 0.7, 0.8, 0, 0.25, 0.75, 0.5}) {
            assertThat(numbers.nextDouble()).isCloseTo(s, within(1e-14));
        }
        numbers = new Scanner(String.join(" ", lines.subList(13, lines.size()))).useLocale(Locale.ROOT);
        for (int k = 0; k < 6; k++) {
            for (int j = 0; j < 4; j++) {
                for (int i = 0; i < 3; i++) {
                    double expected = density.perA3(grid.index(i, j, k)) * CELL.volumeA3();
                    assertThat(numbers.nextDouble()).isCloseTo(expected, within(1e-10 * expected));
                }
            }
        }
        assertThat(numbers.hasNext()).isFalse();
    }

    @Test
    void looksLikeVaspInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            VoxelGrid grid = new VoxelGrid(Cell.cubic(10), 3, 2, 1);
            String text = write("x", DensityMap.of(grid, new double[] {0.001, 0, 0.0123456789012345, 1, 12.5, 999}));
            assertThat(text)
                    .endsWith(" 0.10000000000E+01 0.00000000000E+00 0.12345678901E+02 0.10000000000E+04"
                            + " 0.12500000000E+05\n 0.99900000000E+06\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void needsAFramework() {
        DensityMap density = random(new VoxelGrid(CELL, 2, 2, 2));
        Framework nothing = new Framework(List.of(), List.of());
        assertThatThrownBy(() -> ChgcarWriter.write(new ByteArrayOutputStream(), "x", density, nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("framework atom");
        assertThatThrownBy(() -> new Framework(List.of("S"), List.of(0.1, 0.2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
