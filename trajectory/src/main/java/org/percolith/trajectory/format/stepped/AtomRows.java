package org.percolith.trajectory.format.stepped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.Cell;

/** Elements and positions of a frame as they are read; room grows with the rows there are, not with what a header says. */
final class AtomRows {

    private final List<String> symbols = new ArrayList<>();
    private double[] positions = new double[3 * 64];

    void add(String symbol, double x, double y, double z) {
        int at = 3 * symbols.size();
        if (at == positions.length) {
            positions = Arrays.copyOf(positions, 2 * at);
        }
        positions[at] = x;
        positions[at + 1] = y;
        positions[at + 2] = z;
        symbols.add(symbol);
    }

    int size() {
        return symbols.size();
    }

    List<String> symbols() {
        return List.copyOf(symbols);
    }

    double[] fractional() {
        return Arrays.copyOf(positions, 3 * symbols.size());
    }

    double[] fractional(Cell cell) {
        double[] fractional = fractional();
        cell.toFractional(fractional);
        return fractional;
    }
}
