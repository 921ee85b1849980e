package org.percolith.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text and pictures as HTML. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String element(String tag, String content) {
        return "<" + tag + ">" + escaped(content) + "</" + tag + ">\n";
    }

    /** JSON as it may stand inside a script element, which no text in it can close. */
    static String json(String text) {
        return text.replace("<", "\\u003c");
    }

    /** A picture of its own, since names inside one SVG may be those of another. */
    static String figure(String name, String description, byte[] svg) {
        return "<figure><img alt=\"" + escaped(description) + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg) + "\">\n<figcaption>" + escaped(description)
                + " Files for print: " + escaped(name) + ", " + escaped(name.replaceAll("\\.svg$", ".pdf"))
                + "</figcaption></figure>\n";
    }

    /** A file that ships inside the program, beside this class. */
    static String resource(String name) {
        try (InputStream in = Markup.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program's file " + name + " is missing: build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's file " + name, e);
        }
    }
}
