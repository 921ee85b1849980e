package org.percolith.cli;

/** Exit codes of the contract. */
final class ExitCode {

    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int WRONG_USAGE = 2;
    static final int UNUSABLE_INPUT = 3;
    static final int VERDICT_FAILED = 4;

    private ExitCode() {}
}
