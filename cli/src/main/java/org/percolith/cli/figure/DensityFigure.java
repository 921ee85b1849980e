package org.percolith.cli.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
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
     */
    public record Plane(
            String along,
            String right,
            String up,
            double rightA,
            double upA,
            double angleDegrees,
            int width,
            double[] perA2) {

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

    private static final double MARGIN_PT = 6;
    private static final double GAP_PT = 10;
    private static final double TOP_PT = 16;
    private static final double BOTTOM_PT = 12;

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
                    .draw(g2, font, FigureStyle.LEGEND_PT, x, bottom + FigureStyle.LEGEND_PT + 2);
            x += scale * plane.extentA() + GAP_PT;
        }
    }

    private static void drawPlane(Graphics2D g2, Plane plane, double left, double bottom, double scale) {
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
