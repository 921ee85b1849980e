package org.percolith.pathways.hop;

import org.percolith.pathways.periodic.LatticeOffset;

/**
 * An undirected edge of the network: two basins and the lattice vector from the image of the first to that of the second.
 * Of the two ways to write one edge, that with the smaller basin first; of an edge from a basin to its own image, that
 * with the positive offset.
 *
 * @param from basin index
 * @param to basin index, not smaller
 * @param offset packed as {@link LatticeOffset}
 */
public record HopEdge(int from, int to, long offset) {

    public static HopEdge of(int from, int to, long offset) {
        boolean turn = from > to || (from == to && offset < 0);
        return turn ? new HopEdge(to, from, -offset) : new HopEdge(from, to, offset);
    }
}
