package org.percolith.cli.option;

/** Cells along each lattice vector that are folded into one. */
public record FoldCells(int a, int b, int c) {

    /** No folding. */
    public static final FoldCells NONE = new FoldCells(1, 1, 1);
}
