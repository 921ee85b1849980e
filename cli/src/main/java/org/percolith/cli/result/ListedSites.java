package org.percolith.cli.result;

import java.util.Optional;
import org.percolith.pathways.SiteComparison;
import org.percolith.pathways.SiteSetting;

/**
 * The sites of {@code --sites} beside the basins.
 *
 * @param betterSetting another setting of the same structure that the basins fit clearly better
 */
public record ListedSites(SiteComparison comparison, Optional<SiteSetting> betterSetting) {}
