package org.percolith.trajectory.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Verdict;

/**
 * What was read and joined to one run, and everything that says how far to trust it.
 *
 * @param temperatureK mean temperature, if anything states it
 * @param frameIntervalFs time between stored frames (after any stride), if anything states it
 * @param framesRead frames stored, before frames were skipped
 * @param framesSkipped frames left out at the start (equilibration) and the end
 * @param meanCell mean cell over the frames
 * @param fixedCell true if the cell never changed
 * @param mobileIon the carrier of the charge, if one is named or can be taken for granted
 * @param frameworkSymbols element of each framework track
 * @param driftA largest drift of the reference that was removed, Å
 * @param unwrapping the scheme used, as printed
 * @param notices what the user has to be told
 * @param verdicts T1 to T7, F2
 */
public record RunInfo(
        String label,
        Path path,
        Determination<Double> temperatureK,
        Determination<Double> frameIntervalFs,
        int framesRead,
        int framesSkipped,
        Atoms atoms,
        Cell meanCell,
        boolean fixedCell,
        List<Segment> segments,
        List<Seam> seams,
        Determination<Carrier> mobileIon,
        List<String> frameworkSymbols,
        double driftA,
        String unwrapping,
        List<String> notices,
        List<Verdict> verdicts) {

    public RunInfo {
        segments = List.copyOf(segments);
        seams = List.copyOf(seams);
        frameworkSymbols = List.copyOf(frameworkSymbols);
        notices = List.copyOf(notices);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Time between stored frames, ps.
     *
     * @throws org.percolith.trajectory.TrajectoryException if it is unknown
     */
    public double frameIntervalPs() {
        return frameIntervalFs.require() / 1000;
    }

    /**
     * The mobile ion.
     *
     * @throws org.percolith.trajectory.TrajectoryException if it is unknown
     */
    public Carrier carrier() {
        return mobileIon.require();
    }

    /** Frames used. */
    public int frames() {
        return framesRead - framesSkipped;
    }

    /** Time from the first frame used to the last, ps. */
    public double durationPs() {
        return Math.max(0, frames() - 1) * frameIntervalPs();
    }

    /** Number density of mobile ions, Å⁻³. */
    public double numberDensityPerA3() {
        return carrier().count() / meanCell.volumeA3();
    }

    /** What is at rest in the tracks: the elements whose centre of mass was subtracted. */
    public String driftReference() {
        return frameworkSymbols.isEmpty()
                ? "centre of mass of the whole cell"
                : "centre of mass of " + frameworkSymbols.stream().distinct().collect(Collectors.joining(", "));
    }
}
