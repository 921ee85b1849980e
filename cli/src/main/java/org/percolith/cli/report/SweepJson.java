package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.percolith.msd.sweep.SweepExtension;
import org.percolith.msd.sweep.SweepModel;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.trajectory.quantity.Verdict;

/** A temperature sweep as an object of {@code summary.json}. */
public final class SweepJson {

    private SweepJson() {}

    /** The whole sweep, with its verdicts and those on its runs together. */
    public static ObjectNode of(SweepResult sweep, List<Verdict> verdicts, List<SweepExtension> extensions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode used = node.putArray("used");
        sweep.used().forEach(used::add);
        ArrayNode excluded = node.putArray("excluded");
        sweep.excluded()
                .forEach(exclusion ->
                        excluded.addObject().put("label", exclusion.label()).put("reason", exclusion.reason()));
        ObjectNode energies = node.putObject("activation_energy_eV");
        energies.set("diffusivity", EstimateJson.of(sweep.activationEnergies().ofDiffusivityEv()));
        energies.set(
                "conductivity_T", EstimateJson.of(sweep.activationEnergies().ofConductivityTEv()));
        energies.set("conductivity", EstimateJson.of(sweep.activationEnergies().ofConductivityEv()));
        node.set("prefactor_cm2_s", EstimateJson.of(sweep.prefactorCm2PerS()));
        ObjectNode extrapolated = node.putObject("extrapolated");
        extrapolated.put("temperature_K", sweep.extrapolation().temperatureK());
        extrapolated.set(
                "diffusivity_cm2_s", EstimateJson.of(sweep.extrapolation().diffusivityCm2PerS()));
        extrapolated.set(
                "conductivity_mS_cm", EstimateJson.of(sweep.extrapolation().conductivityMsPerCm()));
        extrapolated.set(
                "with_bend_diffusivity_cm2_s",
                EstimateJson.of(sweep.extrapolation().bentDiffusivityCm2PerS()));
        extrapolated.set(
                "with_bend_conductivity_mS_cm",
                EstimateJson.of(sweep.extrapolation().bentConductivityMsPerCm()));
        EstimateJson.putNumber(extrapolated, "distance", sweep.extrapolation().distance());
        sweep.fit().ifPresent(fit -> {
            ObjectNode line = node.putObject("line");
            line.put("ln_prefactor", fit.lnPrefactor()).put("activation_energy_eV", fit.activationEnergyEv());
            ArrayNode covariance = line.putArray("covariance");
            covariance.addArray().add(fit.lnPrefactorVariance()).add(fit.covariance());
            covariance.addArray().add(fit.covariance()).add(fit.activationEnergyVariance());
        });
        ArrayNode bounded = node.putArray("bounded");
        sweep.bounded().forEach(bounded::add);
        ArrayNode extend = node.putArray("extend_first");
        for (SweepExtension extension : extensions) {
            extend.addObject()
                    .put("label", extension.label())
                    .put("temperature_K", extension.temperatureK())
                    .put("ln_std_now", extension.lnStd())
                    .put("ln_std_after_doubling", extension.lnStdAfterDoubling());
        }
        ArrayNode models = node.putArray("models");
        for (SweepModel model : sweep.models()) {
            ObjectNode entry = models.addObject()
                    .put("name", model.name())
                    .put("log_evidence", model.logEvidence())
                    .put("chi2", model.chiSquared());
            if (model.aicc().isPresent()) {
                entry.put("aicc", model.aicc().getAsDouble());
            }
        }
        ArrayNode leaveOneOut = node.putArray("leave_one_out_eV");
        sweep.leaveOneOutEv().forEach(leaveOneOut::add);
        if (sweep.chiSquaredPerDof().isPresent()) {
            node.put("chi2_per_dof", sweep.chiSquaredPerDof().getAsDouble());
        } else {
            node.putNull("chi2_per_dof");
        }
        node.set("verdicts", EstimateJson.of(verdicts));
        return node;
    }
}
