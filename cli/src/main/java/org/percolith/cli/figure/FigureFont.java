package org.percolith.cli.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Liberation Sans as shipped inside PDFBox, so that a layout does not depend on the fonts of a machine.
 * Its widths are those of Arial and Helvetica, which an SVG viewer may use in its place.
 */
public final class FigureFont {

    /** The families an SVG viewer may choose from, best first. */
    static final String SVG_FAMILIES = "Liberation Sans, Arial, Helvetica, sans-serif";

    /** Room for the text of an SVG in a wider font, such as DejaVu Sans, where a viewer has none of these. */
    private static final double SLACK = 1.14;

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private final Font unitFont;

    private FigureFont(Font unitFont) {
        this.unitFont = unitFont;
    }

    /**
     * Loads the font and measures with it once.
     *
     * @throws FigureException if the font system of this Java installation does not start
     */
    public static FigureFont load() throws FigureException {
        try (InputStream stream = open()) {
            FigureFont font = new FigureFont(Font.createFont(Font.TRUETYPE_FONT, stream));
            font.widthPt("0", 10);
            return font;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (IOException | FontFormatException | RuntimeException | Error e) {
            // Without fontconfig, FreeType or any font, Java throws whatever it tripped over: by version and by what
            // was
            // tried before, an IOException, a NullPointerException, an InternalError, a LinkageError or a bare Error.
            throw new FigureException(
                    "no figures: Java cannot start its font system (" + e
                            + "); installing fontconfig, FreeType and any font mends this",
                    e);
        }
    }

    /** The font file itself, for embedding. */
    static InputStream open() throws IOException {
        InputStream stream = PDDocument.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new FileNotFoundException("the PDFBox library on the class path has no " + RESOURCE);
        }
        return stream;
    }

    /** The name under which AWT knows the font. */
    String name() {
        return unitFont.getFontName();
    }

    Font atSize(double sizePt) {
        return unitFont.deriveFont((float) sizePt);
    }

    double widthPt(String text, double sizePt) {
        return atSize(sizePt).getStringBounds(text, UNHINTED).getWidth();
    }

    /** The width to set aside for a text that must not touch its neighbours in any font. */
    double roomPt(String text, double sizePt) {
        return SLACK * widthPt(text, sizePt);
    }

    /**
     * Breaks {@code text} at spaces into lines no wider than {@code widthPt}; what exceeds {@code maxLines} is replaced
     * by an ellipsis. A single word that is too long stays whole.
     */
    List<String> wrap(String text, double sizePt, double widthPt, int maxLines) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || roomPt(longer, sizePt) <= widthPt) {
                line = longer;
            } else if (lines.size() == maxLines - 1) {
                lines.add(line + " …");
                return lines;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }
}
