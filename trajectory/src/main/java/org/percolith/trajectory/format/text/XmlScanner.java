package org.percolith.trajectory.format.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the tags of an XML text, forward only, in bounded memory. It resolves no entity, reads no DTD and opens no other
 * file, and it does not mind that a text is cut off or holds control bytes.
 */
public final class XmlScanner {

    private static final int LONGEST_TAG = 1 << 14;
    private static final String COMMENT = "!--";

    private final ByteWindow window;
    private int nameStart;
    private int nameEnd;
    private int tagEnd;
    private boolean closing;

    /** Scans from where the window stands. */
    public XmlScanner(ByteWindow window) {
        this.window = window;
    }

    /** Moves behind the next tag; false at the end of the text. */
    public boolean nextTag() throws IOException {
        while (moveTo('<')) {
            window.ensure(LONGEST_TAG);
            byte[] text = window.buffer();
            int at = window.position() + 1;
            if (holds(at, COMMENT)) {
                window.moveTo(at + COMMENT.length());
                moveBehindComment();
                continue;
            }
            int end = EightBytes.indexOf(text, at, window.limit(), '>');
            if (end == window.limit()) {
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

    /** Moves to the next byte of this kind, counting lines. */
    private boolean moveTo(char wanted) throws IOException {
        while (window.ensure(1)) {
            byte[] text = window.buffer();
            int from = window.position();
            int mark = EightBytes.indexOf(text, from, window.limit(), wanted);
            window.moveBy(mark - from, EightBytes.count(text, from, mark, '\n'));
            if (mark < window.limit()) {
                return true;
            }
        }
        return false;
    }

    /** Tags in a comment are none. */
    private void moveBehindComment() throws IOException {
        boolean ended = false;
        while (!ended && moveTo('-')) {
            window.ensure(3);
            ended = holds(window.position(), "-->");
            window.moveTo(window.position() + 1);
        }
    }

    /** True if the last tag ends such an element. */
    public boolean closes(String name) {
        return closing && is(name);
    }

    /** True if the last tag starts such an element. */
    public boolean opens(String name) {
        return !closing && is(name);
    }

    private boolean is(String name) {
        return nameEnd - nameStart == name.length() && holds(nameStart, name);
    }

    /** Value of an attribute of the last tag, or the empty string. Valid until the next call that moves. */
    public String attribute(String name) {
        String tag = new String(window.buffer(), nameEnd, tagEnd - nameEnd, StandardCharsets.ISO_8859_1);
        int at = tag.indexOf(name + "=\"");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 2;
        int to = tag.indexOf('"', from);
        return to < 0 ? "" : tag.substring(from, to);
    }

    /** True if the last tag has this attribute with this value. Valid until the next call that moves. */
    public boolean hasAttribute(String name, String value) {
        int length = name.length() + value.length() + 3;
        for (int at = nameEnd + 1; at + length <= tagEnd; at++) {
            if (holds(at, name)
                    && holds(at + name.length(), "=\"")
                    && holds(at + name.length() + 2, value)
                    && holds(at + length - 1, "\"")) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int at, String expected) {
        byte[] text = window.buffer();
        for (int k = 0; k < expected.length(); k++) {
            if (text[at + k] != expected.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Text from here to the next tag, which is not consumed. */
    public String text() throws IOException {
        window.ensure(LONGEST_TAG);
        byte[] text = window.buffer();
        int end = EightBytes.indexOf(text, window.position(), window.limit(), '<');
        return new String(text, window.position(), end - window.position(), StandardCharsets.ISO_8859_1).strip();
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || (b >= '0' && b <= '9');
    }
}
