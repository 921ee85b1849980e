package org.percolith.cli;

import java.nio.file.Path;
import java.util.List;
import org.percolith.cli.batch.BatchPlan;
import org.percolith.cli.batch.BatchTask;

/** What a batch would do. */
final class BatchDryRun {

    private BatchDryRun() {}

    static String text(BatchPlan plan, List<BatchTask> open, Path place) {
        StringBuilder text = new StringBuilder();
        for (BatchTask task : plan.tasks()) {
            text.append(open.contains(task) ? "  to do  " : "  done   ")
                    .append(task.folderName())
                    .append("  ")
                    .append(task.run().path())
                    .append('\n');
        }
        return text.append(open.size())
                .append(" of ")
                .append(plan.tasks().size())
                .append(" runs would be analysed; results in ")
                .append(place)
                .append('\n')
                .toString();
    }
}
