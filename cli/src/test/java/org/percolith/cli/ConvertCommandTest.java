package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code convert} of single files and of runs of several. */
class ConvertCommandTest {

    private static final String HEADER = "chain\n1.0\n8 0 0\n0 8 0\n0 0 8\nLi P\n2 2\n";

    @TempDir
    private Path folder;

    /** Four atoms that swing; from frame {@code from} to before {@code to}. */
    private Path segment(String name, int from, int to, double shift) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int k = from; k < to; k++) {
            text.append("Direct configuration= ").append(k - from + 1).append('\n');
            for (int atom = 0; atom < 4; atom++) {
                double x = 0.1 + 0.2 * atom + shift + 0.01 * Math.sin(1.3 * k + atom);
                text.append(x)
                        .append(' ')
                        .append(x)
                        .append(' ')
                        .append(0.3 * atom)
                        .append('\n');
            }
        }
        Path file = folder.resolve("run").resolve(name).resolve("XDATCAR");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Called convert(Object... more) {
        Object[] arguments = Stream.concat(
                        Stream.of("convert", folder.resolve("run"), folder.resolve("all.extxyz")), Stream.of(more))
                .toArray();
        return Called.percolith(arguments);
    }

    private int frames(String name) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(name))) {
            return (int) lines.filter(line -> line.startsWith("Lattice")).count();
        }
    }

    @Test
    void restartsAreJoinedAndTheirSeamsTold() throws IOException {
        segment("01", 0, 21, 0);
        segment("02", 20, 40, 0);
        Called called = convert();
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out()).contains("40 frames written to");
        assertThat(called.err()).contains("seam after segment 1, frame 21: duplicate-frame");
        assertThat(frames("all.extxyz")).isEqualTo(40);
        assertThat(convert().exitCode()).as("it exists").isEqualTo(2);
        assertThat(convert("--force", "--stride", 4).out()).contains("10 frames");
        assertNothingHidden();
    }

    @Test
    void aPartedRunIsRefusedSplitOrJoined() throws IOException {
        segment("01", 0, 20, 0);
        segment("02", 20, 40, 0.17);
        Called refused = convert();
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("discontinuous", "--pieces split", "--pieces join");
        assertThat(folder.resolve("all.extxyz")).doesNotExist();
        assertThat(convert("--pieces", "split").exitCode()).isZero();
        assertThat(frames("all-1.extxyz")).isEqualTo(20);
        assertThat(frames("all-2.extxyz")).isEqualTo(20);
        assertThat(convert("--pieces", "split").exitCode()).as("they exist").isEqualTo(2);
        assertThat(convert("--pieces", "join").out()).contains("40 frames written to");
        assertThat(frames("all.extxyz")).isEqualTo(40);
        assertNothingHidden();
    }

    @Test
    void aSingleFileIsTranslatedAsItIs() throws IOException {
        Path first = segment("01", 0, 20, 0);
        Path second = segment("02", 19, 40, 0.17);
        Path both = Files.writeString(folder.resolve("XDATCAR"), Files.readString(first) + Files.readString(second));
        Called called = Called.percolith("convert", both, folder.resolve("all.extxyz"));
        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(frames("all.extxyz")).isEqualTo(41);
    }

    @Test
    void whatCannotBeWrittenToOneFileIsSaid() throws IOException {
        segment("T600", 0, 20, 0);
        segment("T800", 0, 20, 0);
        Called several = convert();
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("2 runs", "T600", "T800");
        Called part =
                Called.percolith("convert", folder.resolve("run/T600"), folder.resolve("all.extxyz"), "--skip", "5ps");
        assertThat(part.exitCode()).isEqualTo(2);
        assertThat(part.err()).contains("--stride");
        assertNothingHidden();
    }

    private void assertNothingHidden() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }
}
