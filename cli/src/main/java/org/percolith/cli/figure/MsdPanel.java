package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.percolith.cli.figure.MsdFigureData.FitLine;

/** The same curves of one run on linear and on logarithmic axes. */
final class MsdPanel {

    /** A diagonal component of the MSD tensor and how it is drawn; dashes tell them apart without colour. */
    private record Component(String name, Color color, BasicStroke stroke, Function<MsdFigureData, double[]> curveA2) {}

    private static final List<Component> COMPONENTS = List.of(
            new Component("xx", FigureStyle.BLUE, FigureStyle.MEDIUM, MsdFigureData::xxA2),
            new Component("yy", FigureStyle.GREEN, FigureStyle.DASHED, MsdFigureData::yyA2),
            new Component("zz", FigureStyle.ORANGE, FigureStyle.DOTTED, MsdFigureData::zzA2));

    /** A noisy collective curve may leave the axes, but must not squeeze the others. */
    private static final double COLLECTIVE_HEADROOM = 1.6;

    private static final int LINE_SAMPLES = 60;
    private static final double GUIDE_ABOVE = 2.2;

    private final MsdFigureData data;

    MsdPanel(MsdFigureData data) {
        this.data = data;
    }

    JournalPlot linear(Rectangle2D area) {
        double highest = values(i -> true).max().orElse(0);
        double collective = Arrays.stream(data.chargeA2()).max().orElse(0);
        double shown = Math.max(highest, Math.min(collective, COLLECTIVE_HEADROOM * highest));
        JournalPlot plot = JournalPlot.linear(
                AxisRange.fromZero(Arrays.stream(data.lagPs())), AxisRange.fromZero(DoubleStream.of(shown)), area);
        addCurves(plot);
        return plot;
    }

    JournalPlot logarithmic(Rectangle2D area) {
        DoubleStream curves = values(i -> data.lagPs()[i] > 0);
        DoubleStream shown = DoubleStream.concat(curves, Arrays.stream(guideA2(guideLagsPs())));
        JournalPlot plot = JournalPlot.logarithmic(
                AxisRange.logarithmic(Arrays.stream(data.lagPs())), AxisRange.logarithmic(shown), area);
        addCurves(plot);
        plot.line(guideLagsPs(), guideA2(guideLagsPs()), FigureStyle.INK, FigureStyle.DASHED);
        return plot;
    }

    /** The curves that are there, from the total down. */
    List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        boolean band = data.stdA2().length > 0;
        entries.add(LegendEntry.line(
                band ? "total ± std" : "total", FigureStyle.BLACK, FigureStyle.HEAVY, band ? FigureStyle.BLACK : null));
        for (Component component : COMPONENTS) {
            if (component.curveA2().apply(data).length > 0) {
                entries.add(LegendEntry.line(component.name(), component.color(), component.stroke(), null));
            }
        }
        if (data.chargeA2().length > 0) {
            entries.add(LegendEntry.line("collective", FigureStyle.PURPLE, FigureStyle.THIN, null));
        }
        if (data.fit() != null) {
            entries.add(LegendEntry.line("fit", FigureStyle.VERMILLION, FigureStyle.HEAVY, null));
        }
        return entries;
    }

    /** Names the dashed guide in the panel made by {@link #logarithmic}. */
    void labelGuide(Graphics2D g2, FigureFont font, JournalPlot plot) {
        double[] lags = guideLagsPs();
        if (lags.length > 0) {
            double middlePs = Math.sqrt(lags[0] * lags[1]);
            double y = plot.yPt(guideA2(new double[] {middlePs})[0]);
            g2.setPaint(FigureStyle.INK);
            RichText.of("slope 1").drawRightAligned(g2, font, FigureStyle.LEGEND_PT, plot.xPt(middlePs) - 1.5, y - 1.5);
        }
    }

    private void addCurves(JournalPlot plot) {
        double[] lags = data.lagPs();
        FitLine fit = data.fit();
        if (fit != null) {
            plot.shadeInterval(fit.fromPs(), fit.toPs());
        }
        addIfComputed(plot, data.chargeA2(), FigureStyle.PURPLE, FigureStyle.THIN);
        COMPONENTS.forEach(c -> addIfComputed(plot, c.curveA2().apply(data), c.color(), c.stroke()));
        if (data.stdA2().length > 0) {
            plot.band(lags, data.bandEdgeA2(-1), data.bandEdgeA2(1), FigureStyle.BLACK);
        }
        plot.line(lags, data.totalA2(), FigureStyle.BLACK, FigureStyle.HEAVY);
        if (fit != null) {
            double[] window = windowLagsPs(fit);
            double[] line = Arrays.stream(window).map(fit::atA2).toArray();
            plot.line(window, line, FigureStyle.VERMILLION, FigureStyle.HEAVY);
        }
    }

    private void addIfComputed(JournalPlot plot, double[] curveA2, Color color, BasicStroke stroke) {
        if (curveA2.length > 0) {
            plot.line(data.lagPs(), curveA2, color, stroke);
        }
    }

    /** What must be seen whole, Å²: all but the collective curve, at the lag indices asked for. */
    private DoubleStream values(IntPredicate lagIndex) {
        Stream<double[]> curves = Stream.of(data.totalA2(), data.bandEdgeA2(1), data.xxA2(), data.yyA2(), data.zzA2());
        return curves.flatMapToDouble(
                curve -> IntStream.range(0, curve.length).filter(lagIndex).mapToDouble(i -> curve[i]));
    }

    /** Enough lags between the ends of the window for a line with an intercept to bend on logarithmic axes. */
    private static double[] windowLagsPs(FitLine fit) {
        return IntStream.rangeClosed(0, LINE_SAMPLES)
                .mapToDouble(k -> fit.fromPs() + (fit.toPs() - fit.fromPs()) * k / LINE_SAMPLES)
                .toArray();
    }

    /** The two ends of the guide; none where nothing moves. */
    private double[] guideLagsPs() {
        double lastPs = Arrays.stream(data.lagPs()).max().orElse(0);
        return lastPs > 0 && guideSlopeA2PerPs() > 0 ? new double[] {lastPs / 15, lastPs / 1.5} : new double[0];
    }

    private double[] guideA2(double[] lagsPs) {
        return Arrays.stream(lagsPs)
                .map(lag -> GUIDE_ABOVE * guideSlopeA2PerPs() * lag)
                .toArray();
    }

    private double guideSlopeA2PerPs() {
        int last = data.lagPs().length - 1;
        FitLine fit = data.fit();
        return fit != null && fit.slopeA2PerPs() > 0 ? fit.slopeA2PerPs() : data.totalA2()[last] / data.lagPs()[last];
    }
}
