package org.percolith.trajectory.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.quantity.Sourced;

/**
 * A forward stream of frames from one file, in memory bounded by one frame.
 *
 * <p>Complete frames are delivered; damage, a cut tail or other atoms than before end the stream and are told by {@link
 * #notices()}.
 */
public interface TrajectoryReader extends AutoCloseable {

    /** Element and order of the atoms, the same in every frame. */
    Atoms atoms();

    /**
     * Reads the next frame into {@code frame}.
     *
     * @return false at the end of the stream
     */
    boolean next(Frame frame) throws IOException;

    /** True once the stream ended before its format allows it to: a frame was cut off or damaged. */
    boolean truncated();

    /** What the user has to be told: cut tails, damage, dialects with consequences; with file and line. */
    List<String> notices();

    /** Tags of the run's input, where the format carries them. */
    default MdSettings settings() {
        return MdSettings.none();
    }

    /** True if step labels count MD steps (LAMMPS); false if they may count frames or anything else (XDATCAR). */
    default boolean labelsCountSteps() {
        return false;
    }

    /** MD steps between two frames of this file, given the settings of its run; unused if labels count steps. */
    default int stepsPerFrame(MdSettings runSettings) {
        return 1;
    }

    /**
     * Time between frames, fs, where the format states times; of the frames read so far, so complete only at the end of
     * the stream.
     */
    default Optional<Sourced<Double>> frameIntervalFs() {
        return Optional.empty();
    }

    /** What this file is called, more exactly than its format, where several programs share one. */
    default Optional<String> dialect() {
        return Optional.empty();
    }

    /** Which program's input files beside the trajectory say how it was made. */
    default Program program() {
        return Program.OTHER;
    }

    /** Programs whose input files are read. */
    enum Program {
        VASP,
        LAMMPS,
        OTHER
    }

    /** Where {@link #meanTemperatureK()} was found, as printed. */
    default String temperatureSource() {
        return "the kinetic energies";
    }

    /**
     * Mean temperature over the frames read, K, where the format carries kinetic energies.
     *
     * @throws IOException if a file beside the trajectory that holds them cannot be read
     */
    default OptionalDouble meanTemperatureK() throws IOException {
        return OptionalDouble.empty();
    }

    @Override
    void close() throws IOException;
}
