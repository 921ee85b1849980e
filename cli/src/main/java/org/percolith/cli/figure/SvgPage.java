package org.percolith.cli.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A figure as a stand-alone SVG file, one user unit to the point. */
final class SvgPage {

    private SvgPage() {}

    static byte[] encode(Figure figure) throws FigureException {
        FigureFont font = FigureFont.load();
        Document document =
                GenericDOMImplementation.getDOMImplementation().createDocument(SvgCanvas.NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Percolith");
        context.setPrecision(3);
        SvgCanvas canvas = new SvgCanvas(context);
        double height = figure.heightPt(font);
        canvas.setPaint(Color.WHITE);
        canvas.fill(new Rectangle2D.Double(0, 0, figure.widthPt(), height));
        figure.draw(canvas, font);
        Element root = canvas.getRoot();
        describe(root, figure.title(), figure.widthPt(), height);
        canvas.dispose();
        return serialized(root);
    }

    private static void describe(Element root, String text, double widthPt, double heightPt) {
        root.setAttribute("width", String.format(Locale.ROOT, "%.2fpt", widthPt));
        root.setAttribute("height", String.format(Locale.ROOT, "%.2fpt", heightPt));
        root.setAttribute("viewBox", String.format(Locale.ROOT, "0 0 %.2f %.2f", widthPt, heightPt));
        root.setAttribute("font-family", FigureFont.SVG_FAMILIES);
        Element title = root.getOwnerDocument().createElementNS(SvgCanvas.NAMESPACE, "title");
        title.setTextContent(text);
        root.insertBefore(title, root.getFirstChild());
    }

    /** Without the document type that Batik would write: some XML parsers would go and fetch it from the network. */
    private static byte[] serialized(Element root) throws FigureException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new FigureException("the SVG could not be encoded: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }
}
