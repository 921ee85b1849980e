package org.percolith.pathways.periodic;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;

/**
 * Union-find on the nodes of one period of a periodic graph. Each node keeps, beside its parent, the lattice offset to
 * it. A link that joins two nodes of one component by another offset than theirs closes a loop that winds through the
 * periodic boundary; the vector by which it fails to close is a winding of the component (Machta et al. 1996,
 * doi 10.1103/PhysRevE.54.1332; Newman and Ziff 2001, doi 10.1103/PhysRevE.64.016706).
 *
 * <p>Union by size and path halving: amortised inverse-Ackermann cost. Offsets are packed ({@link LatticeOffset}).
 */
public final class PeriodicUnionFind {

    private static final int INACTIVE = Integer.MIN_VALUE;

    /** Parent of a node; minus the number of nodes if it is a root. */
    private final int[] parent;

    /** Lattice offset of a node relative to its parent; 0 for a root. */
    private final long[] offset;

    /** Windings of the components that have any, by root. */
    private final Int2ObjectMap<WindingLattice> windings = new Int2ObjectOpenHashMap<>();

    /** Offset of the node last asked for, relative to its root: a second result of {@link #root}. */
    private long offsetToRoot;

    /** Root of the node last activated, and the node's offset relative to it: spares a search for each of its links. */
    private int newestRoot;

    private long newestOffset;

    private int components;

    public PeriodicUnionFind(int nodes) {
        parent = new int[nodes];
        offset = new long[nodes];
        Arrays.fill(parent, INACTIVE);
    }

    /**
     * Back to the state in which no node is active.
     *
     * @param activated the nodes that were activated, in its first {@code size} places
     */
    public void clear(int[] activated, int size) {
        for (int k = 0; k < size; k++) {
            parent[activated[k]] = INACTIVE;
        }
        windings.clear();
        components = 0;
    }

    public boolean isActive(int node) {
        return parent[node] != INACTIVE;
    }

    /** Makes a node a component of its own. */
    public void activate(int node) {
        parent[node] = -1;
        offset[node] = 0;
        newestRoot = node;
        newestOffset = 0;
        components++;
    }

    /** Number of components, those that wind among them. */
    public int components() {
        return components;
    }

    /** The root of an active node's component; sets {@link #offsetToRoot}. */
    public int root(int node) {
        long sum = 0;
        int at = node;
        int above = parent[at];
        while (above >= 0) {
            int top = parent[above];
            if (top >= 0) {
                offset[at] += offset[above];
                parent[at] = top;
                sum += offset[at];
                at = top;
                above = parent[at];
            } else {
                sum += offset[at];
                at = above;
                above = top;
            }
        }
        offsetToRoot = sum;
        return at;
    }

    /** Number of nodes in the component with this root. */
    public int size(int root) {
        return -parent[root];
    }

    /** Windings of the component with this root. */
    public WindingLattice windings(int root) {
        return windings.getOrDefault(root, WindingLattice.POINT);
    }

    /** Roots of all components that wind, in no particular order. */
    public int[] windingRoots() {
        return windings.keySet().toIntArray();
    }

    /** Windings of all components taken together. */
    public WindingLattice allWindings() {
        WindingLattice all = WindingLattice.POINT;
        for (WindingLattice own : windings.values()) {
            all = all.with(own);
        }
        return all;
    }

    /**
     * Links the node last activated to the image of another active node (or of itself) displaced by a lattice vector.
     *
     * @param displacement packed lattice vector, zero for a link that stays in the cell
     * @return whether the windings of the component (of either, if there were two) have grown
     */
    public boolean attach(int to, long displacement) {
        int rootTo = root(to);
        long shift = newestOffset + displacement - offsetToRoot;
        if (newestRoot == rootTo) {
            return shift != 0 && wind(rootTo, shift);
        }
        if (parent[newestRoot] <= parent[rootTo]) {
            return hang(rootTo, newestRoot, shift);
        }
        int smaller = newestRoot;
        newestRoot = rootTo;
        newestOffset -= shift;
        return hang(smaller, rootTo, -shift);
    }

    /** Links a node to the image of another one displaced by a lattice vector; both are active. */
    public boolean link(int from, int to, long displacement) {
        newestRoot = root(from);
        newestOffset = offsetToRoot;
        return attach(to, displacement);
    }

    private boolean wind(int root, long winding) {
        WindingLattice before = windings(root);
        WindingLattice after = before.with(
                new LatticeVector(LatticeOffset.u(winding), LatticeOffset.v(winding), LatticeOffset.w(winding)));
        windings.put(root, after);
        return !after.equals(before);
    }

    /** Hangs the smaller component under the root of the larger one. */
    private boolean hang(int smaller, int larger, long shift) {
        parent[larger] += parent[smaller];
        parent[smaller] = larger;
        offset[smaller] = shift;
        components--;
        WindingLattice brought = windings.isEmpty() ? null : windings.remove(smaller);
        if (brought == null) {
            return false;
        }
        WindingLattice before = windings(larger);
        WindingLattice after = before.with(brought);
        windings.put(larger, after);
        return !after.equals(before);
    }
}
