package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Two systems on the same axes over one journal column: on the left their mean squared displacements, on the right the
 * volume that percolates at each isovalue.
 */
public record ComparisonFigure(Side first, Side second) implements Figure {

    /**
     * One of the systems.
     *
     * @param lagPs lags, ps
     * @param msdA2 total mean squared displacement at each, Å²
     * @param isovalueEv levels of the track density as free energies above its maximum, eV
     * @param percolatingFraction share of the cell's volume in components that wind through it, at each level
     */
    public record Side(
            String label, double[] lagPs, double[] msdA2, double[] isovalueEv, double[] percolatingFraction) {}

    private record Look(Color color, BasicStroke stroke) {}

    private static final List<Look> LOOKS = List.of(
            new Look(FigureStyle.BLUE, FigureStyle.HEAVY), new Look(FigureStyle.VERMILLION, FigureStyle.DASHED));
    private static final double MARGIN_PT = 4;
    private static final double LEFT_PT = 30;
    private static final double TOP_PT = 14;
    private static final double BOTTOM_PT = 23;
    private static final double PANEL_HEIGHT_PT = 96;
    private static final RichText AXIS_MSD = RichText.of("MSD (Å").raised("2").text(")");

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    @Override
    public double heightPt(FigureFont font) {
        return TOP_PT + PANEL_HEIGHT_PT + BOTTOM_PT;
    }

    @Override
    public String title() {
        return first.label() + " and " + second.label();
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        drawLegend(g2, font);
        double width = widthPt() / 2 - LEFT_PT - MARGIN_PT;
        drawPanel(
                panel(new Rectangle2D.Double(LEFT_PT, TOP_PT, width, PANEL_HEIGHT_PT), Side::lagPs, Side::msdA2),
                RichText.of("lag (ps)"),
                AXIS_MSD,
                g2,
                font);
        drawPanel(
                panel(
                        new Rectangle2D.Double(widthPt() / 2 + LEFT_PT, TOP_PT, width, PANEL_HEIGHT_PT),
                        Side::isovalueEv,
                        Side::percolatingFraction),
                RichText.of("isovalue (eV)"),
                RichText.of("percolating volume"),
                g2,
                font);
    }

    private JournalPlot panel(Rectangle2D area, Function<Side, double[]> x, Function<Side, double[]> y) {
        JournalPlot plot = JournalPlot.linear(
                AxisRange.fromZero(DoubleStream.concat(Arrays.stream(x.apply(first)), Arrays.stream(x.apply(second)))),
                AxisRange.fromZero(DoubleStream.concat(Arrays.stream(y.apply(first)), Arrays.stream(y.apply(second)))),
                area);
        plot.line(
                x.apply(first),
                y.apply(first),
                LOOKS.get(0).color(),
                LOOKS.get(0).stroke());
        plot.line(
                x.apply(second),
                y.apply(second),
                LOOKS.get(1).color(),
                LOOKS.get(1).stroke());
        return plot;
    }

    private static void drawPanel(JournalPlot plot, RichText x, RichText y, Graphics2D g2, FigureFont font) {
        plot.draw(g2);
        AxisPainter axes = new AxisPainter(g2, font, plot);
        axes.bottom(plot.xTicks(4), x);
        axes.left(plot.yTicks(4), y, LEFT_PT - 8);
    }

    private void drawLegend(Graphics2D g2, FigureFont font) {
        double x = LEFT_PT;
        for (int k = 0; k < LOOKS.size(); k++) {
            String label = k == 0 ? "A: " + first.label() : "B: " + second.label();
            LegendEntry entry =
                    LegendEntry.line(label, LOOKS.get(k).color(), LOOKS.get(k).stroke(), null);
            entry.draw(g2, font, x, TOP_PT - 5);
            x += entry.widthPt(font) + MARGIN_PT;
        }
    }
}
