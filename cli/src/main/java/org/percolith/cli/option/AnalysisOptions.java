package org.percolith.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.table.Measurement;
import org.percolith.cli.table.MeasurementTable;
import org.percolith.pathways.region.RegionChoice;
import org.percolith.trajectory.crystal.CrystalFiles;
import org.percolith.trajectory.crystal.CrystalStructure;
import picocli.CommandLine.Option;

/** How densities, percolation and the sweep are computed. */
public final class AnalysisOptions {

    @Option(
            names = "--grid",
            paramLabel = "0.2",
            description = "voxel edge of the density map, angstrom. Default: ${DEFAULT-VALUE}")
    private double gridA = 0.2;

    @Option(
            names = "--percolation-grid",
            paramLabel = "0.4",
            description = "voxel edge for percolation, angstrom. Default: ${DEFAULT-VALUE}")
    private double percolationGridA = 0.4;

    @Option(names = "--estimators", description = "show what other programs print for the same data")
    private boolean estimators;

    @Option(names = "--van-hove", description = "write van Hove functions and the non-Gaussian parameter as tables")
    private boolean vanHove;

    @Option(
            names = "--fold",
            paramLabel = "2,2,2",
            converter = FoldConverter.class,
            description = "fold a supercell's density and pathways into its unit cell. Default: off")
    private FoldCells fold = FoldCells.NONE;

    @Option(
            names = "--density-format",
            split = ",",
            paramLabel = "chgcar,cube,xsf",
            description = "files of the density map. Default: chgcar")
    private List<DensityFormat> densityFormats = List.of(DensityFormat.chgcar);

    @Option(
            names = "--sites",
            paramLabel = "FILE",
            description = "CIF or POSCAR with the crystallographic sites that the basins are compared with")
    private @Nullable Path sites;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the bootstrap. Default: ${DEFAULT-VALUE}")
    private long seed = 20_261_122;

    @Option(
            names = "--hop-distance",
            paramLabel = "3.0",
            description =
                    "distance between neighbouring sites, angstrom. Default: measured, between basins visited in turn")
    private @Nullable Double hopDistanceA;

    @Option(
            names = "--extrapolate-to",
            paramLabel = "300K",
            converter = TemperatureConverter.class,
            description = "temperature of the extrapolation. Default: ${DEFAULT-VALUE} K")
    private double extrapolateToK = 300;

    @Option(
            names = "--thickness",
            paramLabel = "ANGSTROM",
            description = "thickness of a slab beside vacuum, to give its conductivity per volume")
    private @Nullable Double thicknessA;

    @Option(
            names = "--regions",
            paramLabel = "auto",
            converter = RegionConverter.class,
            description = "transport by region of an interface model: auto, slab:c:0.2,0.6 (fractional, along a lattice"
                    + " vector), near:I:3.5 (angstrom from an element). Default: off")
    private RegionChoice regions = new RegionChoice.Off();

    @Option(
            names = "--experiment",
            paramLabel = "FILE.csv",
            description = "measured values to lay beside the computed: quantity,temperature_K,value,error,method")
    private @Nullable Path experiment;

    /** Measured values; none unless a table is given. */
    public List<Measurement> experiment() {
        return experiment == null ? List.of() : MeasurementTable.read(experiment);
    }

    /** Regions to tell apart. */
    public RegionChoice regions() {
        return regions;
    }

    /** Thickness of a slab beside vacuum, Å. */
    public Optional<Double> thicknessA() {
        return Optional.ofNullable(thicknessA);
    }

    /** Voxel edge of the density map, Å. */
    public double gridA() {
        return gridA;
    }

    /** Voxel edge of the percolation grid, Å. */
    public double percolationGridA() {
        return percolationGridA;
    }

    /** Cells along each lattice vector that are folded into one. */
    public FoldCells fold() {
        return fold;
    }

    public List<DensityFormat> densityFormats() {
        return densityFormats;
    }

    /** The crystal structure to compare the sites with, in its own cell; empty if none was given. */
    public Optional<CrystalStructure> sites() {
        try {
            return sites == null ? Optional.empty() : Optional.of(CrystalFiles.read(sites));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + sites + ": " + e.getMessage(), e);
        }
    }

    public boolean estimators() {
        return estimators;
    }

    public boolean vanHove() {
        return vanHove;
    }

    public long seed() {
        return seed;
    }

    /** Distance a between neighbouring sites, Å; empty if it is to be measured. */
    public Optional<Double> hopDistanceA() {
        return Optional.ofNullable(hopDistanceA);
    }

    /** Temperature of the extrapolation, K. */
    public double extrapolateToK() {
        return extrapolateToK;
    }
}
