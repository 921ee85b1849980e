package org.percolith.cli;

import java.io.UncheckedIOException;
import org.percolith.trajectory.TrajectoryException;

/**
 * What a command that failed says.
 *
 * @param exitCode of the contract
 * @param message what was found and what to do
 */
record Failure(int exitCode, String message) {

    static Failure of(Exception cause) {
        if (cause instanceof UsageException) {
            return new Failure(ExitCode.WRONG_USAGE, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof TrajectoryException || cause instanceof UncheckedIOException) {
            return new Failure(ExitCode.UNUSABLE_INPUT, String.valueOf(cause.getMessage()));
        }
        return new Failure(
                ExitCode.INTERNAL_ERROR,
                "internal error: " + cause
                        + ". This is a defect of Percolith; please report it with the command and, if you may, the input");
    }
}
