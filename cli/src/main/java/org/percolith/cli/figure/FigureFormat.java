package org.percolith.cli.figure;

import java.util.Locale;

/** The vector formats a figure can be written in. The same figure gives the same bytes. */
public enum FigureFormat {
    /** Text stays text, in Liberation Sans or a font of the same widths. */
    SVG {
        @Override
        public byte[] encode(Figure figure) throws FigureException {
            return SvgPage.encode(figure);
        }
    },

    /** One page of the figure's size, with the glyphs it uses embedded. */
    PDF {
        @Override
        public byte[] encode(Figure figure) throws FigureException {
            return PdfPage.encode(figure);
        }
    };

    /**
     * The whole file.
     *
     * @throws FigureException if this Java installation cannot measure text (no fontconfig or FreeType library)
     */
    public abstract byte[] encode(Figure figure) throws FigureException;

    /** The file name extension without its dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
