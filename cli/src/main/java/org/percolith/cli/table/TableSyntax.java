package org.percolith.cli.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a table is written: what parts its cells, and the mark of its decimals. The header tells: a tab before a semicolon
 * before a comma. With one of the first two a comma inside a number is its decimal mark, as spreadsheets of much of the
 * world write it.
 */
record TableSyntax(Pattern separator, boolean decimalComma) {

    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d*,\\d+(?:[eE][-+]?\\d+)?");

    static TableSyntax of(String header) {
        if (header.indexOf('\t') >= 0) {
            return new TableSyntax(Pattern.compile(" *\t *"), true);
        }
        if (header.indexOf(';') >= 0) {
            return new TableSyntax(Pattern.compile("\\s*;\\s*"), true);
        }
        return new TableSyntax(Pattern.compile("\\s*,\\s*"), false);
    }

    List<String> cells(String line) {
        return Arrays.stream(separator.split(line, -1))
                .map(String::strip)
                .map(TableSyntax::unquoted)
                .toList();
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1)
                : cell;
    }

    /** A cell as {@link Double#parseDouble} takes it. */
    String number(String cell) {
        return decimalComma && COMMA_NUMBER.matcher(cell).matches() ? cell.replace(',', '.') : cell;
    }
}
