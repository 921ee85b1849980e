package org.percolith.msd;

import java.util.List;
import org.percolith.trajectory.parallel.TaskRunner;

/** The fixed plan by which ions are shared among tasks: at most 32 groups, whatever the number of threads. */
final class IonGroups {

    private static final int MAX_GROUPS = 32;

    private IonGroups() {}

    /** Work on ions {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    interface Work<R> {
        R apply(int from, int to);
    }

    /** The results of {@code work} over all groups, in the order of the ions. */
    static <R> List<R> map(int ions, TaskRunner runner, Work<R> work) {
        int groups = Math.min(MAX_GROUPS, ions);
        return runner.map(groups, g -> work.apply(bound(ions, g, groups), bound(ions, g + 1, groups)));
    }

    private static int bound(int ions, int group, int groups) {
        return (int) ((long) ions * group / groups);
    }
}
