package org.percolith.trajectory.run.companion;

import org.percolith.trajectory.format.MdSettings;

/**
 * What one file says about how a run was made.
 *
 * @param settings as VASP tags, whatever the program
 * @param timestepName what the program calls the time step, as printed: {@code POTIM}
 * @param temperatureName what it calls the temperature that was set: {@code TEBEG}
 */
public record MdInput(MdSettings settings, String timestepName, String temperatureName) {

    /** What a file of VASP says. */
    public static MdInput ofVasp(MdSettings settings) {
        return new MdInput(settings, "POTIM", "TEBEG");
    }

    /** Settings that a trajectory of another program carries itself. */
    public static MdInput ofTrajectory(MdSettings settings) {
        return new MdInput(settings, "the time step", "the temperature set");
    }

    /** The file that says it, as printed. */
    public String source() {
        return settings.source();
    }
}
