package org.percolith.trajectory.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the tags of an XML text, forward only, in bounded memory. It resolves no entity, reads no DTD and opens no other
 * file, and it does not mind that a text is cut off or holds control bytes.
 */
final class XmlScanner {

    private static final int LONGEST_TAG = 1 << 14;

    private final ByteWindow window;
    private int nameStart;
    private int nameEnd;
    private int tagEnd;
    private boolean closing;

    XmlScanner(ByteWindow window) {
        this.window = window;
    }

    /** Moves behind the next tag; false at the end of the text. */
    boolean nextTag() throws IOException {
        while (moveToMark()) {
            window.ensure(LONGEST_TAG);
            byte[] text = window.buffer();
            int at = window.position() + 1;
            int end = at;
            while (end < window.limit() && text[end] != '>') {
                end++;
            }
            if (end >= window.limit()) {
                return false;
            }
            closing = text[at] == '/';
            nameStart = closing ? at + 1 : at;
            nameEnd = nameStart;
            while (isNameByte(text[nameEnd])) {
                nameEnd++;
            }
            tagEnd = end;
            window.moveTo(end + 1);
            if (nameEnd > nameStart) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next {@code <}, counting lines. */
    private boolean moveToMark() throws IOException {
        while (window.ensure(1)) {
            byte[] text = window.buffer();
            int lines = 0;
            for (int at = window.position(); at < window.limit(); at++) {
                if (text[at] == '<') {
                    window.countLines(lines);
                    window.moveTo(at);
                    return true;
                }
                if (text[at] == '\n') {
                    lines++;
                }
            }
            window.countLines(lines);
            window.moveTo(window.limit());
        }
        return false;
    }

    boolean closes(String name) {
        return closing && is(name);
    }

    boolean opens(String name) {
        return !closing && is(name);
    }

    private boolean is(String name) {
        int length = nameEnd - nameStart;
        if (length != name.length()) {
            return false;
        }
        byte[] text = window.buffer();
        for (int k = 0; k < length; k++) {
            if (text[nameStart + k] != name.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Value of an attribute of the last tag, or the empty string. Valid until the next call that moves. */
    String attribute(String name) {
        String tag = new String(window.buffer(), nameEnd, tagEnd - nameEnd, StandardCharsets.ISO_8859_1);
        int at = tag.indexOf(name + "=\"");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 2;
        int to = tag.indexOf('"', from);
        return to < 0 ? "" : tag.substring(from, to);
    }

    /** Text from here to the next tag, which is not consumed. */
    String text() throws IOException {
        window.ensure(LONGEST_TAG);
        byte[] text = window.buffer();
        int end = window.position();
        while (end < window.limit() && text[end] != '<') {
            end++;
        }
        return new String(text, window.position(), end - window.position(), StandardCharsets.ISO_8859_1).strip();
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || (b >= '0' && b <= '9');
    }
}
