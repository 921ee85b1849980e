package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The mean squared displacements of all temperatures on logarithmic axes over one journal column; the lag at which each line
 * of D begins is marked.
 */
public record SweepMsdFigure(String heading, List<Curve> curves) implements Figure {

    /**
     * One temperature, or one run.
     *
     * @param startPs begin of the fitted line, ps; NaN where there is none
     */
    public record Curve(String label, double[] lagPs, double[] msdA2, double startPs) {

        private double atStartA2() {
            for (int k = 0; k < lagPs.length; k++) {
                if (lagPs[k] >= startPs) {
                    return msdA2[k];
                }
            }
            return Double.NaN;
        }
    }

    private static final List<Color> COLOURS = List.of(
            FigureStyle.BLUE,
            FigureStyle.VERMILLION,
            FigureStyle.GREEN,
            FigureStyle.PURPLE,
            FigureStyle.ORANGE,
            FigureStyle.BLACK);
    private static final List<BasicStroke> STROKES = List.of(FigureStyle.HEAVY, FigureStyle.DASHED, FigureStyle.DOTTED);
    private static final double LEFT_PT = 30;
    private static final double RIGHT_PT = 62;
    private static final double TOP_PT = 16;
    private static final double BOTTOM_PT = 24;
    private static final double PANEL_PT = 150;
    private static final double LEGEND_STEP_PT = 9;

    public SweepMsdFigure {
        curves = List.copyOf(curves);
    }

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    @Override
    public double heightPt(FigureFont font) {
        return TOP_PT + PANEL_PT + BOTTOM_PT;
    }

    @Override
    public String title() {
        return heading;
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        g2.setPaint(FigureStyle.INK);
        RichText.of(heading).draw(g2, font, FigureStyle.TITLE_PT, LEFT_PT, FigureStyle.TITLE_PT + 3);
        JournalPlot plot = JournalPlot.logarithmic(
                AxisRange.logarithmic(all(true)),
                AxisRange.logarithmic(all(false)),
                new Rectangle2D.Double(LEFT_PT, TOP_PT, widthPt() - LEFT_PT - RIGHT_PT, PANEL_PT));
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k);
            plot.line(curve.lagPs(), curve.msdA2(), colour(k), stroke(k));
            double[] start = {curve.startPs()};
            double[] there = {curve.atStartA2()};
            plot.markers(start, there, there, there, FigureStyle.DISC, colour(k), true);
        }
        plot.draw(g2);
        AxisPainter axes = new AxisPainter(g2, font, plot);
        axes.bottom(plot.xTicks(5), RichText.of("lag (ps)"));
        axes.left(plot.yTicks(5), RichText.of("MSD (Å").raised("2").text(")"), LEFT_PT - 8);
        for (int k = 0; k < curves.size(); k++) {
            LegendEntry.line(curves.get(k).label(), colour(k), stroke(k), null)
                    .draw(g2, font, widthPt() - RIGHT_PT + 5, TOP_PT + 8 + k * LEGEND_STEP_PT);
        }
    }

    private static Color colour(int curve) {
        return COLOURS.get(curve % COLOURS.size());
    }

    private static BasicStroke stroke(int curve) {
        return STROKES.get(curve / COLOURS.size() % STROKES.size());
    }

    private DoubleStream all(boolean lags) {
        return curves.stream().flatMapToDouble(curve -> Arrays.stream(lags ? curve.lagPs() : curve.msdA2()));
    }
}
