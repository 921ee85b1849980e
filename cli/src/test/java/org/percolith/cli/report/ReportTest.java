package org.percolith.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report REPORT = new Report("a <b>")
            .add(
                    new ReportBlock()
                            .line("glass & co   Li32")
                            .line("  DIFFUSIVE: Li travels.")
                            .entry("D*", "< 1e-8 cm²/s " + "because it was short ".repeat(5))
                            .blank()
                            .entry("fail M1", "does the line fit?"),
                    "msd.svg",
                    "absent.svg")
            .add(new ReportBlock().line("second"));

    private static Optional<byte[]> figure(String name) {
        return name.equals("msd.svg") ? Optional.of("<svg/>".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Test
    void textIsWrappedUnderItsColumn() {
        assertThat(REPORT.text().lines())
                .allMatch(line -> line.length() <= ReportBlock.WIDTH)
                .contains("glass & co   Li32", "second", "-".repeat(80));
        assertThat(REPORT.text()).containsPattern("\\n {24,}because it was short");
    }

    @Test
    void pageIsWholeAndEscaped() {
        String page = REPORT.html(ReportTest::figure, "Percolith");
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<h2>glass &amp; co   Li32</h2>",
                        "<td>&lt; 1e-8 cm²/s",
                        "<th scope=\"row\" class=\"fail\">fail M1</th>")
                .contains("glass &amp; co   Li32.\" src=\"data:image/svg+xml;base64,PHN2Zy8+\">")
                .doesNotContain("absent.svg", "http://", "https://", "<b>");
        assertThat(page.split("<table class=", -1)).hasSameSizeAs(page.split("</table>", -1));
    }

    @Test
    void aTerminalShowsDetailsOfASingleRunOnly() {
        ReportBlock answer = new ReportBlock().line("answer");
        Report one = new Report("").add(answer).detail("run-1", new ReportBlock().line("first run"));
        assertThat(one.terminalText()).contains("answer", "first run");
        one.detail("run-2", new ReportBlock().line("second run"));
        assertThat(one.terminalText()).contains("answer", "report.txt").doesNotContain("first run", "second run");
        assertThat(one.text()).contains("first run", "second run");
    }

    @Test
    void noTextInEmbeddedJsonEndsItsElement() {
        assertThat(Markup.json("{\"label\":\"</script>\"}")).doesNotContain("<");
    }
}
