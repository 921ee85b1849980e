package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TerminalHelpTest {

    @Test
    void theProgramAloneHelps() {
        Called called = Called.percolith();
        assertThat(called.exitCode()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("percolith analyze runs/", "inspect", "sweep", "compare", "demo");
        assertThat(called.out().lines()).allMatch(line -> line.length() <= 100).hasSizeLessThan(25);
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        Called called = Called.percolith("generate-completion");
        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("complete -F", "analyze", "--frame-interval");
    }

    /** Every example parses: its options exist and have values that are understood. */
    @Test
    void helpOfEveryCommandHasAnExampleThatParses() {
        for (String command : List.of(
                "analyze", "inspect", "msd", "density", "pathways", "sweep", "compare", "convert", "demo", "watch")) {
            String help = Called.percolith(command, "--help").out();
            List<String> examples = help.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("percolith " + command))
                    .toList();
            assertThat(examples).as(command).isNotEmpty();
            examples.forEach(TerminalHelpTest::parse);
        }
    }

    /** With {@code --help} at its end a command line is parsed, but nothing runs. */
    private static void parse(String example) {
        Object[] words = Stream.concat(Stream.of(example.split(" ")).skip(1), Stream.of("--help"))
                .toArray();
        Called called = Called.percolith(words);
        assertThat(called.exitCode()).as(example + ": " + called.err()).isZero();
    }

    @Test
    void colourRepeatsWhatTheWordsSay() {
        String report =
                "Sweep\n  HANDLE WITH CARE: A5 fails.\n  fail A5   x\n  warn A1   y\n  DIFFUSIVE: Li travels.\n";
        String coloured = Highlight.of(report);
        assertThat(coloured).contains("\u001b[1;33mHANDLE WITH CARE\u001b[0m:", "\u001b[1;31mfail A5\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(report);
    }
}
