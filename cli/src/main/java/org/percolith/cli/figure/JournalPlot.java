package org.percolith.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * The data rectangle of one panel: curves, bands and markers in axis units, the later above the earlier. JFreeChart maps,
 * clips and renders; marks and lettering around the rectangle are {@link AxisPainter}'s, because JFreeChart would turn
 * raised exponents into outlines.
 */
final class JournalPlot {

    /** Points closer than this on paper add bytes, but nothing to see. */
    private static final double RESOLUTION_PT = 0.2;

    static final float BAND_OPACITY = 0.25f;

    private final XYPlot plot;
    private final ValueAxis xAxis;
    private final ValueAxis yAxis;
    private final Rectangle2D area;
    private int layers;

    private JournalPlot(ValueAxis xAxis, ValueAxis yAxis, Rectangle2D area) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.area = wholePoints(area);
        plot = new XYPlot(null, xAxis, yAxis, null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlinePaint(FigureStyle.INK);
        plot.setOutlineStroke(FigureStyle.AXIS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    static JournalPlot linear(AxisRange x, AxisRange y, Rectangle2D area) {
        return new JournalPlot(spanning(new NumberAxis(), x), spanning(new NumberAxis(), y), area);
    }

    static JournalPlot semiLogarithmic(AxisRange x, AxisRange y, Rectangle2D area) {
        return new JournalPlot(spanning(new NumberAxis(), x), spanning(new LogAxis(), y), area);
    }

    static JournalPlot logarithmicX(AxisRange x, AxisRange y, Rectangle2D area) {
        return new JournalPlot(spanning(new LogAxis(), x), spanning(new NumberAxis(), y), area);
    }

    static JournalPlot logarithmic(AxisRange x, AxisRange y, Rectangle2D area) {
        return new JournalPlot(spanning(new LogAxis(), x), spanning(new LogAxis(), y), area);
    }

    /** JFreeChart's own ticks are not shown; to choose them it would measure text in a font that may not exist. */
    private static ValueAxis spanning(ValueAxis axis, AxisRange range) {
        axis.setAutoTickUnitSelection(false);
        axis.setRange(range.lower(), range.upper());
        axis.setVisible(false);
        return axis;
    }

    /** JFreeChart shrinks a data rectangle to whole units before it draws; marks and labels must do as well. */
    private static Rectangle2D wholePoints(Rectangle2D area) {
        double left = Math.ceil(area.getMinX());
        double top = Math.ceil(area.getMinY());
        return new Rectangle2D.Double(left, top, Math.floor(area.getMaxX()) - left, Math.floor(area.getMaxY()) - top);
    }

    Rectangle2D area() {
        return area;
    }

    double xPt(double value) {
        return xAxis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    double yPt(double value) {
        return yAxis.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    Ticks xTicks(int most) {
        return ticks(xAxis, most);
    }

    Ticks yTicks(int most) {
        return ticks(yAxis, most);
    }

    private static Ticks ticks(ValueAxis axis, int most) {
        double lower = axis.getLowerBound();
        double upper = axis.getUpperBound();
        return axis instanceof LogAxis ? Ticks.decades(lower, upper, most) : Ticks.linear(lower, upper, most);
    }

    void shadeInterval(double fromX, double toX) {
        IntervalMarker marker = new IntervalMarker(fromX, toX, FigureStyle.WINDOW_SHADE);
        marker.setOutlinePaint(null);
        marker.setAlpha(1);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    void line(double[] x, double[] y, Color color, BasicStroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(0, stroke);
        add(points(x, y, y, y, RESOLUTION_PT), renderer);
    }

    void band(double[] x, double[] lower, double[] upper, Color color) {
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setSeriesFillPaint(0, color);
        renderer.setAlpha(BAND_OPACITY);
        add(points(x, upper, lower, upper, RESOLUTION_PT), renderer);
    }

    void markers(double[] x, double[] y, double[] lower, double[] upper, Shape shape, Color color, boolean filled) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(3);
        renderer.setErrorStroke(FigureStyle.MEDIUM);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesShape(0, shape);
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, filled ? color : Color.WHITE);
        renderer.setDrawOutlines(true);
        renderer.setSeriesOutlineStroke(0, FigureStyle.MEDIUM);
        add(points(x, y, lower, upper, 0), renderer);
    }

    /** Markers of lines only, such as arrows: without interior and without error bars. */
    void outlines(double[] x, double[] y, Shape shape, Color color) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesShape(0, shape);
        renderer.setSeriesShapesFilled(0, false);
        renderer.setSeriesOutlineStroke(0, FigureStyle.MEDIUM);
        add(points(x, y, y, y, 0), renderer);
    }

    void draw(Graphics2D g2) {
        // JFreeChart saves and restores this hint, and Batik refuses to restore one that was never set.
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        plot.draw(g2, area, null, null, null);
    }

    private void add(XYDataset dataset, AbstractXYItemRenderer renderer) {
        plot.setDataset(layers, dataset);
        plot.setRenderer(layers, renderer);
        layers++;
    }

    /** The points that a scale can show: finite, on a logarithmic axis positive, and apart from one another on paper. */
    private YIntervalSeriesCollection points(
            double[] x, double[] y, double[] lower, double[] upper, double resolutionPt) {
        YIntervalSeries series = new YIntervalSeries("");
        double lastPt = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            boolean last = i == x.length - 1;
            if (!plottable(xAxis, x[i]) || !plottable(yAxis, y[i])) {
                continue;
            }
            double pt = xPt(x[i]);
            if (last || Math.abs(pt - lastPt) >= resolutionPt) {
                series.add(x[i], y[i], aboveFloor(lower[i]), upper[i]);
                lastPt = pt;
            }
        }
        YIntervalSeriesCollection collection = new YIntervalSeriesCollection();
        collection.addSeries(series);
        return collection;
    }

    private static boolean plottable(ValueAxis axis, double value) {
        return Double.isFinite(value) && (value > 0 || !(axis instanceof LogAxis));
    }

    /** A lower bound of zero or less lies infinitely far down a logarithmic axis: here, well below its end. */
    private double aboveFloor(double lower) {
        return yAxis instanceof LogAxis ? Math.max(lower, yAxis.getLowerBound() * 1e-2) : lower;
    }
}
