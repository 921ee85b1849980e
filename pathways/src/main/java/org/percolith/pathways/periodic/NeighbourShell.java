package org.percolith.pathways.periodic;

import java.util.stream.IntStream;

/** Which of the 26 voxels around a voxel count as its neighbours. */
public enum NeighbourShell {
    /** The 6 that share a face. */
    FACES(1, 1),
    /** The 18 that share a face or an edge. */
    EDGES(2, 5),
    /** All 26. */
    CORNERS(3, 9);

    private final int maxSteps;
    private final int linksPerFace;

    NeighbourShell(int maxSteps, int linksPerFace) {
        this.maxSteps = maxSteps;
        this.linksPerFace = linksPerFace;
    }

    /**
     * The shell with this many neighbours.
     *
     * @param neighbours 6, 18 or 26
     */
    public static NeighbourShell of(int neighbours) {
        return switch (neighbours) {
            case 6 -> FACES;
            case 18 -> EDGES;
            case 26 -> CORNERS;
            default -> throw new IllegalArgumentException("6, 18 or 26 neighbours, not " + neighbours);
        };
    }

    public int neighbours() {
        return offsets().length;
    }

    /** Along how many axes at once a link may step. */
    public int maxSteps() {
        return maxSteps;
    }

    /** Links that pass through one voxel's face-sized window between two layers of voxels. */
    int linksPerFace() {
        return linksPerFace;
    }

    /** The neighbours' offsets {di, dj, dk}. */
    public int[][] offsets() {
        return IntStream.range(0, 27)
                .mapToObj(k -> new int[] {k % 3 - 1, k / 3 % 3 - 1, k / 9 - 1})
                .filter(d -> {
                    int steps = Math.abs(d[0]) + Math.abs(d[1]) + Math.abs(d[2]);
                    return steps > 0 && steps <= maxSteps;
                })
                .toArray(int[][]::new);
    }
}
