package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it: Chromium on the PATH, without which these tests are skipped. */
class PageInBrowserTest {

    /** Turns, moves the level, and writes down what the picture showed each time: number of colours / fingerprint. */
    private static final String PROBE = """
            <script>
            window.addEventListener('error', event => document.body.dataset.error = event.message);
            setTimeout(() => {
              const at = id => document.getElementById('pathway-' + id);
              const picture = () => {
                const copy = document.createElement('canvas');
                [copy.width, copy.height] = [200, 120];
                const context = copy.getContext('2d');
                context.drawImage(at('stage').querySelector('canvas'), 0, 0, 200, 120);
                const pixels = context.getImageData(0, 0, 200, 120).data, colours = new Set();
                let print = 0;
                for (let i = 0; i < pixels.length; i += 4) {
                  const colour = pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2];
                  colours.add(colour);
                  print = print * 31 + colour | 0;
                }
                return colours.size + '/' + print;
              };
              const seen = [picture()];
              at('left').click();
              seen.push(picture());
              at('level').value = 850;
              at('level').dispatchEvent(new Event('input'));
              seen.push(picture());
              document.body.dataset.seen = seen.join(' ');
              document.body.dataset.state = at('state').textContent;
              document.body.dataset.wide = document.documentElement.scrollWidth > innerWidth;
              document.body.dataset.requests = performance.getEntriesByType('resource')
                  .filter(entry => /^(http|ws)/.test(entry.name)).length;
            }, 3000);
            </script></body>""";

    @TempDir
    private static Path folder;

    private static Path page;

    @BeforeAll
    static void analyse() throws IOException {
        assumeTrue(chromium().isPresent(), "no chromium on the PATH");
        Path out = folder.resolve("result");
        Called called = Called.percolith(
                "analyze", "600:" + Called.glassSweep().resolve("600K"), "--frame-interval", "90fs", "--out", out);
        assertThat(called.exitCode()).as(called.err()).isZero();
        page = folder.resolve("probed.html");
        Files.writeString(page, Files.readString(out.resolve("report.html")).replace("</body>", PROBE));
    }

    @Test
    void thePictureTurnsAndFollowsTheLevelOnAScreen() throws Exception {
        check(show(1280));
    }

    @Test
    void thePictureTurnsAndFollowsTheLevelOnASmallOneInTheDark() throws Exception {
        check(show(500, "--blink-settings=preferredColorScheme=0"));
    }

    private static void check(String shown) {
        assertThat(shown).doesNotContain("data-error");
        String[] seen = attribute(shown, "seen").split(" ");
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        assertThat(Integer.parseInt(seen[0].split("/")[0]))
                .as("colours of the picture")
                .isGreaterThan(50);
        assertThat(attribute(shown, "state")).contains("ions per Å³", "does not connect");
        assertThat(attribute(shown, "wide")).as("scrolls sideways").isEqualTo("false");
        assertThat(attribute(shown, "requests")).isEqualTo("0");
    }

    private static String attribute(String shown, String name) {
        Matcher found = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(shown);
        assertThat(found.find()).as("data-" + name).isTrue();
        return found.group(1);
    }

    /** The page's elements after its scripts have run; what it logs as an error fails the test. */
    private static String show(int width, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                chromium().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--use-gl=swiftshader",
                "--enable-unsafe-swiftshader",
                "--enable-logging=stderr",
                "--v=0",
                "--user-data-dir=" + folder.resolve("profile-" + width),
                "--virtual-time-budget=12000",
                "--window-size=" + width + ",1000",
                "--dump-dom"));
        command.addAll(List.of(more));
        command.add(page.toUri().toString());
        Path out = folder.resolve("dom-" + width);
        Path log = folder.resolve("log-" + width);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("the browser ends")
                .isTrue();
        assertThat(Files.readAllLines(log).stream().filter(line -> line.contains("CONSOLE")))
                .noneMatch(line -> line.contains("rror"));
        return Files.readString(out);
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
