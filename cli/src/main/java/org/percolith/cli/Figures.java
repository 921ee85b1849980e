package org.percolith.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.figure.ArrheniusFigure;
import org.percolith.cli.figure.ArrheniusFigureData;
import org.percolith.cli.figure.ComparisonFigure;
import org.percolith.cli.figure.DensityFigure;
import org.percolith.cli.figure.DiffusivityCurve;
import org.percolith.cli.figure.Figure;
import org.percolith.cli.figure.FigureException;
import org.percolith.cli.figure.FigureFormat;
import org.percolith.cli.figure.MsdFigure;
import org.percolith.cli.figure.MsdFigureData;
import org.percolith.cli.figure.SweepMsdFigure;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.ComparedMeasurement;
import org.percolith.cli.result.SystemComparison;
import org.percolith.cli.table.Measurement;
import org.percolith.density.Framework;
import org.percolith.density.Projection;
import org.percolith.density.VoxelField;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.MsdCurve;
import org.percolith.msd.sweep.ArrheniusFit;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Estimate;

/** Turns results into figures and writes each as SVG and PDF. Without fonts the results are written without figures. */
final class Figures {

    private static final double SHOWN_SHARE_OF_RUN = 0.75;
    private static final int MOST_POINTS = 500;

    private static final List<String> LATTICE_VECTORS = List.of("a", "b", "c");

    private final ResultFolder folder;
    private final Consumer<String> notices;

    Figures(ResultFolder folder, Consumer<String> notices) {
        this.folder = folder;
        this.notices = notices;
    }

    /** The MSD of one run, as {@code msd.svg} and {@code msd.pdf}. */
    void writeMsd(AnalyzedRun run, String prefix) {
        run.diffusion().ifPresent(diffusion -> write(new MsdFigure(msdData(run, diffusion)), prefix + "msd"));
    }

    /** All runs together, as {@code msd_all.svg} and {@code msd_all.pdf}. */
    void writeMsd(List<AnalyzedRun> runs) {
        List<SweepMsdFigure.Curve> curves = new ArrayList<>();
        for (AnalyzedRun run : runs) {
            run.diffusion().ifPresent(diffusion -> {
                MsdFigureData data = msdData(run, diffusion);
                curves.add(new SweepMsdFigure.Curve(
                        String.format(
                                Locale.ROOT, "%.0f K", diffusion.settings().temperatureK()),
                        data.lagPs(),
                        data.totalA2(),
                        diffusion.window().map(window -> window.fromPs()).orElse(Double.NaN)));
            });
        }
        if (curves.size() > 1) {
            write(
                    new SweepMsdFigure("Mean squared displacement, all runs; lines of D begin at the dots", curves),
                    "msd_all");
        }
    }

    /** The sweep, as {@code arrhenius.svg} and {@code arrhenius.pdf}. */
    void writeArrhenius(
            String label, List<SweepPoint> points, SweepResult sweep, List<ComparedMeasurement> experiment) {
        write(new ArrheniusFigure(arrheniusData(label, points, sweep, experiment)), "arrhenius");
    }

    /** A density from three sides, as {@code density.svg} and {@code density.pdf}. */
    void writeDensity(String heading, VoxelField density, Framework framework, String prefix) {
        List<DensityFigure.Plane> planes = new ArrayList<>();
        Cell cell = density.grid().cell();
        for (int along = 0; along < LATTICE_VECTORS.size(); along++) {
            Projection.Plane plane = Projection.plane(density, along);
            int right = (along + 1) % 3;
            int up = (along + 2) % 3;
            planes.add(new DensityFigure.Plane(
                    LATTICE_VECTORS.get(along),
                    LATTICE_VECTORS.get(right),
                    LATTICE_VECTORS.get(up),
                    cell.lengthA(right),
                    cell.lengthA(up),
                    cell.angleDegrees(right, up),
                    plane.width(),
                    plane.perA2(),
                    atoms(framework, right, up)));
        }
        write(new DensityFigure(heading, planes), prefix + "density");
    }

    private static List<DensityFigure.Atom> atoms(Framework framework, int right, int up) {
        return IntStream.range(0, framework.atoms())
                .mapToObj(atom -> new DensityFigure.Atom(
                        framework.species().get(atom),
                        Framework.wrapped(framework.fractional(atom, right)),
                        Framework.wrapped(framework.fractional(atom, up))))
                .toList();
    }

    /** Two systems on the same axes, as {@code comparison.svg} and {@code comparison.pdf}. */
    void writeComparison(SystemComparison comparison) {
        Optional<ComparisonFigure.Side> first = system(comparison.first());
        Optional<ComparisonFigure.Side> second = system(comparison.second());
        if (first.isPresent() && second.isPresent()) {
            write(new ComparisonFigure(first.get(), second.get()), "comparison");
        }
    }

    private static Optional<ComparisonFigure.Side> system(AnalyzedRun run) {
        return run.diffusion().flatMap(diffusion -> run.percolation().map(found -> {
            MsdFigureData msd = msdData(run, diffusion);
            return new ComparisonFigure.Side(
                    run.info().label(),
                    msd.lagPs(),
                    msd.totalA2(),
                    found.curve().isovalueEv(found.settings().temperatureK()),
                    found.curve().percolatingFraction());
        }));
    }

