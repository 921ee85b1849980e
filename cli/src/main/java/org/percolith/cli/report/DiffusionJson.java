package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.percolith.msd.AlternativeEstimates;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionTensor;
import org.percolith.msd.Dimensionality;
import org.percolith.msd.Direction;
import org.percolith.msd.ExtraTime;
import org.percolith.msd.HowMuchLonger;
import org.percolith.msd.InDimension;
import org.percolith.msd.MsdCurve;
import org.percolith.msd.PrincipalAxis;
import org.percolith.msd.SamplingLaw;
import org.percolith.msd.SymmetricTensor;
import org.percolith.msd.estimators.EstimatorRow;
import org.percolith.msd.estimators.EstimatorTable;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;

/** Displacement statistics as objects of {@code summary.json}. */
final class DiffusionJson {

    private static final String NO_LINE = "no diffusive line could be fitted";

    private DiffusionJson() {}

    /** The curve at log-spaced lags; every lag is in {@code msd.csv}. */
    static ObjectNode msd(MsdCurve curve) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode lag = node.putArray("lag_ps");
        ArrayNode total = node.putArray("total_A2");
        ArrayNode std = node.putArray("std_A2");
        ArrayNode xx = node.putArray("xx_A2");
        ArrayNode yy = node.putArray("yy_A2");
        ArrayNode zz = node.putArray("zz_A2");
        ArrayNode charge = node.putArray("charge_A2");
        ArrayNode windows = node.putArray("independent_windows");
        for (int k : CurveLags.of(curve)) {
            SymmetricTensor tensor = curve.tensorA2(k);
            lag.add(curve.lagPs(k));
            total.add(curve.totalA2(k));
            std.add(curve.stdA2(k));
            xx.add(tensor.xx());
            yy.add(tensor.yy());
            zz.add(tensor.zz());
            charge.add(curve.chargeA2(k));
            windows.add(curve.independentWindows(k));
        }
        return node;
    }

    static ObjectNode fit(DiffusionResult diffusion) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        diffusion.window().ifPresent(window -> node.putArray("window_ps")
                .add(window.fromPs())
                .add(window.toPs()));
        node.set(
                "exponent",
                EstimateJson.of(diffusion
                        .fit()
                        .<Estimate>map(fit -> fit.localExponent())
                        .orElse(Estimate.withheld(NO_LINE))));
        node.put("estimator", "generalised least squares with the exact finite-length covariance");
        diffusion.fit().ifPresent(fit -> node.put("phi", fit.phi())
                .put("chi2_probability", fit.chiSquaredProbability())
                .put("intercept_A2", fit.interceptA2())
                .put("non_gaussian_at_start", fit.nonGaussianAtStart()));
        diffusion.independentIons().ifPresent(ions -> node.put("independent_ions", ions));
        AlternativeEstimates other = diffusion.alternatives();
        ObjectNode alternatives = node.putObject("alternatives_cm2_s");
        alternatives.set("ols", EstimateJson.of(other.ordinaryLeastSquaresCm2PerS()));
        alternatives.set("endpoint", EstimateJson.of(other.endPointCm2PerS()));
        alternatives.set("half-window", EstimateJson.of(other.halfWindowCm2PerS()));
        return node;
    }

    /** Diffusivities; behind the gate where percolation was computed too. */
    static ObjectNode diffusivity(DiffusionResult diffusion, Optional<TransportJudgement> judgement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Estimate tracer = judgement
                .map(TransportJudgement::tracerCm2PerS)
                .orElse(diffusion.tracer().cm2PerS());
        Optional<Dimensionality> dimensionality =
                judgement.map(TransportJudgement::dimensionality).orElse(diffusion.dimensionality());
        node.set("tracer_cm2_s", EstimateJson.of(tracer));
        putInDimension(node, InDimension.of(dimensionality, tracer));
        if (diffusion.tensor().isPresent()) {
            putTensor(node, diffusion.tensor().get());
        } else {
            node.putNull("tensor_cm2_s").putArray("principal");
        }
        node.set(
                "charge_cm2_s",
                EstimateJson.of(judgement
                        .map(TransportJudgement::chargeCm2PerS)
                        .orElse(diffusion.charge().cm2PerS())));
        node.set("haven_ratio", EstimateJson.of(diffusion.havenRatio()));
        putDimensionality(node.putObject("dimensionality"), dimensionality);
        ObjectNode errors = node.putObject("tracer_error_parts_cm2_s");
        errors.put("statistical", diffusion.tracer().statisticalStdCm2PerS())
                .put("start_of_fit", diffusion.tracer().startChoiceStdCm2PerS());
        if (diffusion.tracer().degreesOfFreedom().isPresent()) {
            node.put(
                    "tracer_degrees_of_freedom",
                    diffusion.tracer().degreesOfFreedom().getAsDouble());
        }
        return node;
    }

    /** D = MSD/(2dt) where the motion is one- or two-dimensional, else null. */
    private static void putInDimension(ObjectNode node, Optional<InDimension> found) {
        if (found.isPresent()) {
            node.putObject("in_dimension_cm2_s")
                    .put("dimension", found.get().dimension())
                    .set("estimate", EstimateJson.of(found.get().cm2PerS()));
        } else {
            node.putNull("in_dimension_cm2_s");
        }
    }

    /** How D* scatters, which a later sweep needs of a run that saw few hops: V(D) = p D + r D². */
    static ObjectNode law(SamplingLaw law) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("estimate_cm2_s", law.estimate())
                .put("per_hop_cm2_s", law.perHop())
                .put("relative_variance", law.relativeVariance());
    }

    private static void putTensor(ObjectNode node, DiffusionTensor tensor) {
        ArrayNode rows = node.putArray("tensor_cm2_s");
        for (int row = 0; row < 3; row++) {
            ArrayNode cells = rows.addArray();
            for (int column = 0; column < 3; column++) {
                cells.add(tensor.cm2PerS().component(row, column));
            }
        }
        ArrayNode principal = node.putArray("principal");
        for (PrincipalAxis axis : tensor.axes()) {
            ObjectNode entry = principal.addObject();
            entry.set("value_cm2_s", EstimateJson.of(axis.cm2PerS()));
            putDirection(entry.putArray("direction"), axis.direction());
            putDirection(entry.putArray("direction_lattice"), axis.directionLattice());
        }
    }

    private static void putDirection(ArrayNode array, Direction direction) {
        array.add(direction.x()).add(direction.y()).add(direction.z());
    }

    private static void putDimensionality(ObjectNode node, Optional<Dimensionality> found) {
        if (found.isPresent() && found.get().value().isPresent()) {
            node.put("value", found.get().value().getAsInt());
        } else {
            node.putNull("value");
        }
        found.ifPresent(dimensionality -> {
            ArrayNode probability = node.putArray("probability");
            for (int d = 0; d <= 3; d++) {
                probability.add(dimensionality.probability(d));
            }
        });
    }

    static ObjectNode conductivity(DiffusionResult diffusion, Optional<TransportJudgement> judgement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Estimate ungated = Estimate.withheld("the confinement gate needs percolation: use analyze");
        node.set(
                "tracer_mS_cm",
                EstimateJson.of(judgement.map(TransportJudgement::tracerMsPerCm).orElse(ungated)));
        node.set(
                "charge_mS_cm",
                EstimateJson.of(judgement.map(TransportJudgement::chargeMsPerCm).orElse(ungated)));
        judgement.ifPresent(gate -> {
            if (gate.tracerUpper95MsPerCm().isPresent()) {
                node.put("tracer_upper95_mS_cm", gate.tracerUpper95MsPerCm().getAsDouble());
            }
        });
        node.put("per_diffusivity_mS_cm_per_cm2_s", diffusion.conductivity().perDiffusivityMsPerCm());
        return node;
    }

    static ObjectNode hops(DiffusionResult diffusion) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("effective", diffusion.hops().effective());
        EstimateJson.putNumber(node, "rsd", diffusion.hops().moRelativeStd());
        node.set("mobile_fraction", EstimateJson.of(diffusion.mobileFraction()));
        return node;
    }

    static ArrayNode additionalTime(DiffusionResult diffusion) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ExtraTime extra : HowMuchLonger.forRun(diffusion)) {
            ObjectNode node = array.addObject().put("relative_std", extra.targetRelativeStd());
            if (extra.additionalPs().isPresent()) {
                node.put("additional_ps", extra.additionalPs().getAsDouble());
            } else {
                node.putNull("additional_ps");
            }
            node.put("at_least", extra.atLeast());
        }
        return array;
    }

    static ArrayNode estimators(EstimatorTable table) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (EstimatorRow row : table.rows()) {
            ObjectNode node = array.addObject().put("program", row.program()).put("rule", row.rule());
            row.printed().ifPresent(printed -> {
                node.put("diffusivity_cm2_s", printed.diffusivityCm2PerS());
                printed.claimedStdCm2PerS().ifPresent(std -> node.put("claimed_std_cm2_s", std));
                node.putArray("window_ps").add(printed.fromPs()).add(printed.toPs());
            });
            node.put("remark", row.remark());
        }
        return array;
    }
}
