package org.percolith.trajectory.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.lammps.LammpsUnits;

/**
 * The {@code units} and {@code timestep} commands of a LAMMPS input script, or of a log that echoes it. The time step is
 * handed on as POTIM in fs. Reduced units (lj) have no femtoseconds and give nothing.
 */
final class LammpsInput {

    private static final Pattern NAME =
            Pattern.compile("(?i)(log[._].*|.*\\.log(\\.gz)?|in\\..*|.*\\.in|.*\\.lmp|.*\\.lammps)");
    private static final Pattern COMMAND = Pattern.compile("^\\s*(units|timestep)\\s+(\\S+)");

    private LammpsInput() {}

    static boolean isNamedLikeOne(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    static Optional<MdSettings> parse(List<String> lines, String source) {
        String units = null;
        String timestep = null;
        for (String line : lines) {
            Matcher matcher = COMMAND.matcher(line);
            if (matcher.find()) {
                if (matcher.group(1).equals("units")) {
                    units = matcher.group(2);
                } else {
                    timestep = matcher.group(2);
                }
            }
        }
        Double factor = LammpsUnits.timeFs(units);
        if (factor == null || timestep == null || !timestep.matches("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
            return Optional.empty();
        }
        double timestepFs = Double.parseDouble(timestep) * factor;
        return Optional.of(new MdSettings(Map.of("POTIM", Double.toString(timestepFs)), source));
    }
}