    /** A figure in every format. */
    void write(Figure figure, String name) {
        try {
            for (FigureFormat format : FigureFormat.values()) {
                byte[] bytes = format.encode(figure);
                folder.write(name + "." + format.extension(), out -> out.write(bytes));
            }
        } catch (FigureException e) {
            notices.accept("no figure " + name + ": " + e.getMessage());
        }
    }

    private static MsdFigureData msdData(AnalyzedRun run, DiffusionResult diffusion) {
        MsdCurve curve = diffusion.curve();
        int last = Math.max(Math.min(1, curve.maxLag()), (int) (SHOWN_SHARE_OF_RUN * curve.maxLag()));
        int step = Math.max(1, last / MOST_POINTS);
        int[] lags = IntStream.rangeClosed(0, last)
                .filter(lag -> lag < MOST_POINTS / 5 || lag % step == 0)
                .toArray();
        return new MsdFigureData(
                run.info().label(),
                diffusion.settings().temperatureK(),
                values(lags, curve::lagPs),
                values(lags, curve::totalA2),
                values(lags, curve::stdA2),
                values(lags, lag -> curve.tensorA2(lag).xx()),
                values(lags, lag -> curve.tensorA2(lag).yy()),
                values(lags, lag -> curve.tensorA2(lag).zz()),
                values(lags, curve::chargeA2),
                fitLine(diffusion),
                run.judgement()
                        .map(judgement -> judgement.tracerCm2PerS())
                        .orElse(diffusion.tracer().cm2PerS()));
    }

    private static MsdFigureData.@Nullable FitLine fitLine(DiffusionResult diffusion) {
        return diffusion
                .fit()
                .flatMap(fit -> diffusion
                        .window()
                        .map(window -> new MsdFigureData.FitLine(
                                window.fromPs(),
                                window.toPs(),
                                fit.interceptA2(),
                                fit.slopeA2PerFrame() / diffusion.settings().frameIntervalPs())))
                .orElse(null);
    }

    private static double[] values(int[] lags, IntToDoubleFunction quantity) {
        return IntStream.of(lags).mapToDouble(quantity).toArray();
    }

    private static ArrheniusFigureData arrheniusData(
            String label, List<SweepPoint> points, SweepResult sweep, List<ComparedMeasurement> experiment) {
        List<ArrheniusFigureData.Point> shown = new ArrayList<>();
        double hottestK = sweep.extrapolation().temperatureK();
        for (SweepPoint point : points) {
            if (!(point.diffusivityCm2PerS() instanceof Estimate.Withheld)) {
                shown.add(new ArrheniusFigureData.Point(
                        point.temperatureK(),
                        point.diffusivityCm2PerS(),
                        sweep.used().contains(point.label())));
            }
            hottestK = Math.max(hottestK, point.temperatureK());
        }
        double hottest = hottestK;
        return new ArrheniusFigureData(
                label,
                shown,
                measured(points, experiment),
                sweep.fit()
                        .map(fit ->
                                curve(fit, Math.min(sweep.extrapolation().temperatureK(), coldest(points)), hottest))
                        .orElse(null),
                sweep.extrapolation().temperatureK(),
                sweep.extrapolation().diffusivityCm2PerS(),
                sweep.activationEnergies().ofDiffusivityEv(),
                sweep.extrapolation().conductivityMsPerCm());
    }

    /** Measured diffusivities, and conductivities as the D that Nernst and Einstein make of them. */
    private static List<ArrheniusFigureData.Point> measured(
            List<SweepPoint> points, List<ComparedMeasurement> experiment) {
        List<ArrheniusFigureData.Point> shown = new ArrayList<>();
        OptionalDouble perDiffusivityTimesK = points.stream()
                .filter(point -> point.conductivityPerDiffusivityMsPerCm().isPresent())
                .mapToDouble(point -> point.conductivityPerDiffusivityMsPerCm().getAsDouble() * point.temperatureK())
                .findFirst();
        for (ComparedMeasurement one : experiment) {
            Measurement found = one.measured();
            boolean conductivity = found.kind() == Measurement.Kind.CONDUCTIVITY && perDiffusivityTimesK.isPresent();
            if (conductivity || found.kind() == Measurement.Kind.DIFFUSIVITY) {
                double factor = conductivity ? found.temperatureK() / perDiffusivityTimesK.getAsDouble() : 1;
                double relative = found.std() / found.value();
                shown.add(new ArrheniusFigureData.Point(
                        found.temperatureK(),
                        new Estimate.Measured(
                                found.value() * factor,
                                found.std() * factor,
                                found.value() * factor * Math.exp(-1.96 * relative),
                                found.value() * factor * Math.exp(1.96 * relative)),
                        true));
            }
        }
        return shown;
    }

    private static double coldest(List<SweepPoint> points) {
        return points.stream().mapToDouble(SweepPoint::temperatureK).min().orElse(Double.MAX_VALUE);
    }

    private static DiffusivityCurve curve(ArrheniusFit fit, double coldestK, double hottestK) {
        return DiffusivityCurve.arrhenius(
                fit.lnPrefactor(),
                fit.activationEnergyEv(),
                new double[][] {
                    {fit.lnPrefactorVariance(), fit.covariance()}, {fit.covariance(), fit.activationEnergyVariance()}
                },
                fit.quantile95(),
                coldestK,
                hottestK);
    }
}
