package org.percolith.cli.batch;

import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.run.TemperatureName;

/** The temperatures of a batch's runs, and the folders that hold several of them. */
final class Temperatures {

    private Temperatures() {}

    /** The folder above the deepest name that states a temperature; without one, the run's own folder. */
    static String folder(ResultRow row) {
        Path path = row.task().run().path().toAbsolutePath().normalize();
        Path place = path;
        Path parent = place.getParent();
        while (parent != null) {
            if (TemperatureName.in(String.valueOf(place.getFileName())).isPresent()) {
                return parent.toString();
            }
            place = parent;
            parent = place.getParent();
        }
        Path own = path.getParent();
        return own == null ? path.toString() : own.toString();
    }

    static long distinct(List<ResultRow> rows) {
        return rows.stream()
                .map(row -> row.result().path("temperature_K").path("value").asDouble())
                .distinct()
                .count();
    }
}
