package org.percolith.trajectory.run;

import org.percolith.trajectory.format.MdSettings;

/**
 * What one file says about how a run was made.
 *
 * @param settings as VASP tags, whatever the program
 * @param timestepName what the program calls the time step, as printed: {@code POTIM}
 * @param temperatureName what it calls the temperature that was set: {@code TEBEG}
 */
record MdInput(MdSettings settings, String timestepName, String temperatureName) {

    static MdInput ofVasp(MdSettings settings) {
        return new MdInput(settings, "POTIM", "TEBEG");
    }

    /** Settings that a trajectory of another program carries itself. */
    static MdInput ofTrajectory(MdSettings settings) {
        return new MdInput(settings, "the time step", "the temperature set");
    }

    String source() {
        return settings.source();
    }
}
