package org.percolith.cli.report;

import java.util.Optional;
import java.util.function.Function;

/** One part of the page {@code report.html}; a new part of the analysis adds one class of this kind. */
public interface PageSection {

    /**
     * The section as HTML, empty if it has nothing to show.
     *
     * @param files bytes of a file of the result folder by its name, empty where it was not written
     */
    String html(Function<String, Optional<byte[]>> files);
}
