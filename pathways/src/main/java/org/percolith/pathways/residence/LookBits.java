package org.percolith.pathways.residence;

/** One bit a look: whether something held at it. Counts and shifts take 64 looks at a time. */
final class LookBits {

    private final long[] words;

    /** First word with a bit set, and the word behind the last. */
    private int from;

    private int to;

    /** No bit set. */
    LookBits(int looks) {
        words = new long[(looks + 63) / 64];
        from = words.length;
    }

    void set(int look) {
        int word = look / 64;
        words[word] |= 1L << (look % 64);
        from = Math.min(from, word);
        to = Math.max(to, word + 1);
    }

    /** Looks of a mask at which it held. */
    long count(LookBits mask) {
        long count = 0;
        for (int word = from; word < to; word++) {
            count += Long.bitCount(words[word] & mask.words[word]);
        }
        return count;
    }

    /** Looks of a mask at which it held, and held again {@code lag} looks later. */
    long countKept(LookBits mask, int lag) {
        int shift = lag % 64;
        long count = 0;
        for (int word = from; word + lag / 64 < to; word++) {
            long later = word(word + lag / 64) >>> shift;
            if (shift != 0) {
                later |= word(word + lag / 64 + 1) << (64 - shift);
            }
            count += Long.bitCount(words[word] & mask.words[word] & later);
        }
        return count;
    }

    private long word(int word) {
        return word < words.length ? words[word] : 0;
    }
}
