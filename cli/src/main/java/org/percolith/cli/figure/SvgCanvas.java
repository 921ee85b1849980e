package org.percolith.cli.figure;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/**
 * Batik's SVG canvas, but for text in several runs: Batik would turn raised runs into outlines; here a line of text is
 * one {@code text} element, whose runs follow one another in whatever font the viewer has.
 */
final class SvgCanvas extends SVGGraphics2D {

    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    SvgCanvas(SVGGeneratorContext context) {
        super(context, false);
    }

    @Override
    public void drawString(AttributedCharacterIterator runs, float x, float y) {
        Element text = getDOMFactory().createElementNS(NAMESPACE, "text");
        if (runs.getAttribute(RichText.ANCHOR) instanceof RichText.Anchor anchor) {
            text.setAttribute("x", generatorCtx.doubleString(anchor.x()));
            text.setAttribute("text-anchor", anchor.position());
        } else {
            text.setAttribute("x", generatorCtx.doubleString(x));
        }
        text.setAttribute("y", generatorCtx.doubleString(y));
        text.setAttribute("stroke", "none");
        text.setAttribute("font-family", FigureFont.SVG_FAMILIES);
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        double shift = 0;
        for (int at = runs.getBeginIndex(); at < runs.getEndIndex(); at = runs.getRunLimit()) {
            runs.setIndex(at);
            if (runs.getAttribute(TextAttribute.FONT) instanceof Font font) {
                double wanted = font.getTransform().getTranslateY();
                text.appendChild(run(characters(runs), font, wanted - shift));
                shift = wanted;
            }
        }
        domGroupManager.addElement(text, DOMGroupManager.FILL);
    }

    private Element run(String characters, Font font, double shiftDown) {
        Element span = getDOMFactory().createElementNS(NAMESPACE, "tspan");
        span.setAttribute("font-size", generatorCtx.doubleString(font.getSize2D()) + "px");
        if (shiftDown != 0) {
            span.setAttribute("dy", generatorCtx.doubleString(shiftDown));
        }
        span.setTextContent(characters);
        return span;
    }

    private static String characters(AttributedCharacterIterator runs) {
        StringBuilder characters = new StringBuilder();
        int limit = runs.getRunLimit();
        for (char c = runs.current(); runs.getIndex() < limit; c = runs.next()) {
            characters.append(c);
        }
        runs.setIndex(limit - 1);
        return characters.toString();
    }
}
