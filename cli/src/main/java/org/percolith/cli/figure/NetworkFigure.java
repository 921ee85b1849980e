package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * The network of hops seen along one lattice vector: basins as discs whose area is their occupancy, hops as lines as wide
 * as they were often taken.
 *
 * @param heading above the picture
 * @param rightA length of the lattice vector that points right, Å
 * @param upA length of the other one, Å
 * @param angleDegrees between them
 * @param basins discs
 * @param hops lines
 */
public record NetworkFigure(
        String heading, double rightA, double upA, double angleDegrees, String axes, List<Disc> basins, List<Edge> hops)
        implements Figure {

    /** A basin at fractional coordinates of the two vectors. */
    public record Disc(double right, double up, double occupancy) {}

    /** Hops from a place in the cell to another, which may lie outside; drawn as far as the face of the cell. */
    public record Edge(double fromRight, double fromUp, double toRight, double toUp, int count) {

        /** Whether it ends outside the cell. */
        public boolean leaves() {
            return inside() < 1;
        }

        /** The part of it that lies inside. */
        double inside() {
            return Math.min(inside(fromRight, toRight), inside(fromUp, toUp));
        }

        private static double inside(double from, double to) {
            return to > 1 ? (1 - from) / (to - from) : to < 0 ? from / (from - to) : 1;
        }
    }

    private static final double MARGIN_PT = 12;
    private static final double TOP_PT = 18;
    private static final double BOTTOM_PT = 12;
    private static final double LARGEST_DISC_PT = 3.2;
    private static final double WIDEST_LINE_PT = 2.2;

    public NetworkFigure {
        basins = List.copyOf(basins);
        hops = List.copyOf(hops);
    }

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    private double shearA() {
        return upA * Math.cos(Math.toRadians(angleDegrees));
    }

    private double heightA() {
        return upA * Math.sin(Math.toRadians(angleDegrees));
    }

    private double ptPerA() {
        return (widthPt() - 2 * MARGIN_PT) / Math.max(rightA + Math.abs(shearA()), heightA());
    }

    @Override
    public double heightPt(FigureFont font) {
        return TOP_PT + ptPerA() * heightA() + 2 * BOTTOM_PT;
    }

    @Override
    public String title() {
        return heading;
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        g2.setPaint(FigureStyle.INK);
        RichText.of(heading).draw(g2, font, FigureStyle.TITLE_PT, 4, FigureStyle.TITLE_PT + 3);
        double bottom = heightPt(font) - 2 * BOTTOM_PT;
        int most = hops.stream().mapToInt(Edge::count).max().orElse(1);
        g2.setPaint(FigureStyle.BLUE);
        for (Edge hop : hops) {
            double width = Math.max(0.25, WIDEST_LINE_PT * Math.sqrt((double) hop.count() / most));
            g2.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            double endRight = hop.fromRight() + hop.inside() * (hop.toRight() - hop.fromRight());
            double endUp = hop.fromUp() + hop.inside() * (hop.toUp() - hop.fromUp());
            g2.draw(new Line2D.Double(
                    xPt(hop.fromRight(), hop.fromUp()),
                    bottom - yPt(hop.fromUp()),
                    xPt(endRight, endUp),
                    bottom - yPt(endUp)));
        }
        double fullest = basins.stream().mapToDouble(Disc::occupancy).max().orElse(1);
        g2.setPaint(FigureStyle.VERMILLION);
        for (Disc basin : basins) {
            double radius = Math.max(0.6, LARGEST_DISC_PT * Math.sqrt(basin.occupancy() / fullest));
            g2.fill(new Ellipse2D.Double(
                    xPt(basin.right(), basin.up()) - radius,
                    bottom - yPt(basin.up()) - radius,
                    2 * radius,
                    2 * radius));
        }
        drawCell(g2, bottom);
        RichText.of(axes).draw(g2, font, FigureStyle.LEGEND_PT, MARGIN_PT, heightPt(font) - BOTTOM_PT + 4);
    }

    private void drawCell(Graphics2D g2, double bottom) {
        Path2D cell = new Path2D.Double();
        cell.moveTo(xPt(0, 0), bottom);
        cell.lineTo(xPt(1, 0), bottom);
        cell.lineTo(xPt(1, 1), bottom - yPt(1));
        cell.lineTo(xPt(0, 1), bottom - yPt(1));
        cell.closePath();
        g2.setPaint(FigureStyle.INK);
        g2.setStroke(FigureStyle.AXIS);
        g2.draw(cell);
    }

    private double xPt(double right, double up) {
        return MARGIN_PT + ptPerA() * (right * rightA + up * shearA() + Math.max(0, -shearA()));
    }

    private double yPt(double up) {
        return ptPerA() * up * heightA();
    }
}
