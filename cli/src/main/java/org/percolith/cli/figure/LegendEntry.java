package org.percolith.cli.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** A sample of a curve or marker, and what it stands for. */
record LegendEntry(String label, Sample sample) {

    private static final double SAMPLE_PT = 11;
    private static final double GAP_PT = 2.5;

    /** Draws {@code SAMPLE_PT} wide from {@code x}, centred on {@code y}. */
    @FunctionalInterface
    interface Sample {
        void draw(Graphics2D g2, double x, double y);
    }

    static LegendEntry line(String label, Color color, BasicStroke stroke, @Nullable Color band) {
        return new LegendEntry(label, (g2, x, y) -> {
            if (band != null) {
                Composite opaque = g2.getComposite();
                g2.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, JournalPlot.BAND_OPACITY));
                g2.setPaint(band);
                g2.fill(new Rectangle2D.Double(x, y - 2, SAMPLE_PT, 4));
                g2.setComposite(opaque);
            }
            g2.setPaint(color);
            g2.setStroke(stroke);
            g2.draw(new Line2D.Double(x, y, x + SAMPLE_PT, y));
        });
    }

    /** A marker; {@code fill} is null for one that consists of lines only. */
    static LegendEntry marker(String label, Shape shape, Color outline, @Nullable Color fill) {
        double centreAbove = shape.getBounds2D().getCenterY();
        return new LegendEntry(label, (g2, x, y) -> {
            Shape placed = AffineTransform.getTranslateInstance(x + SAMPLE_PT / 2, y - centreAbove)
                    .createTransformedShape(shape);
            if (fill != null) {
                g2.setPaint(fill);
                g2.fill(placed);
            }
            g2.setPaint(outline);
            g2.setStroke(FigureStyle.MEDIUM);
            g2.draw(placed);
        });
    }

    double widthPt(FigureFont font) {
        return SAMPLE_PT + GAP_PT + font.roomPt(label, FigureStyle.LEGEND_PT);
    }

    void draw(Graphics2D g2, FigureFont font, double x, double baseline) {
        sample.draw(g2, x, baseline - 0.35 * FigureStyle.LEGEND_PT);
        g2.setPaint(FigureStyle.INK);
        RichText.of(label).draw(g2, font, FigureStyle.LEGEND_PT, x + SAMPLE_PT + GAP_PT, baseline);
    }
}
