package org.percolith.cli.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.percolith.cli.figure.ArrheniusFigureData.Point;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.Estimate.UpperBound;

/** The data rectangle of an Arrhenius plot: x = 1000/T in 1/K, y = D in cm²/s on a logarithmic axis. */
final class ArrheniusPanel {

    /** Labels of the upper axis, those that matter most first; a label that would touch an earlier one is left out. */
    private static final int[] ROUND_TEMPERATURES_K = {
        300, 1000, 500, 600, 400, 800, 1500, 700, 2000, 1200, 900, 200, 350, 450, 250, 3000, 100, 50
    };

    private static final double LABEL_GAP_PT = 5;

    /** A band that widens without end may leave the axes by this many powers of ten below the lowest value. */
    private static final double BAND_ROOM = 30;

    private static final Color LINE = FigureStyle.BLUE;
    private static final Color POINT = FigureStyle.BLACK;
    private static final Color EXPERIMENT = FigureStyle.GREEN;
    private static final Color EXTRAPOLATED = FigureStyle.VERMILLION;

    private final ArrheniusFigureData data;

    ArrheniusPanel(ArrheniusFigureData data) {
        this.data = data;
    }

    JournalPlot plot(Rectangle2D area) {
        JournalPlot plot = JournalPlot.semiLogarithmic(inverseRange(), diffusivityRange(), area);
        DiffusivityCurve line = data.line();
        if (line != null) {
            addLine(plot, line);
        }
        addMeasured(plot, select(point -> !point.used()), FigureStyle.DISC, POINT, false);
        addMeasured(plot, select(Point::used), FigureStyle.DISC, POINT, true);
        addBounds(plot, data.points(), POINT);
        addMeasured(plot, data.experiment(), FigureStyle.SQUARE, EXPERIMENT, false);
        Point extrapolated = extrapolated();
        addMeasured(plot, List.of(extrapolated), FigureStyle.DIAMOND, EXTRAPOLATED, true);
        addBounds(plot, List.of(extrapolated), EXTRAPOLATED);
        return plot;
    }

