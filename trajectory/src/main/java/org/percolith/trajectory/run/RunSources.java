package org.percolith.trajectory.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.quantity.Sourced;

/** Gathers what the files of a run say about its time axis, temperature and thermostat, segment by segment. */
final class RunSources {

    private final RunFiles run;
    private final RunOptions options;
    private final CompanionFiles companions;
    private final TimeAxis timeAxis = new TimeAxis();
    private final RunTemperature temperature;
    private final List<MdSettings> settings = new ArrayList<>();

    RunSources(RunFiles run, RunOptions options, TrajectoryFiles files) {
        this.run = run;
        this.options = options;
        companions = new CompanionFiles(files);
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
     * @param labelSteps MD steps between frames by the labels of the run, 0 if they do not count steps
     */
    void add(Path file, TrajectoryReader reader, int frames, long labelSteps) throws IOException {
        List<MdSettings> found = new ArrayList<>(
                switch (reader.program()) {
                    case VASP -> companions.settings(file, run.path());
                    case LAMMPS -> companions.lammpsSettings(file);
                    case OTHER -> List.<MdSettings>of();
                });
        if (!reader.settings().tags().isEmpty()) {
            found.add(reader.settings());
        }
        for (MdSettings set : found) {
            if (!set.isMolecularDynamics()) {
                throw new TrajectoryException(file + " is no molecular dynamics (IBRION is not 0 in " + set.source()
                        + "): a relaxation has no time axis, and its steps no diffusivity");
            }
        }
        found.forEach(temperature::addSettings);
        settings.addAll(found);
        if (reader.labelsCountSteps()) {
            addLabelIntervals(found, labelSteps);
        } else {
            addIntervals(reader, found);
        }
        reader.frameIntervalFs().ifPresent(interval -> timeAxis.add(interval.value(), interval.source()));
        Optional<CompanionFiles.StepTemperatures> oszicar =
                reader.program() == TrajectoryReader.Program.VASP ? companions.temperatures(file) : Optional.empty();
        if (oszicar.isPresent()) {
            long steps = oszicar.get().steps();
            temperature.addMeasured(oszicar.get().sumK() / steps, (double) steps, "OSZICAR");
            confirmByStepCount(found, reader, frames, steps);
        } else {
            OptionalDouble kinetic = reader.meanTemperatureK();
            if (kinetic.isPresent()) {
                temperature.addMeasured(
                        kinetic.getAsDouble(), frames, reader.temperatureSource() + " in " + file.getFileName());
            }
        }
    }

    private void addLabelIntervals(List<MdSettings> found, long labelSteps) {
        if (labelSteps == 0) {
            return;
        }
        if (options.timestepFs() != null) {
            timeAxis.add(labelSteps * options.timestepFs(), "--timestep x " + labelSteps + " steps between frames");
        }
        for (MdSettings set : found) {
            set.timestepFs()
                    .ifPresent(step -> timeAxis.add(
                            labelSteps * step, "timestep in " + set.source() + " x " + labelSteps + " steps"));
        }
    }

    private void addIntervals(TrajectoryReader reader, List<MdSettings> found) {
        if (options.timestepFs() != null) {
            MdSettings set = found.isEmpty() ? MdSettings.none() : found.get(0);
            int steps = reader.stepsPerFrame(set);
            timeAxis.add(
                    options.timestepFs() * steps,
                    "--timestep x " + steps + " steps between frames"
                            + (found.isEmpty()
                                    ? " (VASP's default NBLOCK, no file states it)"
                                    : " by " + set.source()));
        }
        for (MdSettings set : found) {
            int steps = reader.stepsPerFrame(set);
            set.timestepFs()
                    .ifPresent(step -> timeAxis.add(
                            step * steps,
                            "POTIM x " + steps + (steps == 1 ? " step in " : " steps in ") + set.source()));
        }
    }

    /** OSZICAR has one line a step: the steps per frame must be what the settings say. */
    private void confirmByStepCount(List<MdSettings> found, TrajectoryReader reader, long frames, long steps) {
        for (MdSettings set : found) {
            int perFrame = reader.stepsPerFrame(set);
            boolean fits = steps >= frames * perFrame && steps < (frames + 1) * perFrame;
            if (frames > 1 && fits && set.timestepFs().isPresent()) {
                timeAxis.add(
                        set.timestepFs().getAsDouble() * perFrame,
                        "the count of " + steps + " steps in OSZICAR for " + frames + " frames");
                return;
            }
        }
    }
}
