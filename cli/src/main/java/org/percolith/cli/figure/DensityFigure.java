package org.percolith.cli.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * A density projected along each lattice vector onto the plane of the other two, in the true shape of the cell, over one
 * journal column. Colour is (ρ/ρ_max)^½ of each plane, so that thin pathways between dense sites stay visible.
 */
public record DensityFigure(String heading, List<Plane> planes) implements Figure {

    /**
     * One projection.
     *
     * @param along name of the lattice vector that was summed over
     * @param right name of the lattice vector drawn to the right
     * @param up name of the other one
     * @param rightA length of the first, Å
     * @param upA length of the other, Å
     * @param angleDegrees angle between them
     * @param width voxels along the first
     * @param perA2 ions per area, {@code [first + width * second]}
     * @param atoms of the framework
     */
    public record Plane(
            String along,
            String right,
            String up,
            double rightA,
            double upA,
            double angleDegrees,
            int width,
            double[] perA2,
            List<Atom> atoms) {

        public Plane {
            atoms = List.copyOf(atoms);
        }

        private double mostPerA2() {
            return Arrays.stream(perA2).max().orElse(0);
        }

        double shearA() {
            return upA * Math.cos(Math.toRadians(angleDegrees));
        }

        double heightA() {
            return upA * Math.sin(Math.toRadians(angleDegrees));
        }

        /** From the leftmost to the rightmost corner. */
        double extentA() {
            return rightA + Math.abs(shearA());
        }
    }

    /** A framework atom at fractional coordinates of the two vectors. */
    public record Atom(String element, double right, double up) {}

    private static final List<Color> ELEMENT_COLOURS = List.of(
            FigureStyle.VERMILLION, FigureStyle.GREEN, FigureStyle.PURPLE, FigureStyle.ORANGE, FigureStyle.GREY);
    private static final double ATOM_PT = 0.9;
    private static final double TICK_PT = 2;
    private static final double BAR_WIDTH_PT = 48;
    private static final double BAR_HEIGHT_PT = 4;
    private static final double MARGIN_PT = 6;
    private static final double GAP_PT = 10;
    private static final double TOP_PT = 16;
    private static final double BOTTOM_PT = 36;

    public DensityFigure {
        planes = List.copyOf(planes);
    }

    @Override
    public double widthPt() {
        return FigureStyle.COLUMN_PT;
    }

    @Override
    public double heightPt(FigureFont font) {
        double highestA = planes.stream().mapToDouble(Plane::heightA).max().orElse(0);
        return TOP_PT + ptPerA() * highestA + BOTTOM_PT;
    }

    @Override
    public String title() {
        return heading;
    }

    /** One scale for all planes. */
    private double ptPerA() {
        double totalA = planes.stream().mapToDouble(Plane::extentA).sum();
        return (widthPt() - 2 * MARGIN_PT - (planes.size() - 1) * GAP_PT) / totalA;
    }

    @Override
    public void draw(Graphics2D g2, FigureFont font) {
        g2.setPaint(FigureStyle.INK);
        RichText.of(heading).draw(g2, font, FigureStyle.TITLE_PT, MARGIN_PT, FigureStyle.TITLE_PT + 3);
        double scale = ptPerA();
        double x = MARGIN_PT;
        double bottom = heightPt(font) - BOTTOM_PT;
        for (Plane plane : planes) {
            drawPlane(g2, plane, x + scale * Math.max(0, -plane.shearA()), bottom, scale);
            g2.setPaint(FigureStyle.INK);
            RichText.of("along " + plane.along() + "; " + plane.right() + " right, " + plane.up() + " up")
                    .draw(g2, font, FigureStyle.LEGEND_PT, x, bottom + 3 + FigureStyle.LEGEND_PT);
            RichText.of("0 to " + Numerals.brief(plane.mostPerA2()) + " Å")
                    .raised("−2")
                    .draw(g2, font, FigureStyle.LEGEND_PT, x, bottom + 3 + 2.2 * FigureStyle.LEGEND_PT);
            x += scale * plane.extentA() + GAP_PT;
        }
        drawLegend(g2, font, heightPt(font) - 6);
    }

