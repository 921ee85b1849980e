package org.percolith.cli.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Marks, their labels and the axis titles around a {@link JournalPlot}; marks point inwards. */
final class AxisPainter {

    private static final double MAJOR_PT = 3;
    private static final double MINOR_PT = 1.6;
    private static final double GAP_PT = 2.5;

    /** The height of a digit over the font size. */
    private static final double DIGIT_HEIGHT = 0.7;

    private final Graphics2D g2;
    private final FigureFont font;
    private final JournalPlot plot;
    private final Rectangle2D area;

    AxisPainter(Graphics2D g2, FigureFont font, JournalPlot plot) {
        this.g2 = g2;
        this.font = font;
        this.plot = plot;
        area = plot.area();
    }

    void bottom(Ticks ticks, RichText title) {
        beginMarks();
        ticks.major().forEach(tick -> markX(tick.value(), area.getMaxY(), -MAJOR_PT));
        ticks.minor().forEach(value -> markX(value, area.getMaxY(), -MINOR_PT));
        double baseline = area.getMaxY() + GAP_PT + DIGIT_HEIGHT * FigureStyle.TICK_LABEL_PT + 1;
        ticks.major().forEach(tick -> labelX(tick, baseline));
        titleX(title, baseline + FigureStyle.AXIS_TITLE_PT + 2.5);
    }

    void top(Ticks ticks, RichText title) {
        beginMarks();
        ticks.major().forEach(tick -> markX(tick.value(), area.getMinY(), MAJOR_PT));
        ticks.minor().forEach(value -> markX(value, area.getMinY(), MINOR_PT));
        double baseline = area.getMinY() - GAP_PT;
        ticks.major().forEach(tick -> labelX(tick, baseline));
        titleX(title, baseline - FigureStyle.TICK_LABEL_PT - 2);
    }

    /** @param titlePt distance of the title's base line from the axis */
    void left(Ticks ticks, RichText title, double titlePt) {
        beginMarks();
        ticks.major().forEach(tick -> markY(tick.value(), MAJOR_PT));
        ticks.minor().forEach(value -> markY(value, MINOR_PT));
        ticks.major().forEach(this::labelY);
        AffineTransform upright = g2.getTransform();
        g2.rotate(-Math.PI / 2, area.getMinX() - titlePt, area.getCenterY());
        title.drawCentred(g2, font, FigureStyle.AXIS_TITLE_PT, area.getMinX() - titlePt, area.getCenterY());
        g2.setTransform(upright);
    }

    private void beginMarks() {
        g2.setPaint(FigureStyle.INK);
        g2.setStroke(FigureStyle.AXIS);
    }

    private void markX(double value, double fromY, double lengthPt) {
        double x = plot.xPt(value);
        g2.draw(new Line2D.Double(x, fromY, x, fromY + lengthPt));
    }

    private void markY(double value, double lengthPt) {
        double y = plot.yPt(value);
        g2.draw(new Line2D.Double(area.getMinX(), y, area.getMinX() + lengthPt, y));
    }

    private void labelX(Ticks.Major tick, double baseline) {
        tick.label().drawCentred(g2, font, FigureStyle.TICK_LABEL_PT, plot.xPt(tick.value()), baseline);
    }

    private void labelY(Ticks.Major tick) {
        double baseline = plot.yPt(tick.value()) + DIGIT_HEIGHT * FigureStyle.TICK_LABEL_PT / 2;
        tick.label().drawRightAligned(g2, font, FigureStyle.TICK_LABEL_PT, area.getMinX() - GAP_PT, baseline);
    }

    private void titleX(RichText title, double baseline) {
        title.drawCentred(g2, font, FigureStyle.AXIS_TITLE_PT, area.getCenterX(), baseline);
    }
}
