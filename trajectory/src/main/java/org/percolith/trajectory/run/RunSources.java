package org.percolith.trajectory.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.run.companion.Cp2kMdInput;
import org.percolith.trajectory.run.companion.LammpsFiles;
import org.percolith.trajectory.run.companion.MdInput;
import org.percolith.trajectory.run.companion.VaspFiles;

/** Gathers what the files of a run say about its time axis, temperature and thermostat, segment by segment. */
final class RunSources {

    private final RunFiles run;
    private final RunOptions options;
    private final VaspFiles companions;
    private final TimeAxis timeAxis = new TimeAxis();
    private final RunTemperature temperature;
    private final List<MdSettings> settings = new ArrayList<>();

    RunSources(RunFiles run, RunOptions options, TrajectoryFiles files) {
        this.run = run;
        this.options = options;
        companions = new VaspFiles(files);
        temperature = new RunTemperature(run, options.temperatureK());
        timeAxis.state(
                options.frameIntervalFs() != null
                        ? new Sourced<>(options.frameIntervalFs(), "--frame-interval")
                        : run.frameIntervalFs());
    }

    TimeAxis timeAxis() {
        return timeAxis;
    }

    RunTemperature temperature() {
        return temperature;
    }

    List<MdSettings> settings() {
        return settings;
    }

    /**
     * Adds what a segment and the files beside it say.
     *
     * @param frames frames read from it
     * @param spacing the step labels of its frames
     */
    void add(Path file, TrajectoryReader reader, int frames, StepSpacing spacing) throws IOException {
        LammpsFiles lammps = reader.program() == TrajectoryReader.Program.LAMMPS ? LammpsFiles.beside(file) : null;
        List<MdInput> found = new ArrayList<>(
                switch (reader.program()) {
                    case VASP -> companions.inputs(file, run.path());
                    case LAMMPS -> lammps == null ? List.<MdInput>of() : lammps.inputs();
                    case OTHER -> Cp2kMdInput.beside(file).stream().toList();
                });
        if (!reader.settings().tags().isEmpty()) {
            found.add(
                    reader.program() == TrajectoryReader.Program.VASP
                            ? MdInput.ofVasp(reader.settings())
                            : MdInput.ofTrajectory(reader.settings()));
        }
        for (MdInput input : found) {
            if (!input.settings().isMolecularDynamics()) {
                throw new TrajectoryException(file + " is no molecular dynamics (IBRION is not 0 in " + input.source()
                        + "): a relaxation has no time axis, and its steps no diffusivity");
            }
        }
        found.forEach(temperature::addInput);
        found.forEach(input -> settings.add(input.settings()));
        if (reader.labelsCountSteps()) {
            addLabelIntervals(found, spacing.steps());
        } else {
            long labelled = spacing.labelStride();
            if (labelled > 1) {
                addStatedIntervals(reader, found);
                addLabelIntervals(found, labelled);
                addPlannedSteps(found, frames, any -> Math.toIntExact(labelled));
            } else {
                addIntervals(reader, found);
                addPlannedSteps(found, frames, reader::stepsPerFrame);
            }
        }
        reader.frameIntervalFs()
                .ifPresent(interval ->
                        timeAxis.add(interval.value(), interval.source(), kind(interval.source(), file.getFileName())));
        addMeasuredTemperature(file, reader, found, frames);
        if (lammps != null) {
            lammps.measuredK(spacing.firstLabel(), spacing.lastLabel())
                    .forEach(mean -> temperature.addSampled(mean.value(), frames, mean.source()));
        }
    }

    private void addMeasuredTemperature(Path file, TrajectoryReader reader, List<MdInput> found, int frames)
            throws IOException {
        Optional<VaspFiles.Oszicar> oszicar =
                reader.program() == TrajectoryReader.Program.VASP ? companions.oszicar(file) : Optional.empty();
        if (oszicar.isPresent()) {
            long steps = oszicar.get().steps();
            temperature.addMeasured(oszicar.get().meanK(), (double) steps, "OSZICAR");
            confirmByStepCount(found, reader, frames, steps);
            return;
        }
        OptionalDouble kinetic = reader.meanTemperatureK();
        if (kinetic.isPresent()) {
            temperature.addMeasured(
                    kinetic.getAsDouble(), frames, reader.temperatureSource() + " in " + file.getFileName());
        }
    }

