package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.DensityFile;
import org.percolith.cli.result.SlabConductivity;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.pathways.framework.FrameworkGrade;
import org.percolith.pathways.framework.FrameworkSpecies;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.run.Carrier;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunInfo;
import org.percolith.trajectory.run.RunSurvey;
import org.percolith.trajectory.run.Seam;
import org.percolith.trajectory.run.Segment;

/** One run as an object of {@code summary.json}. */
public final class RunJson {

    private RunJson() {}

    /** Everything that is known of the run. */
    public static ObjectNode of(AnalyzedRun run) {
        ObjectNode node = reading(run.info());
        run.diffusion().ifPresent(diffusion -> {
            node.set("msd", DiffusionJson.msd(diffusion.curve()));
            node.set("fit", DiffusionJson.fit(diffusion));
            node.set("diffusivity", DiffusionJson.diffusivity(diffusion, run.judgement()));
            node.set("conductivity", DiffusionJson.conductivity(diffusion, run.judgement()));
            node.set("hops", DiffusionJson.hops(diffusion));
            node.set("additional_time", DiffusionJson.additionalTime(diffusion));
        });
        run.slab().ifPresent(slab -> putSlab(node, slab));
        run.framework().ifPresent(grade -> node.set("framework", framework(grade)));
        run.estimators().ifPresent(table -> node.set("estimators", DiffusionJson.estimators(table)));
        run.density().ifPresent(density -> node.set("density", density(density)));
        run.sites().ifPresent(sites -> node.set("sites", StructureJson.sites(sites)));
        run.pairs().ifPresent(pairs -> node.set("structure", StructureJson.structure(pairs)));
        run.percolation().ifPresent(percolation -> run.rank()
                .ifPresent(rank -> node.set("percolation", PercolationJson.of(percolation, rank))));
        run.mechanism().ifPresent(mechanism -> MechanismJson.put(node, mechanism));
        run.sweepPoint().flatMap(SweepPoint::law).ifPresent(law -> node.set("sampling_law", DiffusionJson.law(law)));
        node.set("verdicts", EstimateJson.of(run.verdicts()));
        run.judgement().ifPresent(judgement -> {
            node.put("transport", judgement.transport().label());
            node.put("publishable", run.publishable());
        });
        return node;
    }

    /**
     * What was read and how far to trust it, without any analysis. Of steps that the files repeat, {@code frames} counts all,
     * {@code frames_used} one.
     */
    public static ObjectNode inspected(RunInfo info) {
        ObjectNode node = reading(info);
        long stored = info.segments().stream().mapToLong(Segment::frames).sum();
        node.put("frames", Math.max(stored, info.framesRead())).put("frames_used", info.framesRead());
        node.set("verdicts", EstimateJson.of(info.verdicts()));
        return node;
    }

