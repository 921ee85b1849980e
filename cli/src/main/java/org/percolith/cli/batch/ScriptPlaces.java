package org.percolith.cli.batch;

/**
 * The paths that scripts name, all absolute but for a program on the PATH.
 *
 * @param taskList a line for each job of the array: the numbers of its tasks, with commas
 */
public record ScriptPlaces(String program, String workingDirectory, String batch, String taskList, String logs) {}
