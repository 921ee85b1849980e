package org.percolith.cli.figure;

import java.awt.Graphics2D;

/** A drawing of fixed size in PostScript points (1 pt = 1/72 inch); {@link FigureFormat} turns it into a file. */
public sealed interface Figure
        permits MsdFigure,
                ArrheniusFigure,
                ComparisonFigure,
                DensityFigure,
                IntervalFigure,
                ProfileFigure,
                NetworkFigure,
                SweepMsdFigure {

    double widthPt();

    double heightPt(FigureFont font);

    /** One line of plain text for the file's metadata. */
    String title();

    /** Draws into (0, 0) to (width, height), y downwards; the background is already white. */
    void draw(Graphics2D g2, FigureFont font);
}
