package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Number densities across an interface, the slab shaded, over one journal column.
 *
 * @param distanceA middles of the layers, from the slab's centre, Å
 * @param lowA lower bound of the slab
 * @param highA upper bound
 */
public record ProfileFigure(String heading, double[] distanceA, List<Species> species, double lowA, double highA)
        implements Figure {

    /** One species, Å⁻³ in each layer. */
    public record Species(String name, double[] perA3) {}

    private static final double LEFT_PT = 34;
    private static final double RIGHT_PT = 6;
    private static final double TOP_PT = 26;
    private static final double BOTTOM_PT = 24;
    private static final double PANEL_PT = 96;
    private static final List<Color> COLOURS = List.of(
            FigureStyle.VERMILLION,
            FigureStyle.BLUE,
            FigureStyle.GREEN,
            FigureStyle.PURPLE,
            FigureStyle.ORANGE,
            FigureStyle.GREY);
    private static final List<BasicStroke> STROKES = List.of(FigureStyle.HEAVY, FigureStyle.DASHED, FigureStyle.DOTTED);

    public ProfileFigure {
        species = List.copyOf(species);
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
        RichText.of(heading).draw(g2, font, FigureStyle.TITLE_PT, 4, FigureStyle.TITLE_PT + 3);
        double halfA = 0.5 * (distanceA[1] - distanceA[0]);
        JournalPlot plot = JournalPlot.linear(
                new AxisRange(distanceA[0] - halfA, distanceA[distanceA.length - 1] + halfA),
                AxisRange.fromZero(species.stream().flatMapToDouble(one -> Arrays.stream(one.perA3()))),
                new Rectangle2D.Double(LEFT_PT, TOP_PT, widthPt() - LEFT_PT - RIGHT_PT, PANEL_PT));
        plot.shadeInterval(Math.max(lowA, distanceA[0]), Math.min(highA, distanceA[distanceA.length - 1]));
        List<LegendEntry> legend = new ArrayList<>();
        for (int k = 0; k < species.size(); k++) {
            Color colour = COLOURS.get(k % COLOURS.size());
            BasicStroke stroke = STROKES.get(k / 2 % STROKES.size());
            plot.line(distanceA, species.get(k).perA3(), colour, stroke);
            legend.add(LegendEntry.line(species.get(k).name(), colour, stroke, null));
        }
        plot.draw(g2);
        AxisPainter axes = new AxisPainter(g2, font, plot);
        axes.bottom(plot.xTicks(6), RichText.of("distance from the slab's centre (Å)"));
        axes.left(plot.yTicks(4), RichText.of("number density (Å").raised("−3").text(")"), LEFT_PT - 8);
        double x = LEFT_PT;
        for (LegendEntry entry : legend) {
            entry.draw(g2, font, x, TOP_PT - 5);
            x += entry.widthPt(font) + 6;
        }
    }
}
