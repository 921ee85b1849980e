package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.MsdCurve;
import org.percolith.msd.SymmetricTensor;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Sourced;

/** Results as CSV tables; every column name carries its unit. */
public final class Tables {

    private Tables() {}

    /** The mean squared displacement at every lag. */
    public static String msd(MsdCurve curve) {
        StringBuilder csv = new StringBuilder(
                "lag_ps,total_A2,std_A2,xx_A2,yy_A2,zz_A2,xy_A2,xz_A2,yz_A2,charge_A2,independent_windows\n");
        for (int lag = 0; lag <= curve.maxLag(); lag++) {
            SymmetricTensor t = curve.tensorA2(lag);
            csv.append(String.format(
                    Locale.ROOT,
                    "%.6g,%.8g,%.4g,%.8g,%.8g,%.8g,%.8g,%.8g,%.8g,%.8g,%d%n",
                    curve.lagPs(lag),
                    curve.totalA2(lag),
                    curve.stdA2(lag),
                    t.xx(),
                    t.yy(),
                    t.zz(),
                    t.xy(),
                    t.xz(),
                    t.yz(),
                    curve.chargeA2(lag),
                    curve.independentWindows(lag)));
        }
        return csv.toString().replace("\r\n", "\n");
    }

    /** The points of a sweep, those left out with their reason. */
    public static String arrhenius(List<SweepPoint> points, SweepResult sweep) {
        StringBuilder csv = new StringBuilder(
                "label,temperature_K,inverse_temperature_1000_per_K,diffusivity_cm2_s,std_cm2_s,lower95_cm2_s,upper95_cm2_s,used,reason\n");
        for (SweepPoint point : points) {
            String reason = sweep.excluded().stream()
                    .filter(exclusion -> exclusion.label().equals(point.label()))
                    .map(SweepResult.Exclusion::reason)
                    .findFirst()
                    .orElse("");
            csv.append(String.join(
                            ",",
                            quoted(point.label()),
                            number(point.temperatureK()),
                            number(1000 / point.temperatureK()),
                            estimateCells(point.diffusivityCm2PerS()),
                            String.valueOf(reason.isEmpty()),
                            quoted(reason)))
                    .append('\n');
        }
        return csv.toString();
    }

    /** One line a run: transport and the key numbers behind the gate. */
    public static String runs(List<AnalyzedRun> runs) {
        StringBuilder csv = new StringBuilder("label,temperature_K,transport,publishable,pathway_rank,"
                + "diffusivity_cm2_s,std_cm2_s,lower95_cm2_s,upper95_cm2_s,"
                + "conductivity_mS_cm,std_mS_cm,lower95_mS_cm,upper95_mS_cm\n");
        Estimate none = Estimate.withheld("not computed");
        for (AnalyzedRun run : runs) {
            Sourced<Double> temperature = run.info().temperatureK().found();
            csv.append(String.join(
                            ",",
                            quoted(run.info().label()),
                            temperature == null ? "" : number(temperature.value()),
                            run.judgement().map(j -> j.transport().label()).orElse(""),
                            String.valueOf(run.publishable()),
                            run.rank()
                                    .map(PathwayRank::assured)
                                    .map(String::valueOf)
                                    .orElse(""),
                            estimateCells(run.judgement()
                                    .map(TransportJudgement::tracerCm2PerS)
                                    .or(() ->
                                            run.diffusion().map(d -> d.tracer().cm2PerS()))
                                    .orElse(none)),
                            estimateCells(run.judgement()
                                    .map(TransportJudgement::tracerMsPerCm)
                                    .orElse(none))))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String estimateCells(Estimate estimate) {
        if (estimate instanceof Estimate.Measured m) {
            return String.join(",", number(m.value()), number(m.std()), number(m.lower95()), number(m.upper95()));
        }
        return estimate instanceof Estimate.UpperBound bound ? ",,," + number(bound.upper95()) : ",,,";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