    /**
     * A run that cannot be analysed: why, and what its files hold all the same.
     *
     * @param survey empty where they are no trajectory
     */
    public static ObjectNode unusable(RunFiles run, String problem, Optional<RunSurvey> survey) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("label", run.label())
                .put("path", run.path().toString())
                .put("problem", problem);
        survey.ifPresent(counted -> {
            node.put("frames", counted.frames()).put("atoms", counted.atoms().size());
            ObjectNode composition = node.putObject("composition");
            counted.atoms().composition().forEach(composition::put);
            ArrayNode segments = node.putArray("segments");
            counted.segments().forEach(segment -> segments.add(segment(segment)));
            ArrayNode notices = node.putArray("notices");
            counted.notices().forEach(notices::add);
        });
        return node;
    }

    private static ObjectNode reading(RunInfo info) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("label", info.label()).put("path", info.path().toString());
        node.set("temperature_K", sourced(info.temperatureK()).putNull("std"));
        node.set("frame_interval_fs", sourced(info.frameIntervalFs()));
        node.put("frames", info.framesRead()).put("frames_skipped", info.framesSkipped());
        if (info.frameIntervalFs().found() != null) {
            node.put("duration_ps", info.durationPs());
        } else {
            node.putNull("duration_ps");
        }
        node.put("atoms", info.atoms().size());
        ObjectNode composition = node.putObject("composition");
        info.atoms().composition().forEach(composition::put);
        node.set("cell", cell(info.meanCell(), info.fixedCell()));
        ArrayNode segments = node.putArray("segments");
        info.segments().forEach(segment -> segments.add(segment(segment)));
        ArrayNode seams = node.putArray("seams");
        info.seams().forEach(seam -> seams.add(seam(seam)));
        node.set("carrier", carrier(info));
        node.put("unwrapping", info.unwrapping());
        node.put("drift_reference", info.driftReference()).put("drift_removed_A", info.driftA());
        ArrayNode notices = node.putArray("notices");
        info.notices().forEach(notices::add);
        return node;
    }

    private static ObjectNode carrier(RunInfo info) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (info.mobileIon().found() == null) {
            return node.put("withheld", info.mobileIon().problem());
        }
        Carrier carrier = info.carrier();
        return node.put("species", carrier.species())
                .put("species_source", carrier.speciesSource())
                .put("count", carrier.count())
                .put("charge_e", carrier.chargeE().value())
                .put("charge_source", carrier.chargeE().source())
                .put("number_density_per_cm3", info.numberDensityPerA3() * PhysicalConstants.PER_CM3_PER_PER_A3);
    }

    private static void putSlab(ObjectNode run, SlabConductivity slab) {
        ((ObjectNode) run.get("cell"))
                .putObject("vacuum")
                .put("lattice_vector", slab.vacuum().vectorName())
                .put("thickness_A", slab.vacuum().thicknessA());
        if (run.get("conductivity") instanceof ObjectNode conductivity) {
            conductivity.set("sheet_S", EstimateJson.of(slab.sheetS()));
        }
    }

    private static ObjectNode framework(FrameworkGrade grade) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("periodic", grade.periodic());
        ArrayNode species = node.putArray("species");
        for (FrameworkSpecies found : grade.species()) {
            ObjectNode entry = species.addObject()
                    .put("unit", found.unit())
                    .put("count", found.count())
                    .put("state", found.state().label());
            entry.set("diffusivity_cm2_s", EstimateJson.of(found.diffusivityCm2PerS()));
            entry.set("ratio_to_ion", EstimateJson.of(found.ratioToIon()));
            entry.put("orientation_memory", found.orientationMemory());
        }
        return node;
    }

    private static ObjectNode density(DensityFile density) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("voxel_A", density.voxelA());
        node.putArray("grid").add(density.na()).add(density.nb()).add(density.nc());
        node.put("ions", density.ions()).put("frames", density.frames()).put("max_per_A3", density.maxPerA3());
        ArrayNode files = node.putArray("files");
        density.files().forEach(files::add);
        return node;
    }

    private static ObjectNode sourced(Determination<Double> determined) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Sourced<Double> quantity = determined.found();
        if (quantity == null) {
            return node.put("withheld", determined.problem());
        }
        return node.put("value", quantity.value()).put("source", quantity.source());
    }

    private static ObjectNode cell(Cell cell, boolean fixed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode vectors = node.putArray("vectors_A");
        for (int vector = 0; vector < 3; vector++) {
            ArrayNode row = vectors.addArray();
            for (int axis = 0; axis < 3; axis++) {
                row.add(cell.component(vector, axis));
            }
        }
        return node.put("volume_A3", cell.volumeA3()).put("fixed", fixed);
    }

    private static ObjectNode segment(Segment segment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", segment.path().toString())
                .put("format", segment.format())
                .put("frames", segment.frames())
                .put("truncated", segment.truncated());
    }

    private static ObjectNode seam(Seam seam) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("after_segment", seam.afterSegment())
                .put("frame", seam.frame())
                .put("kind", seam.kind().label())
                .put("max_step_A", seam.maxStepA())
                .put("typical_max_step_A", seam.typicalMaxStepA())
                .put("action", seam.action());
    }
}
