package org.percolith.cli.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.Estimate.UpperBound;

/**
 * Values with their 95 % intervals below one another on one axis, over one journal column.
 *
 * @param heading above the rows
 * @param axis what the axis shows, with its unit
 * @param logarithmic whether the axis is
 */
public record IntervalFigure(String heading, String axis, boolean logarithmic, List<Row> rows) implements Figure {

    /** One value; withheld ones keep their row and show nothing. */
    public record Row(String label, Estimate estimate) {}

    private static final double LEFT_PT = 86;
    private static final double RIGHT_PT = 8;
    private static final double TOP_PT = 16;
    private static final double BOTTOM_PT = 24;
    private static final double ROW_PT = 14;

    public IntervalFigure {
        rows = List.copyOf(rows);
    }

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    @Override
    public double heightPt(FigureFont font) {
        return TOP_PT + ROW_PT * rows.size() + BOTTOM_PT;
    }

    @Override
    public String title() {
        return heading;
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        g2.setPaint(FigureStyle.INK);
        RichText.of(heading).draw(g2, font, FigureStyle.TITLE_PT, 4, FigureStyle.TITLE_PT + 3);
        Rectangle2D area =
                new Rectangle2D.Double(LEFT_PT, TOP_PT, widthPt() - LEFT_PT - RIGHT_PT, ROW_PT * rows.size());
        AxisRange range = logarithmic ? AxisRange.logarithmic(ends()) : AxisRange.fromZero(ends());
        AxisRange unit = new AxisRange(0, 1);
        JournalPlot plot =
                logarithmic ? JournalPlot.logarithmicX(range, unit, area) : JournalPlot.linear(range, unit, area);
        plot.draw(g2);
        new AxisPainter(g2, font, plot).bottom(plot.xTicks(5), RichText.of(axis));
        for (int row = 0; row < rows.size(); row++) {
            double y = plot.area().getMinY() + ROW_PT * (row + 0.5);
            g2.setPaint(FigureStyle.INK);
            RichText.of(rows.get(row).label())
                    .drawRightAligned(g2, font, FigureStyle.TICK_LABEL_PT, LEFT_PT - 5, y + 2.3);
            drawEstimate(g2, plot, rows.get(row).estimate(), y);
        }
    }

    private static void drawEstimate(Graphics2D g2, JournalPlot plot, Estimate estimate, double y) {
        g2.setPaint(FigureStyle.BLUE);
        g2.setStroke(FigureStyle.HEAVY);
        if (estimate instanceof Measured m) {
            double from = Math.max(plot.area().getMinX(), plot.xPt(m.lower95()));
            double to = Math.min(plot.area().getMaxX(), plot.xPt(m.upper95()));
            g2.draw(new Line2D.Double(Double.isNaN(from) ? plot.area().getMinX() : from, y, to, y));
            double x = plot.xPt(m.value());
            g2.fill(new Rectangle2D.Double(x - 2, y - 2, 4, 4));
        } else if (estimate instanceof UpperBound bound) {
            double x = plot.xPt(bound.upper95());
            g2.draw(new Line2D.Double(plot.area().getMinX(), y, x, y));
            g2.draw(new Line2D.Double(x, y - 3, x, y + 3));
        }
    }

    private DoubleStream ends() {
        return rows.stream()
                .map(Row::estimate)
                .flatMapToDouble(estimate -> estimate instanceof Measured m
                        ? DoubleStream.of(
                                Math.max(m.lower95(), logarithmic ? m.value() / 30 : 0), m.value(), m.upper95())
                        : estimate instanceof UpperBound bound
                                ? DoubleStream.of(bound.upper95())
                                : DoubleStream.empty());
    }
}
