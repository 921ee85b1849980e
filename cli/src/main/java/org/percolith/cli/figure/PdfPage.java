package org.percolith.cli.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A figure as a PDF of one page, cut to its size, with the used glyphs of its font embedded. */
final class PdfPage {

    /** Stands in for PDFBox's own, which is made from the clock and would differ from one call to the next. */
    private static final long DOCUMENT_ID = 1;

    private PdfPage() {}

    static byte[] encode(Figure figure) throws FigureException {
        FigureFont font = FigureFont.load();
        try (PDDocument document = new PDDocument();
                InputStream fontFile = FigureFont.open();
                PdfBoxGraphics2DFontTextDrawer textDrawer = new PdfBoxGraphics2DFontTextDrawer()) {
            document.setDocumentId(DOCUMENT_ID);
            document.setDocumentInformation(information(figure));
            textDrawer.registerFont(font.name(), PDType0Font.load(document, fontFile));
            PDRectangle bounds = new PDRectangle((float) figure.widthPt(), (float) figure.heightPt(font));
            PDPage page = new PDPage(bounds);
            document.addPage(page);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, bounds);
            g2.setFontTextDrawer(textDrawer);
            figure.draw(g2, font);
            g2.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g2.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new FigureException("the PDF could not be encoded: " + e.getMessage(), e);
        }
    }

    private static PDDocumentInformation information(Figure figure) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(figure.title());
        information.setCreator("Percolith");
        return information;
    }
}