    /** The colours of a plane from nothing to its densest place, the elements, and how far ticks are apart. */
    private void drawLegend(Graphics2D g2, FigureFont font, double baseline) {
        double x = MARGIN_PT;
        for (int k = 0; k < BAR_WIDTH_PT; k++) {
            double level = Math.sqrt((k + 0.5) / BAR_WIDTH_PT);
            g2.setPaint(new Color(ColourScale.rgb(level)));
            g2.fill(new Rectangle2D.Double(x + k, baseline - BAR_HEIGHT_PT, 1.2, BAR_HEIGHT_PT));
        }
        g2.setPaint(FigureStyle.INK);
        g2.setStroke(FigureStyle.AXIS);
        g2.draw(new Rectangle2D.Double(x, baseline - BAR_HEIGHT_PT, BAR_WIDTH_PT, BAR_HEIGHT_PT));
        x += BAR_WIDTH_PT + 3;
        String range = "0 to the highest; ticks every " + Numerals.fixed(tickA(), 0) + " Å";
        RichText.of(range).draw(g2, font, FigureStyle.LEGEND_PT, x, baseline);
        x += font.roomPt(range, FigureStyle.LEGEND_PT) + 8;
        for (String element : elements()) {
            g2.setPaint(colour(element));
            g2.fill(new Ellipse2D.Double(x, baseline - 3.5, 3, 3));
            g2.setPaint(FigureStyle.INK);
            RichText.of(element).draw(g2, font, FigureStyle.LEGEND_PT, x + 5, baseline);
            x += 5 + font.roomPt(element, FigureStyle.LEGEND_PT) + 6;
        }
    }

    private List<String> elements() {
        return planes.stream()
                .flatMap(plane -> plane.atoms().stream())
                .map(Atom::element)
                .distinct()
                .toList();
    }

    private Color colour(String element) {
        return ELEMENT_COLOURS.get(elements().indexOf(element) % ELEMENT_COLOURS.size());
    }

    /** Å between the ticks along the edges: about four an edge. */
    private double tickA() {
        double longestA = planes.stream()
                .mapToDouble(plane -> Math.max(plane.rightA(), plane.upA()))
                .max()
                .orElse(1);
        return longestA > 40 ? 10 : longestA > 12 ? 5 : 2;
    }

    private void drawPlane(Graphics2D g2, Plane plane, double left, double bottom, double scale) {
        int height = plane.perA2().length / plane.width();
        double stepX = scale * plane.rightA() / plane.width();
        double stepY = scale * plane.heightA() / height;
        double shear = scale * plane.shearA() / height;
        AffineTransform cell =
                new AffineTransform(stepX, 0, -shear, stepY, left + shear * height, bottom - stepY * height);
        g2.drawImage(image(plane, height), cell, null);
        Path2D outline = new Path2D.Double();
        outline.moveTo(left, bottom);
        outline.lineTo(left + scale * plane.rightA(), bottom);
        outline.lineTo(left + scale * (plane.rightA() + plane.shearA()), bottom - scale * plane.heightA());
        outline.lineTo(left + scale * plane.shearA(), bottom - scale * plane.heightA());
        outline.closePath();
        g2.setPaint(FigureStyle.INK);
        g2.setStroke(FigureStyle.AXIS);
        g2.draw(outline);
        drawTicks(g2, plane, left, bottom, scale);
        for (Atom atom : plane.atoms()) {
            g2.setPaint(colour(atom.element()));
            double x = left + scale * (atom.right() * plane.rightA() + atom.up() * plane.shearA());
            double y = bottom - scale * atom.up() * plane.heightA();
            g2.fill(new Ellipse2D.Double(x - ATOM_PT, y - ATOM_PT, 2 * ATOM_PT, 2 * ATOM_PT));
        }
    }

    private void drawTicks(Graphics2D g2, Plane plane, double left, double bottom, double scale) {
        for (double at = tickA(); at < plane.rightA(); at += tickA()) {
            double x = left + scale * at;
            g2.draw(new Line2D.Double(x, bottom, x, bottom + TICK_PT));
        }
        for (double at = tickA(); at < plane.upA(); at += tickA()) {
            double along = at / plane.upA();
            double x = left + scale * along * plane.shearA();
            double y = bottom - scale * along * plane.heightA();
            g2.draw(new Line2D.Double(x - TICK_PT, y, x, y));
        }
    }

    /** One pixel a voxel column, the second vector upwards. */
    private static BufferedImage image(Plane plane, int height) {
        double max = Arrays.stream(plane.perA2()).max().orElse(0);
        BufferedImage image = new BufferedImage(plane.width(), height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < plane.perA2().length; at++) {
            double level = max > 0 ? Math.sqrt(plane.perA2()[at] / max) : 0;
            image.setRGB(at % plane.width(), height - 1 - at / plane.width(), ColourScale.rgb(level));
        }
        return image;
    }
}
