package org.percolith.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.percolith.cli.figure.ArrheniusFigureData.Point;
import org.percolith.trajectory.quantity.Estimate;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class FigureTest {

    private static final Estimate D800 = new Estimate.Measured(1.61e-5, 0.09e-5, 1.45e-5, 1.79e-5);
    private static final Estimate NOTHING = Estimate.withheld("too few temperatures");

    static Stream<Named<Figure>> figures() {
        return Stream.of(
                Named.of("MSD", new MsdFigure(FigureSamples.hoppingGlass(D800))),
                Named.of("MSD of nothing", new MsdFigure(FigureSamples.frozen(0))),
                Named.of("MSD of one lag", new MsdFigure(FigureSamples.frozen(1))),
                Named.of("MSD of ions that never move", new MsdFigure(FigureSamples.frozen(50))),
                Named.of("total alone", new MsdFigure(FigureSamples.totalAlone())),
                Named.of("two systems", new ComparisonFigure(side("A", 1), side("B", 2))),
                Named.of("two systems of nothing", new ComparisonFigure(side("A", 0), side("B", 0))),
                Named.of("density", new DensityFigure("Li", List.of(plane(90), plane(60), plane(120)))),
                Named.of("ledger", intervals(true)),
                Named.of("residence", intervals(false)),
                Named.of("profile", profile()),
                Named.of("network", network()),
                Named.of("all temperatures", allTemperatures()),
                Named.of("LLZO", new ArrheniusFigure(FigureSamples.llzo())),
                Named.of("empty sweep", sweep(List.of())),
                Named.of("one temperature", sweep(List.of(new Point(800, D800, true)))),
                Named.of("only the temperature extrapolated to", sweep(List.of(new Point(300, D800, true)))),
                Named.of("only upper bounds", sweep(bounds())));
    }

    private static ComparisonFigure.Side side(String label, double height) {
        double[] rising = {0, height, 2 * height};
        return new ComparisonFigure.Side(label, new double[] {0, 1, 2}, rising, new double[] {0, 0.1, 0.2}, rising);
    }

    private static DensityFigure.Plane plane(double angleDegrees) {
        return new DensityFigure.Plane(
                "a",
                "b",
                "c",
                9,
                7,
                angleDegrees,
                3,
                new double[] {0, 1, 4, 2, 0, 3},
                List.of(new DensityFigure.Atom("P", 0.5, 0.25)));
    }

    private static IntervalFigure intervals(boolean logarithmic) {
        return new IntervalFigure(
                "terms",
                "σ (mS/cm)",
                logarithmic,
                List.of(
                        new IntervalFigure.Row("measured", new Estimate.Measured(12, 3, 7, 20)),
                        new IntervalFigure.Row("bounded", new Estimate.UpperBound(30, "no hop")),
                        new IntervalFigure.Row("withheld", NOTHING)));
    }

    private static ProfileFigure profile() {
        return new ProfileFigure(
                "interface",
                new double[] {-3, -1, 1, 3},
                List.of(
                        new ProfileFigure.Species("Li", new double[] {0, 1, 2, 1}),
                        new ProfileFigure.Species("P", new double[] {1, 0, 0, 1})),
                -2,
                2);
    }

    private static SweepMsdFigure allTemperatures() {
        return new SweepMsdFigure(
                "all",
                List.of(
                        new SweepMsdFigure.Curve("600 K", new double[] {0, 1, 10}, new double[] {0, 2, 9}, 1),
                        new SweepMsdFigure.Curve(
                                "800 K", new double[] {0, 1, 10}, new double[] {0, 4, 40}, Double.NaN)));
    }

    private static NetworkFigure network() {
        return new NetworkFigure(
                "hops",
                9,
                7,
                60,
                "along c; a right, b up",
                List.of(new NetworkFigure.Disc(0.2, 0.3, 1), new NetworkFigure.Disc(0.9, 0.8, 0.2)),
                List.of(new NetworkFigure.Edge(0.2, 0.3, 0.9, 0.8, 3), new NetworkFigure.Edge(0.9, 0.8, 1.2, 0.3, 1)));
    }

    @Test
    void hopsEndAtTheFaceOfTheCell() {
        NetworkFigure.Edge edge = new NetworkFigure.Edge(0.9, 0.8, 1.2, 0.3, 1);
        assertThat(edge.leaves()).isTrue();
        assertThat(edge.inside()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(new NetworkFigure.Edge(0.2, 0.3, 0.9, 0.8, 3).leaves()).isFalse();
    }

    private static List<String> expectedTexts(Figure figure) {
        return switch (figure.getClass().getSimpleName()) {
            case "MsdFigure" -> List.of("lag (ps)", "MSD (Å2)");
            case "ComparisonFigure" -> List.of("A: A", "B: B", "isovalue (eV)", "MSD (Å2)");
            case "IntervalFigure" -> List.of("measured", "bounded", "withheld", "σ (mS/cm)");
            case "ProfileFigure" -> List.of("distance from the slab's centre (Å)", "Li", "P");
            case "SweepMsdFigure" -> List.of("600 K", "800 K", "lag (ps)");
            case "NetworkFigure" -> List.of("along c; a right, b up");
            case "DensityFigure" -> List.of("along a; b right, c up", "P", "0 to 4.00 Å−2");
            default -> List.of("1000/T (1/K)", "T (K)", "D (cm2/s)");
        };
    }

    @ParameterizedTest
    @MethodSource("figures")
    void svgIsWellFormedWithItsAxesNamed(Figure figure) throws Exception {
        List<String> texts = texts(FigureFormat.SVG.encode(figure));
        assertThat(texts).containsAll(expectedTexts(figure));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void pdfHasOnePageWithItsAxesNamed(Figure figure) throws Exception {
        byte[] pdf = FigureFormat.PDF.encode(figure);
        assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(expectedTexts(figure).get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void bytesDependOnTheInputAlone(Figure figure) throws Exception {
        Locale before = Locale.getDefault();
        for (FigureFormat format : FigureFormat.values()) {
            byte[] first = format.encode(figure);
            try {
                Locale.setDefault(Locale.GERMANY);
                assertThat(format.encode(figure)).isEqualTo(first);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void titleStatesTheDiffusivityWithItsInterval() throws Exception {
        assertThat(texts(FigureFormat.SVG.encode(new MsdFigure(FigureSamples.hoppingGlass(D800)))))
                .contains("Li4PO4I glass, T = 800 K", "D = 1.61 × 10−5 cm2/s, 95 %: [1.45, 1.79] × 10−5");
    }

    @Test
    void titleSaysWhyADiffusivityIsWithheld() throws Exception {
        String reason = "Only 19 of 192 ions ever left their cage & the track density does not percolate in any of 20 "
                + "resamples of the ions, so that no diffusivity is resolved";
        List<String> texts =
                texts(FigureFormat.SVG.encode(new MsdFigure(FigureSamples.hoppingGlass(Estimate.withheld(reason)))));
        assertThat(texts).contains("D withheld");
        assertThat(String.join(" ", texts)).contains(reason);
    }

    @Test
    void resultsOfTheSweepAreStated() throws Exception {
        assertThat(texts(FigureFormat.SVG.encode(new ArrheniusFigure(FigureSamples.llzo()))))
                .contains("Ea = 0.258 eV, 95 %: [0.225, 0.291]", "σ(300 K) = 1.08 mS/cm, 95 %: [0.445, 2.62]");
    }

    @Test
    void textIsKeptAsTextInAFamilyEveryViewerHas() throws Exception {
        String svg =
                new String(FigureFormat.SVG.encode(new ArrheniusFigure(FigureSamples.llzo())), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\"")
                .doesNotContain("Dialog")
                .doesNotContain("<!DOCTYPE");
    }

    @Test
    void curvesOfUnequalLengthAreRefused() {
        double[] two = new double[2];
        assertThatThrownBy(
                        () -> new MsdFigureData("", null, two, two, two, two, two, new double[3], two, null, NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values for 2 lags");
    }

    private static Figure sweep(List<Point> points) {
        return new ArrheniusFigure(
                new ArrheniusFigureData("sweep", points, List.of(), null, 300, NOTHING, NOTHING, NOTHING));
    }

    private static List<Point> bounds() {
        return List.of(
                new Point(500, new Estimate.UpperBound(1.2e-6, "two hops seen"), false),
                new Point(400, new Estimate.UpperBound(5e-7, "no hop seen"), false));
    }

    private static List<String> texts(byte[] svg) throws ParserConfigurationException, SAXException, IOException {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        NodeList elements = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }
}
