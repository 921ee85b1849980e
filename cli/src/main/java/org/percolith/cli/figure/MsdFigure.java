package org.percolith.cli.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * The mean squared displacement of one run over one journal column: linear axes on the left, logarithmic ones on the
 * right, where diffusion runs parallel to the dashed guide of slope 1.
 */
public record MsdFigure(MsdFigureData data) implements Figure {

    private static final double MARGIN_PT = 4;
    private static final double LEFT_PT = 26;
    private static final double BOTTOM_PT = 23;
    private static final double LINE_PT = 9;
    private static final double PANEL_HEIGHT_PT = 92;
    private static final int MOST_REASON_LINES = 5;
    private static final double MOST_LEGEND_GAP_PT = 12;
    private static final RichText AXIS_LAG = RichText.of("lag (ps)");
    private static final RichText AXIS_MSD = RichText.of("MSD (Å").raised("2").text(")");
    private static final RichText CM2_PER_S = RichText.of("cm").raised("2").text("/s");

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    @Override
    public double heightPt(FigureFont font) {
        return panelsTopPt(font) + PANEL_HEIGHT_PT + BOTTOM_PT;
    }

    @Override
    public String title() {
        return "Mean squared displacement, " + heading();
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        double top = panelsTopPt(font);
        drawTitle(g2, font);
        drawLegend(g2, font, top - 5);
        double panelWidth = widthPt() / 2 - LEFT_PT - MARGIN_PT;
        MsdPanel panel = new MsdPanel(data);
        JournalPlot linear = panel.linear(new Rectangle2D.Double(LEFT_PT, top, panelWidth, PANEL_HEIGHT_PT));
        JournalPlot logarithmic =
                panel.logarithmic(new Rectangle2D.Double(widthPt() / 2 + LEFT_PT, top, panelWidth, PANEL_HEIGHT_PT));
        for (JournalPlot plot : List.of(linear, logarithmic)) {
            plot.draw(g2);
            AxisPainter axes = new AxisPainter(g2, font, plot);
            axes.bottom(plot.xTicks(4), AXIS_LAG);
            axes.left(plot.yTicks(4), AXIS_MSD, 19);
        }
        panel.labelGuide(g2, font, logarithmic);
    }

    /** Two lines of title, as many as a reason takes, and one of legend. */
    private double panelsTopPt(FigureFont font) {
        return MARGIN_PT + LINE_PT * (3 + reasonLines(font).size()) + 2;
    }

    private List<String> reasonLines(FigureFont font) {
        String reason = Numerals.reason(data.diffusivityCm2PerS());
        double width = widthPt() - LEFT_PT - MARGIN_PT;
        return reason.isBlank() ? List.of() : font.wrap(reason, FigureStyle.LEGEND_PT, width, MOST_REASON_LINES);
    }

    private String heading() {
        Double temperatureK = data.temperatureK();
        return temperatureK == null
                ? data.label()
                : String.format(Locale.ROOT, "%s, T = %.0f K", data.label(), temperatureK);
    }

    private void drawTitle(Graphics2D g2, FigureFont font) {
        g2.setPaint(FigureStyle.INK);
        double baseline = MARGIN_PT + FigureStyle.TITLE_PT;
        RichText.of(heading()).draw(g2, font, FigureStyle.TITLE_PT, LEFT_PT, baseline);
        baseline += LINE_PT;
        Numerals.statement(RichText.of("D"), data.diffusivityCm2PerS(), CM2_PER_S)
                .draw(g2, font, FigureStyle.TITLE_PT, LEFT_PT, baseline);
        for (String line : reasonLines(font)) {
            baseline += LINE_PT;
            RichText.of(line).draw(g2, font, FigureStyle.LEGEND_PT, LEFT_PT, baseline);
        }
    }

    private void drawLegend(Graphics2D g2, FigureFont font, double baseline) {
        List<LegendEntry> entries = new MsdPanel(data).legend();
        double used = entries.stream().mapToDouble(entry -> entry.widthPt(font)).sum();
        double free = widthPt() - LEFT_PT - MARGIN_PT - used;
        double gap = Math.min(free / entries.size(), MOST_LEGEND_GAP_PT);
        double x = LEFT_PT;
        for (LegendEntry entry : entries) {
            entry.draw(g2, font, x, baseline);
            x += entry.widthPt(font) + gap;
        }
    }
}
