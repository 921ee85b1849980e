package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes for VESTA, OVITO and VMD: by their grammar, and that what they load is there. */
class ViewerFilesTest {

    @TempDir
    private Path folder;

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void scenesLoadWhatLiesBesideThem() throws IOException {
        Path run = Path.of(System.getProperty("percolith.root"), "fixtures/glass-sweep/800K");
        Called called = Called.percolith(
                "analyze",
                run,
                "--frame-interval",
                "150fs",
                "--temperature",
                "800",
                "--out",
                folder.resolve("out"),
                "--quiet");
        assertThat(called.exitCode()).as(called.err()).isZero();
        Path out = folder.resolve("out");
        String vesta = Files.readString(out.resolve("pathway.vesta"));
        List<String> lines = vesta.lines().toList();
        assertThat(lines.get(0)).isEqualTo("#VESTA_FORMAT_VERSION 3.5.4");
        assertThat(lines)
                .containsSubsequence("CRYSTAL", "TITLE", "IMPORT_STRUCTURE", "IMPORT_DENSITY 1", "SBOND", "ISURF");
        assertThat(out.resolve(group("IMPORT_STRUCTURE\n(\\S+)", vesta))).exists();
        assertThat(out.resolve(group("IMPORT_DENSITY 1\n\\+1.000000 (\\S+)", vesta)))
                .exists();
        double perBohr3 = Double.parseDouble(group("ISURF\n  1   1  (\\S+)", vesta));
        assertThat(perBohr3).isPositive();

        String vmd = Files.readString(out.resolve("pathway_vmd.tcl"));
        Path cube = out.resolve(group("mol new (\\S+) type cube", vmd));
        double level = Double.parseDouble(group("Isosurface (\\S+)", vmd));
        double highest = Files.readAllLines(cube).stream()
                .skip(6)
                .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.strip()))
                .filter(word -> word.contains("E") || word.contains("e"))
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
        assertThat(level).isLessThan(highest);

        String ovito = Files.readString(out.resolve("pathway_ovito.py"));
        assertThat(out.resolve(group("density = import_file\\(\"(\\S+)\"\\)", ovito)))
                .exists();
        double share = Double.parseDouble(group("level = (\\S+) \\*", ovito));
        assertThat(share).as("the share of the highest density is that level").isCloseTo(level / highest, within(1e-4));
        assertThat(perBohr3).isCloseTo(level, within(1e-6));
    }
}
