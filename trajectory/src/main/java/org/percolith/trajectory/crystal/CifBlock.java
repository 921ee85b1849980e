package org.percolith.trajectory.crystal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.percolith.trajectory.crystal.CifTokens.Token;

/** One data block of a CIF: for each tag its column of values, one for a tag outside a loop. */
final class CifBlock {

    private final Map<String, List<Token>> columns = new LinkedHashMap<>();

    private CifBlock() {}

    /** All data blocks in the file's order. */
    static List<CifBlock> allOf(List<Token> tokens) {
        List<CifBlock> blocks = new ArrayList<>();
        CifBlock block = new CifBlock();
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.opensBlock()) {
                block = new CifBlock();
                blocks.add(block);
                at++;
            } else if (token.isLoop()) {
                at = block.addLoop(tokens, at + 1);
            } else {
                at = token.isTag() ? block.addPair(tokens, at) : at + 1;
            }
        }
        return blocks;
    }

    private int addPair(List<Token> tokens, int at) {
        if (at + 1 < tokens.size() && tokens.get(at + 1).isValue()) {
            columns.put(key(tokens.get(at)), List.of(tokens.get(at + 1)));
            return at + 2;
        }
        return at + 1;
    }

    private int addLoop(List<Token> tokens, int first) {
        List<List<Token>> loop = new ArrayList<>();
        int at = first;
        while (at < tokens.size() && tokens.get(at).isTag()) {
            List<Token> column = new ArrayList<>();
            loop.add(column);
            columns.put(key(tokens.get(at++)), column);
        }
        for (int k = 0; at < tokens.size() && tokens.get(at).isValue() && !loop.isEmpty(); k++) {
            loop.get(k % loop.size()).add(tokens.get(at++));
        }
        return at;
    }

    private static String key(Token tag) {
        return tag.text().toLowerCase(Locale.ROOT).replace('.', '_');
    }

    /** The column of the first of these tags that is there; DDLm's dots count as underscores. */
    Optional<List<Token>> column(String... tags) {
        for (String tag : tags) {
            if (columns.containsKey(tag)) {
                return Optional.of(columns.get(tag));
            }
        }
        return Optional.empty();
    }

    boolean has(String tag) {
        return columns.containsKey(tag);
    }
}
