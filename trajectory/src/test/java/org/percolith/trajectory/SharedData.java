package org.percolith.trajectory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Trajectories that lie beside the project on some machines; a test that needs one is skipped where it is absent. */
public final class SharedData {

    private static final Path FOLDER =
            Path.of(System.getProperty("percolith.root", "..")).resolve("../shared/data");

    private SharedData() {}

    /** The file or folder, or a visible skip of the test. */
    public static Path find(String path) {
        Path found = FOLDER.resolve(path).normalize();
        assumeTrue(Files.exists(found), () -> "no shared data " + path);
        return found;
    }
}
