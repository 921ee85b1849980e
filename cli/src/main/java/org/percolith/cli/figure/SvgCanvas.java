package org.percolith.cli.figure;

import java.awt.Font;
import java.awt.Image;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jspecify.annotations.Nullable;
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

    /** A picture is embedded as PNG, without the codecs that Batik would look for. */
    @Override
    public boolean drawImage(Image picture, AffineTransform placed, @Nullable ImageObserver observer) {
        Element image = getDOMFactory().createElementNS(NAMESPACE, "image");
        image.setAttribute("width", String.valueOf(picture.getWidth(observer)));
        image.setAttribute("height", String.valueOf(picture.getHeight(observer)));
        image.setAttribute("preserveAspectRatio", "none");
        double[] matrix = new double[6];
        placed.getMatrix(matrix);
        image.setAttribute(
                "transform",
                Arrays.stream(matrix)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.6f", value))
                        .collect(Collectors.joining(" ", "matrix(", ")")));
        image.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", "data:image/png;base64," + png(picture));
        domGroupManager.addElement(image, DOMGroupManager.FILL);
        return true;
    }

    private static String png(Image picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write((RenderedImage) picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
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