    private void addLabelIntervals(List<MdInput> found, long labelSteps) {
        if (labelSteps == 0) {
            return;
        }
        if (options.timestepFs() != null) {
            addInterval(options.timestepFs(), labelSteps, "--timestep x ", " steps between frames, by their labels");
        }
        for (MdInput input : found) {
            OptionalDouble step = input.settings().timestepFs();
            if (step.isPresent()) {
                String what = input.timestepName() + " in ";
                String times =
                        " x " + labelSteps + (labelSteps == 1 ? " step" : " steps") + " by the labels of the frames";
                timeAxis.add(
                        labelSteps * step.getAsDouble(), what + input.source() + times, what + bare(input) + times);
            }
        }
    }

    private void addIntervals(TrajectoryReader reader, List<MdInput> found) {
        if (options.timestepFs() != null) {
            MdSettings set = found.isEmpty() ? MdSettings.none() : found.get(0).settings();
            addInterval(
                    options.timestepFs(),
                    reader.stepsPerFrame(set),
                    "--timestep x ",
                    " steps between frames"
                            + (found.isEmpty()
                                    ? " (every step stored: no file states otherwise)"
                                    : " by " + set.source()));
        }
        found.forEach(input -> addInterval(reader, input));
    }

    /** Only of inputs that state the steps between frames: where labels do, the default of the others says nothing. */
    private void addStatedIntervals(TrajectoryReader reader, List<MdInput> found) {
        found.stream()
                .filter(input -> input.settings().statesStepsPerFrame())
                .forEach(input -> addInterval(reader, input));
    }

    private void addInterval(TrajectoryReader reader, MdInput input) {
        int steps = reader.stepsPerFrame(input.settings());
        OptionalDouble step = input.settings().timestepFs();
        if (step.isPresent()) {
            String what = input.timestepName() + " x " + steps + (steps == 1 ? " step in " : " steps in ");
            timeAxis.add(step.getAsDouble() * steps, what + input.source(), what + bare(input));
        }
    }

    /**
     * NSW, the steps that VASP was to run, over the frames of its XDATCAR. It confirms the steps between frames where it is
     * their multiple; it contradicts them where so many frames so far apart would need more steps than there were to be,
     * though every step stored would not. More frames than NSW are those of several runs, and a killed run has fewer: both
     * say nothing.
     */
    private void addPlannedSteps(List<MdInput> found, long frames, ToIntFunction<MdSettings> stepsPerFrame) {
        for (MdInput input : found) {
            long planned = input.settings().integer("NSW").orElse(0);
            OptionalDouble step = input.settings().timestepFs();
            long perFrame = stepsPerFrame.applyAsInt(input.settings());
            boolean confirms = planned >= frames * perFrame && planned < (frames + 1) * perFrame;
            boolean contradicts = planned >= frames && planned < frames * perFrame;
            if (frames > 1 && step.isPresent() && perFrame > 1 && (confirms || contradicts)) {
                double steps = confirms ? perFrame : (double) planned / frames;
                String what = "NSW, " + planned + " steps, over " + frames + " frames in ";
                timeAxis.add(step.getAsDouble() * steps, what + input.source(), "NSW over the frames");
            }
        }
    }

    /** A statement of the user, which is one however many files the run has. */
    private void addInterval(double timestepFs, long steps, String before, String behind) {
        timeAxis.add(timestepFs * steps, before + steps + behind, before);
    }

    /** OSZICAR has one line a step: the steps per frame must be what the settings say. */
    private void confirmByStepCount(List<MdInput> found, TrajectoryReader reader, long frames, long steps) {
        for (MdInput input : found) {
            int perFrame = reader.stepsPerFrame(input.settings());
            boolean fits = steps >= frames * perFrame && steps < (frames + 1) * perFrame;
            OptionalDouble step = input.settings().timestepFs();
            if (frames > 1 && fits && step.isPresent()) {
                timeAxis.add(
                        step.getAsDouble() * perFrame,
                        "the count of " + steps + " steps in OSZICAR for " + frames + " frames",
                        "the count in OSZICAR");
                return;
            }
        }
    }

    /** A source without its folder. */
    private static String bare(MdInput input) {
        return input.source().replaceAll("\\S*/", "");
    }

    /** A source without the name of the file, which differs from segment to segment. */
    private static String kind(String source, Path fileName) {
        return source.replace(fileName.toString(), "*");
    }
}
