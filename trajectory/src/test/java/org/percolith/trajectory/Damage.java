package org.percolith.trajectory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What happens to files: flipped bits, cuts, lost and doubled stretches and lines, NULs, stars, absurd numbers. */
public final class Damage {

    /** Half of the damage falls on the first bytes, where headers are. */
    private static final int HEAD = 2000;

    private static final int LONGEST_STRETCH = 4000;
    private static final String[] WORDS = {
        "1e999",
        "-99999999999999999999",
        "2147483648",
        "*******",
        "NaN",
        "-",
        "0",
        "1e-400",
        "Infinity",
        "\0\0\0\0",
        "\r\n",
        "\n\n",
        "4294967295",
        "D+99",
        "\"",
        "{",
        "<",
        "\u00ff\u00ff\u00ff\u00ff"
    };

    private final Random random;

    public Damage(Random random) {
        this.random = random;
    }

    /** A copy with one to four damages; never empty. */
    public byte[] to(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            byte[] damaged = once(bytes);
            bytes = damaged.length == 0 ? bytes : damaged;
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(random.nextBoolean() ? Math.min(HEAD, bytes.length) : bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 16 : LONGEST_STRETCH));
        return switch (random.nextInt(9)) {
            case 0 -> set(bytes, at, (byte) random.nextInt(256));
            case 1 -> set(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(bytes, at, end, new byte[end - at]);
            case 4 -> joined(bytes, at, end, new byte[0]);
            case 5 -> joined(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 6 -> joined(bytes, lineStart(bytes, at), lineStart(bytes, end), new byte[0]);
            case 7 -> joined(bytes, lineStart(bytes, at), lineStart(bytes, at), Arrays.copyOfRange(bytes, at, end));
            default -> {
                byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
                yield joined(bytes, at, Math.min(bytes.length, at + word.length), word);
            }
        };
    }

    private static byte[] set(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + instead.length);
        out.write(bytes, 0, from);
        out.writeBytes(instead);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static int lineStart(byte[] bytes, int from) {
        int at = Math.min(from, bytes.length);
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
