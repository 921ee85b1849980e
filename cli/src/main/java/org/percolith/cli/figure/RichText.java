package org.percolith.cli.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text with raised and lowered parts, such as 10⁻⁵ cm²/s. Few fonts have every Unicode superscript (Liberation
 * Sans lacks the minus), so exponents are ordinary digits, smaller and off the base line.
 */
record RichText(List<Run> runs) {

    private static final double SMALL = 0.7;

    /** Tells {@link SvgCanvas} which point of the text is fixed, whatever the width of the viewer's font. */
    static final AttributedCharacterIterator.Attribute ANCHOR = new AttributedCharacterIterator.Attribute("anchor") {};

    /** The value of {@link #ANCHOR}: the start, middle or end of the text lies at {@code x}. */
    record Anchor(String position, double x) {}

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

    record Run(String text, Level level) {}

    RichText {
        runs = runs.stream().filter(run -> !run.text.isEmpty()).toList();
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

    /** Draws from {@code x} to the right. */
    void draw(Graphics2D g2, FigureFont font, double sizePt, double x, double baseline) {
        draw(g2, font, sizePt, new Anchor("start", x), x, baseline);
    }

    void drawCentred(Graphics2D g2, FigureFont font, double sizePt, double centreX, double baseline) {
        double left = centreX - widthPt(font, sizePt) / 2;
        draw(g2, font, sizePt, new Anchor("middle", centreX), left, baseline);
    }

    void drawRightAligned(Graphics2D g2, FigureFont font, double sizePt, double rightX, double baseline) {
        double left = rightX - widthPt(font, sizePt);
        draw(g2, font, sizePt, new Anchor("end", rightX), left, baseline);
    }

    private void draw(Graphics2D g2, FigureFont font, double sizePt, Anchor anchor, double left, double baseline) {
        if (runs.isEmpty()) {
            return;
        }
        AttributedString attributed = new AttributedString(plain());
        attributed.addAttribute(ANCHOR, anchor);
        int from = 0;
        for (Run run : runs) {
            Font shifted = font.atSize(sizePt * run.level.scale)
                    .deriveFont(AffineTransform.getTranslateInstance(0, -sizePt * run.level.rise));
            attributed.addAttribute(TextAttribute.FONT, shifted, from, from + run.text.length());
            from += run.text.length();
        }
        g2.drawString(attributed.getIterator(), (float) left, (float) baseline);
    }

    private RichText with(String text, Level level) {
        List<Run> longer = new ArrayList<>(runs);
        longer.add(new Run(text, level));
        return new RichText(longer);
    }
}
