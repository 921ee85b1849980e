package org.percolith.trajectory.format.hdf5;

import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.reading.UnitNames;
import org.percolith.trajectory.format.text.NumberTokens;

/** Steps and times of an H5MD element: a list of them, or one increment, counted from an offset. */
final class H5mdClock {

    private final @Nullable Hdf5Steps steps;
    private final @Nullable Hdf5Steps times;
    private final @Nullable Double stepIncrement;
    private final @Nullable Double timeIncrement;
    private final double stepOffset;
    private final double timeOffset;
    private final @Nullable String timeUnit;

    /** The clock of the element at {@code path}, which ends with a slash. */
    H5mdClock(Hdf5File hdf, String path) {
        steps = hdf.steps(path + "step");
        times = hdf.steps(path + "time");
        stepIncrement = steps == null ? number(hdf.list(path + "step")) : null;
        timeIncrement = times == null ? number(hdf.list(path + "time")) : null;
        stepOffset = offset(hdf, path + "step");
        timeOffset = offset(hdf, path + "time");
        timeUnit = hdf.attribute(path + "time", "unit");
    }

    private static double offset(Hdf5File hdf, String path) {
        String text = hdf.attribute(path, "offset");
        return text == null || NumberTokens.leading(text) < 1 ? 0 : NumberTokens.parse(text, 1)[0];
    }

    private static @Nullable Double number(@Nullable Object scalar) {
        return scalar instanceof Number number ? (Double) number.doubleValue() : null;
    }

    boolean countsSteps() {
        return steps != null || stepIncrement != null;
    }

    /** The MD step of a frame, or {@link Frame#NO_LABEL}. */
    long step(long frame) throws IOException {
        OptionalDouble step = at(frame, steps, stepIncrement, stepOffset);
        return step.isPresent() ? (long) step.getAsDouble() : Frame.NO_LABEL;
    }

    /** The time of a frame, fs; empty if none is stated, or in no unit that is known in fs. */
    OptionalDouble timeFs(long frame) throws IOException {
        Double factor = timeUnit == null ? null : UnitNames.timeFs(timeUnit);
        OptionalDouble time = at(frame, times, timeIncrement, timeOffset);
        return factor == null || time.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(factor * time.getAsDouble());
    }

    private static OptionalDouble at(long frame, @Nullable Hdf5Steps list, @Nullable Double increment, double offset)
            throws IOException {
        if (list == null) {
            return increment == null ? OptionalDouble.empty() : OptionalDouble.of(offset + increment * frame);
        }
        double[] value = new double[1];
        return list.values() == 1 && list.read(frame, value) && Double.isFinite(value[0])
                ? OptionalDouble.of(value[0])
                : OptionalDouble.empty();
    }
}
