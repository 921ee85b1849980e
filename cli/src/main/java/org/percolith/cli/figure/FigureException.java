package org.percolith.cli.figure;

/** A figure could not be drawn on this machine or not be encoded; results without figures remain possible. */
public final class FigureException extends Exception {
    public FigureException(String message, Throwable cause) {
        super(message, cause);
    }
}
