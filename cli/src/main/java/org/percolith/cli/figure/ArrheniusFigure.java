package org.percolith.cli.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.quantity.Estimate;

/** Diffusivity over inverse temperature with the weighted line, its 95 % band and the extrapolation, in one column. */
public record ArrheniusFigure(ArrheniusFigureData data) implements Figure {

    private static final double HEIGHT_PT = 200;
    private static final double LEFT_PT = 32;
    private static final double RIGHT_PT = 7;
    private static final double TOP_PT = 29;
    private static final double BOTTOM_PT = 24;
    private static final double TITLE_BASELINE_PT = 9;
    private static final double LEGEND_LINE_PT = 9;
    private static final int REASON_LINES = 4;

    /** Of the panel's width: as far as text may go before it meets the line. */
    private static final double RESULT_WIDTH = 0.5;

    private static final RichText AXIS_INVERSE = RichText.of("1000/T (1/K)");
    private static final RichText AXIS_TEMPERATURE = RichText.of("T (K)");
    private static final RichText CM2_PER_S = RichText.of("cm").raised("2").text("/s");
    private static final RichText AXIS_DIFFUSIVITY =
            RichText.of("D (").then(CM2_PER_S).text(")");

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    @Override
    public double heightPt(FigureFont font) {
        return HEIGHT_PT;
    }

    @Override
    public String title() {
        return "Arrhenius plot, " + data.label();
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        Rectangle2D area =
                new Rectangle2D.Double(LEFT_PT, TOP_PT, widthPt() - LEFT_PT - RIGHT_PT, HEIGHT_PT - TOP_PT - BOTTOM_PT);
        ArrheniusPanel panel = new ArrheniusPanel(data);
        JournalPlot plot = panel.plot(area);
        g2.setPaint(FigureStyle.INK);
        RichText.of(data.label()).draw(g2, font, FigureStyle.TITLE_PT, LEFT_PT, TITLE_BASELINE_PT);
        plot.draw(g2);
        AxisPainter axes = new AxisPainter(g2, font, plot);
        axes.bottom(plot.xTicks(6), AXIS_INVERSE);
        axes.top(panel.temperatureTicks(plot, font), AXIS_TEMPERATURE);
        axes.left(plot.yTicks(6), AXIS_DIFFUSIVITY, 24);
        drawLegend(g2, font, area, panel.legend());
        drawResults(g2, font, area);
    }

    /** Upper right, where a falling line leaves room. */
    private static void drawLegend(Graphics2D g2, FigureFont font, Rectangle2D area, List<LegendEntry> entries) {
        double width =
                entries.stream().mapToDouble(entry -> entry.widthPt(font)).max().orElse(0);
        double baseline = area.getMinY() + 11;
        for (LegendEntry entry : entries) {
            entry.draw(g2, font, area.getMaxX() - width - 6, baseline);
            baseline += LEGEND_LINE_PT;
        }
    }

    /** Lower left, where a falling line leaves room: Ea, σ and why either is withheld. */
    private void drawResults(Graphics2D g2, FigureFont font, Rectangle2D area) {
        List<RichText> lines = new ArrayList<>();
        double width = RESULT_WIDTH * area.getWidth();
        addResult(lines, font, width, RichText.of("E").lowered("a"), data.activationEnergyEv(), "eV");
        RichText sigma = RichText.of("σ(" + Numerals.fixed(data.extrapolationK(), 0) + " K)");
        addResult(lines, font, width, sigma, data.conductivityMsPerCm(), "mS/cm");
        double baseline = area.getMaxY() - 7 - LEGEND_LINE_PT * (lines.size() - 1);
        g2.setPaint(FigureStyle.INK);
        for (RichText line : lines) {
            line.draw(g2, font, FigureStyle.LEGEND_PT, area.getMinX() + 7, baseline);
            baseline += LEGEND_LINE_PT;
        }
    }

    private static void addResult(
            List<RichText> lines, FigureFont font, double width, RichText symbol, Estimate estimate, String unit) {
        lines.add(Numerals.statement(symbol, estimate, RichText.of(unit)));
        String reason = Numerals.reason(estimate);
        if (!reason.isBlank()) {
            font.wrap(reason, FigureStyle.LEGEND_PT, width, REASON_LINES).forEach(line -> lines.add(RichText.of(line)));
        }
    }
}
