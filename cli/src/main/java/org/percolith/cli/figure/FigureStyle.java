package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The journal look: sizes for one column at 100 %, line widths that survive print, and the palette of Okabe and Ito
 * (2008), which readers with any colour vision can tell apart.
 */
final class FigureStyle {

    /** One journal column, 8.6 cm. */
    static final double COLUMN_PT = 8.6 / 2.54 * 72;

    static final double TITLE_PT = 7;
    static final double AXIS_TITLE_PT = 7;
    static final double TICK_LABEL_PT = 6.5;
    static final double LEGEND_PT = 6;

    static final Color INK = new Color(0x20, 0x20, 0x20);
    static final Color BLACK = Color.BLACK;
    static final Color GREY = new Color(0x80, 0x80, 0x80);
    static final Color WINDOW_SHADE = new Color(0xEE, 0xEE, 0xEE);
    static final Color BLUE = new Color(0x00, 0x72, 0xB2);
    static final Color GREEN = new Color(0x00, 0x9E, 0x73);
    static final Color ORANGE = new Color(0xE6, 0x9F, 0x00);
    static final Color VERMILLION = new Color(0xD5, 0x5E, 0x00);
    static final Color PURPLE = new Color(0xCC, 0x79, 0xA7);

    static final BasicStroke AXIS = solid(0.5);
    static final BasicStroke HEAVY = solid(1.1);
    static final BasicStroke MEDIUM = solid(0.8);
    static final BasicStroke THIN = solid(0.5);
    static final BasicStroke DASHED = dashed(0.7, 3, 2);
    static final BasicStroke DOTTED = dashed(0.8, 0.9, 1.4);

    static final Shape DISC = new Ellipse2D.Double(-2, -2, 4, 4);
    static final Shape DIAMOND = AffineTransform.getRotateInstance(Math.PI / 4)
            .createTransformedShape(new Rectangle2D.Double(-1.9, -1.9, 3.8, 3.8));
    static final Shape SQUARE = new Rectangle2D.Double(-1.9, -1.9, 3.8, 3.8);
    static final Shape DOWN_ARROW = downArrow();

    private FigureStyle() {}

    /** The bound itself is the bar; the arrow says that the truth lies below it. */
    private static Shape downArrow() {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(-2.4, 0);
        arrow.lineTo(2.4, 0);
        arrow.moveTo(0, 0);
        arrow.lineTo(0, 8);
        arrow.moveTo(-1.7, 5.4);
        arrow.lineTo(0, 8);
        arrow.lineTo(1.7, 5.4);
        return arrow;
    }

    private static BasicStroke solid(double widthPt) {
        return new BasicStroke((float) widthPt, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(double widthPt, double on, double off) {
        return new BasicStroke(
                (float) widthPt,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {(float) on, (float) off},
                0);
    }
}