    /** Only what is in the plot. */
    List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        addEntry(
                entries,
                "D, 95 % interval",
                FigureStyle.DISC,
                POINT,
                POINT,
                isMeasured().and(Point::used));
        addEntry(
                entries,
                "not in the fit",
                FigureStyle.DISC,
                POINT,
                Color.WHITE,
                isMeasured().and(p -> !p.used()));
        if (data.points().stream().anyMatch(p -> p.diffusivityCm2PerS() instanceof UpperBound)) {
            entries.add(LegendEntry.marker("upper bound, 95 %", FigureStyle.DOWN_ARROW, POINT, null));
        }
        if (!data.experiment().isEmpty()) {
            entries.add(LegendEntry.marker("experiment", FigureStyle.SQUARE, EXPERIMENT, Color.WHITE));
        }
        if (data.line() != null) {
            entries.add(LegendEntry.line("weighted fit, 95 % band", LINE, FigureStyle.HEAVY, LINE));
        }
        if (!(data.extrapolatedCm2PerS() instanceof Estimate.Withheld)) {
            String label = "extrapolated to " + Numerals.fixed(data.extrapolationK(), 0) + " K";
            entries.add(LegendEntry.marker(label, FigureStyle.DIAMOND, EXTRAPOLATED, EXTRAPOLATED));
        }
        return entries;
    }

    /** Round temperatures on the axis of 1000/T. */
    Ticks temperatureTicks(JournalPlot plot, FigureFont font) {
        List<Ticks.Major> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int temperature : ROUND_TEMPERATURES_K) {
            double x = 1000.0 / temperature;
            RichText label = RichText.of(Integer.toString(temperature));
            double apart = label.widthPt(font, FigureStyle.TICK_LABEL_PT) + LABEL_GAP_PT;
            double pt = plot.xPt(x);
            if (pt < plot.area().getMinX() || pt > plot.area().getMaxX()) {
                continue;
            }
            if (major.stream().allMatch(other -> Math.abs(plot.xPt(other.value()) - pt) >= apart)) {
                major.add(new Ticks.Major(x, label));
            } else {
                minor.add(x);
            }
        }
        return new Ticks(major, minor);
    }

    private void addLine(JournalPlot plot, DiffusivityCurve line) {
        double coldestUsedK = data.points().stream()
                .filter(Point::used)
                .mapToDouble(Point::temperatureK)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        plot.band(inverse(line.temperatureK()), line.lower95(), line.upper95(), LINE);
        DiffusivityCurve measured = line.above(coldestUsedK);
        DiffusivityCurve beyond = line.below(coldestUsedK);
        plot.line(inverse(measured.temperatureK()), measured.diffusivityCm2PerS(), LINE, FigureStyle.HEAVY);
        plot.line(inverse(beyond.temperatureK()), beyond.diffusivityCm2PerS(), LINE, FigureStyle.DASHED);
    }

    private static void addMeasured(JournalPlot plot, List<Point> points, Shape shape, Color color, boolean filled) {
        List<Point> measured = points.stream().filter(isMeasured()).toList();
        Measured[] estimates =
                measured.stream().map(p -> (Measured) p.diffusivityCm2PerS()).toArray(Measured[]::new);
        plot.markers(
                inverse(measured),
                Arrays.stream(estimates).mapToDouble(Measured::value).toArray(),
                Arrays.stream(estimates).mapToDouble(Measured::lower95).toArray(),
                Arrays.stream(estimates).mapToDouble(Measured::upper95).toArray(),
                shape,
                color,
                filled);
    }

    private static void addBounds(JournalPlot plot, List<Point> points, Color color) {
        List<Point> bounded = points.stream()
                .filter(p -> p.diffusivityCm2PerS() instanceof UpperBound)
                .toList();
        double[] bounds = bounded.stream()
                .mapToDouble(p -> ((UpperBound) p.diffusivityCm2PerS()).upper95())
                .toArray();
        plot.outlines(inverse(bounded), bounds, FigureStyle.DOWN_ARROW, color);
    }

    private void addEntry(
            List<LegendEntry> entries, String label, Shape shape, Color outline, Color fill, Predicate<Point> shown) {
        if (data.points().stream().anyMatch(shown)) {
            entries.add(LegendEntry.marker(label, shape, outline, fill));
        }
    }

    private AxisRange inverseRange() {
        DoubleStream ends = Stream.concat(data.points().stream(), data.experiment().stream())
                .mapToDouble(p -> 1000 / p.temperatureK());
        double[] sorted = DoubleStream.concat(ends, DoubleStream.of(1000 / data.extrapolationK()))
                .sorted()
                .toArray();
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        double margin = highest > lowest ? 0.07 * (highest - lowest) : 0.3 * highest;
        return new AxisRange(lowest - margin, highest + margin);
    }

    /** All points with their bars; the band only as far as it does not dwarf them. */
    private AxisRange diffusivityRange() {
        double[] shown = DoubleStream.concat(
                        Stream.concat(data.points().stream(), data.experiment().stream())
                                .flatMapToDouble(p -> extent(p.diffusivityCm2PerS())),
                        extent(data.extrapolatedCm2PerS()))
                .filter(value -> value > 0)
                .toArray();
        return AxisRange.logarithmic(DoubleStream.of(shown));
    }

    private static DoubleStream extent(Estimate estimate) {
        if (estimate instanceof Measured measured) {
            double floor = measured.value() / BAND_ROOM;
            return DoubleStream.of(Math.max(measured.lower95(), floor), measured.value(), measured.upper95());
        }
        if (estimate instanceof UpperBound bound) {
            return DoubleStream.of(bound.upper95() / 3, bound.upper95());
        }
        return DoubleStream.empty();
    }

    private Point extrapolated() {
        return new Point(data.extrapolationK(), data.extrapolatedCm2PerS(), true);
    }

    private List<Point> select(Predicate<Point> wanted) {
        return data.points().stream().filter(wanted).toList();
    }

    private static Predicate<Point> isMeasured() {
        return point -> point.diffusivityCm2PerS() instanceof Measured;
    }

    private static double[] inverse(List<Point> points) {
        return points.stream().mapToDouble(p -> 1000 / p.temperatureK()).toArray();
    }

    private static double[] inverse(double[] temperatureK) {
        return Arrays.stream(temperatureK).map(t -> 1000 / t).toArray();
    }
}
