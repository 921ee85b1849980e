package org.percolith.trajectory.format.castep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** CASTEP .md in its dialects; lengths of 10 bohr are 5.29177210903 Å. */
class CastepReaderTest {

    private static final double TEN_BOHR_A = 5.29177210903;
    private static final String HEADER = " BEGIN header\n \n any text\n 2\n END header\n \n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"as CASTEP writes it", "no header", "cell velocities", "CRLF", "D exponents", "no last blank"})
    void dialectsReadAlike(String dialect) throws IOException {
        String text = block(0, "") + block(41.3413734, "");
        text = switch (dialect) {
            case "no header" -> text;
            case "cell velocities" ->
                HEADER
                        + text.replace("<-- R\n H", "<-- R\n H")
                                .replace(" H 1", "  1.0E-3 0 0  <-- hv\n  0 0 0  <-- hv\n  0 0 0  <-- hv\n H 1");
            case "CRLF" -> (HEADER + text).replace("\n", "\r\n");
            case "D exponents" -> HEADER + text.replace('E', 'D').replace("<-- D", "<-- E");
            case "no last blank" -> HEADER + text.stripTrailing();
            default -> HEADER + text;
        };
        ReadFrames read = ReadFrames.of(folder, "run.md", text);
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.truncated()).isFalse();
        assertThat(read.atoms().formula()).isEqualTo("H2 Fe1");
        assertThat(read.cells().get(1).component(2, 2)).isCloseTo(TEN_BOHR_A, within(1e-9));
        assertThat(read.fractional().get(1)[0]).isCloseTo(0.25, within(1e-12));
        assertThat(read.fractional().get(1)[7]).isCloseTo(-0.125, within(1e-12));
    }

    @Test
    void timeAndTemperatureAreThoseOfTheFile() throws IOException {
        Path file = ReadFrames.write(folder, "run.md", HEADER + block(0, "") + block(41.3413734, ""));
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(3);
            while (reader.next(frame)) {
                assertThat(frame.timeFs()).isNotNull();
            }
            assertThat(reader.frameIntervalFs().orElseThrow().value()).isCloseTo(1, within(1e-5));
            assertThat(reader.meanTemperatureK().orElseThrow()).isCloseTo(315.775, within(1e-3));
        }
    }

    @Test
    void aCellThatIsNotRepeatedHolds() throws IOException {
        String second = block(40, "").replaceAll("(?m)^.*<-- h\n", "");
        ReadFrames read = ReadFrames.of(folder, "run.md", HEADER + block(0, "") + second);
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.cells().get(1)).isEqualTo(read.cells().get(0));
    }

    @Test
    void aCutTailCostsTheTail() throws IOException {
        String whole = HEADER + block(0, "") + block(40, "");
        for (int cut = whole.length() - 2; cut > whole.length() - 150; cut--) {
            ReadFrames read = ReadFrames.of(folder, "run.md", whole.substring(0, cut));
            boolean positionsAreWhole = cut >= whole.lastIndexOf("<-- R") + 5;
            assertThat(read.frames()).as("cut at %d", cut).isEqualTo(positionsAreWhole ? 2 : 1);
        }
    }

    @Test
    void starsStopTheReadingWithTheirLine() throws IOException {
        String text = HEADER + block(0, "") + block(40, "").replace("-1.25", "*****") + block(80, "");
        ReadFrames read = ReadFrames.of(folder, "run.md", text);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("line 27", "*****");
    }

    @Test
    void positionsFarFromAnyCellEndTheReading() throws IOException {
        ReadFrames read = ReadFrames.of(
                folder, "run.md", HEADER + block(0, "") + block(40, "").replace("-1.25E+000", "-1.25E+007"));
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("far from any cell");
    }

    /** A run from scratch appended by cat, a gap, and steps that were written again after a kill. */
    @Test
    void framesAreNumberedByTheirTimes() throws IOException {
        String text = HEADER
                + block(0, "")
                + block(40, "")
                + block(80, "")
                + block(240, "")
                + block(200, "")
                + block(240, "");
        ReadFrames read = ReadFrames.of(folder, "run.md", text + HEADER + block(0, "") + block(40, ""));
        assertThat(read.labels()).containsExactly(0L, 1L, 2L, 6L, 5L, 6L, 0L, 1L);
        assertThat(read.truncated()).isFalse();
    }

    @Test
    void aTimeBetweenTwoStepsEndsTheReading() throws IOException {
        String text = HEADER + block(0, "") + block(40, "") + block(80, "") + block(100, "") + block(120, "");
        ReadFrames read = ReadFrames.of(folder, "run.md", text);
        assertThat(read.frames()).isEqualTo(3);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("line 43", "a time of 2.419 fs");
    }

    @Test
    void anOptimisationIsRefused() {
        String text = HEADER + block(0, "  <-- c");
        assertThatThrownBy(() -> ReadFrames.of(folder, "run.geom", text))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("geometry optimisation");
    }

    @Test
    void aFirstFrameThatIsCutIsNone() {
        String text = HEADER + block(0, "");
        assertThatThrownBy(() -> ReadFrames.of(folder, "run.md", text.substring(0, text.indexOf(" Fe"))))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("no complete frame");
    }

    private static String block(double time, String counter) {
        String heading = counter.isEmpty() ? String.format(Locale.ROOT, "   %.16E\n", time) : "   0 " + counter + "\n";
        return heading + """
                   -8.1E+002   -8.1E+002    1.6E-001  <-- E
                   1.0E-003                           <-- T
                   1.0E+001    0.0E+000    0.0E+000  <-- h
                   0.0E+000    1.0E+001    0.0E+000  <-- h
                   0.0E+000    0.0E+000    1.0E+001  <-- h
                 H 1    2.5E+000    1.0E+000    1.0E+000  <-- R
                 H 2    5.1E+000    7.5E+000    8.8E+000  <-- R
                 Fe 1   1.5E+000   -1.25E+000   1.0E+000  <-- R
                 H 1    1.0E-004    1.0E-004    1.0E-004  <-- V
                 H 1    1.0E-004    1.0E-004    1.0E-004  <-- F

                """;
    }
}
