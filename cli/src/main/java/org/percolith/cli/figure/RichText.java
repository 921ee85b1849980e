package org.percolith.cli.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text with raised and lowered parts, such as 10⁻⁵ cm²/s. Few fonts have every Unicode superscript (Liberation
 * Sans lacks the minus), so exponents are ordinary digits, smaller and off the base line.
 */
record RichText(List<Run> runs) {

    private static final double SMALL = 0.7;

    enum Level {
        BASE(1, 0),
        RAISED(SMALL, 0.36),
        LOWERED(SMALL, -0.18);

        private final double scale;
        private final double rise;

        Level(double scale, double rise) {
            this.scale = scale;
            this.rise = rise;
        }
    }

    record Run(String text, Level level) {
        Run {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a run of text without characters");
            }
        }
    }

    RichText {
        runs = List.copyOf(runs);
    }

    static RichText of(String text) {
        return new RichText(List.of(new Run(text, Level.BASE)));
    }

    RichText text(String text) {
        return with(text, Level.BASE);
    }

    RichText raised(String text) {
        return with(text, Level.RAISED);
    }

    RichText lowered(String text) {
        return with(text, Level.LOWERED);
    }

    RichText then(RichText other) {
        List<Run> longer = new ArrayList<>(runs);
        longer.addAll(other.runs);
        return new RichText(longer);
    }

    /** The text without its typography. */
    String plain() {
        StringBuilder plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text));
        return plain.toString();
    }

    double widthPt(FigureFont font, double sizePt) {
        return runs.stream()
                .mapToDouble(run -> font.widthPt(run.text, sizePt * run.level.scale))
                .sum();
    }

    /** Draws from the point (x, base line) to the right. */
    void draw(Graphics2D g2, FigureFont font, double sizePt, double x, double baseline) {
        AttributedString attributed = new AttributedString(plain());
        int from = 0;
        for (Run run : runs) {
            Font shifted = font.atSize(sizePt * run.level.scale)
                    .deriveFont(AffineTransform.getTranslateInstance(0, -sizePt * run.level.rise));
            attributed.addAttribute(TextAttribute.FONT, shifted, from, from + run.text.length());
            from += run.text.length();
        }
        g2.drawString(attributed.getIterator(), (float) x, (float) baseline);
    }

    void drawCentred(Graphics2D g2, FigureFont font, double sizePt, double centreX, double baseline) {
        draw(g2, font, sizePt, centreX - widthPt(font, sizePt) / 2, baseline);
    }

    void drawRightAligned(Graphics2D g2, FigureFont font, double sizePt, double rightX, double baseline) {
        draw(g2, font, sizePt, rightX - widthPt(font, sizePt), baseline);
    }

    private RichText with(String text, Level level) {
        List<Run> longer = new ArrayList<>(runs);
        longer.add(new Run(text, level));
        return new RichText(longer);
    }
}
