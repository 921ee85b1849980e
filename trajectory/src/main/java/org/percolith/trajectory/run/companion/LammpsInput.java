package org.percolith.trajectory.run.companion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.lammps.LammpsNames;
import org.percolith.trajectory.format.lammps.LammpsUnits;

/**
 * What a LAMMPS input script, or a log that echoes it, says about the run that wrote a dump: {@code units} and {@code
 * timestep}, and the thermostat that was on while the dump was written. The time step is handed on as POTIM in fs, the
 * temperature as TEBEG and TEEND, the thermostat as MDALGO or SMASS. Reduced units (lj) have no femtoseconds.
 *
 * <p>Where the dump goes by another name now, every {@code run} of the script may have written it: what differs between
 * them is left open.
 */
final class LammpsInput {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|[0-9]+\\.");

    /** Commands that say something even where a value in them is not known. */
    private static final Set<String> OBEYED_WITHOUT_VALUES = Set.of("fix", "run", "dump");

    private final String dumpName;
    private final LammpsVariables variables = new LammpsVariables();
    private final Map<String, LammpsThermostat> fixes = new HashMap<>();
    private final Map<String, Boolean> dumps = new HashMap<>();
    private final List<LammpsThermostat> runs = new ArrayList<>();
    private final List<LammpsThermostat> runsOfDump = new ArrayList<>();
    private boolean writesDump;
    private String continued = "";
    private @Nullable String units;
    private @Nullable String timestep;
    private @Nullable Double createdK;

    LammpsInput(String dumpName) {
        this.dumpName = dumpName;
    }

    /** Takes the next line of the script or log. */
    void accept(String line) {
        String text = continued + line.replaceAll("#.*", "").strip();
        if (text.endsWith("&")) {
            continued = text.substring(0, text.length() - 1) + " ";
            return;
        }
        continued = "";
        if (!text.isEmpty()) {
            String substituted = variables.substitute(text);
            String[] words = BLANKS.split(substituted);
            if (substituted.indexOf('$') < 0 || OBEYED_WITHOUT_VALUES.contains(words[0])) {
                obey(words);
            }
        }
    }

    /** True if a command so far writes the dump. */
    boolean writesDump() {
        return writesDump;
    }

    /** True while the dump is being written. */
    boolean dumpIsOpen() {
        return dumps.containsValue(true);
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "variable" -> variables.define(words);
            case "next" -> variables.advance(words);
            case "units" -> units = words.length > 1 ? words[1] : units;
            case "timestep" -> timestep = words.length > 1 ? words[1] : timestep;
            case "dump" -> openDump(words);
            case "undump" -> closeDump(words);
            case "fix" -> LammpsThermostat.ofFix(words).ifPresent(thermostat -> fixes.put(words[1], thermostat));
            case "unfix" -> Arrays.stream(words).skip(1).forEach(fixes::remove);
            case "velocity" -> createVelocities(words);
            case "run" -> noteRun();
            default -> noteLoggedUnits(words);
        }
    }

    private void openDump(String[] words) {
        if (words.length > 5) {
            boolean matches = LammpsNames.isDump(dumpName, words[5]);
            dumps.put(words[1], matches);
            writesDump |= matches;
        }
    }

    private void closeDump(String[] words) {
        if (words.length > 1) {
            dumps.put(words[1], false);
        }
    }

    private void createVelocities(String[] words) {
        if (words.length > 3
                && words[2].equals("create")
                && DECIMAL.matcher(words[3]).matches()) {
            createdK = Double.valueOf(words[3]);
        }
    }

    private void noteRun() {
        LammpsThermostat thermostat = LammpsThermostat.governing(fixes.values(), createdK);
        runs.add(thermostat);
        if (dumpIsOpen()) {
            runsOfDump.add(thermostat);
        }
    }

    /** A log that echoes no commands still states these: {@code Unit style : metal}, {@code Time step : 0.001}. */
    private void noteLoggedUnits(String[] words) {
        if (words.length == 4 && words[2].equals(":")) {
            String name = words[0] + " " + words[1];
            units = name.equals("Unit style") ? words[3] : units;
            timestep = name.equals("Time step") ? words[3] : timestep;
        }
    }

    /**
     * What was said, under the name of the file that said it; empty if nothing was.
     *
     * @param withThermostat false if there is no telling which of several inputs made the dump
     */
    Optional<MdInput> said(String source, boolean withThermostat) {
        Map<String, String> tags = new HashMap<>();
        Double unitFs = LammpsUnits.timeFs(units);
        if (unitFs != null && timestep != null && DECIMAL.matcher(timestep).matches()) {
            tags.put("POTIM", Double.toString(Double.parseDouble(timestep) * unitFs));
        }
        LammpsThermostat thermostat = withThermostat ? thermostat() : null;
        if (thermostat != null) {
            tags.putAll(thermostat.tags());
        }
        String temperatureName = thermostat == null ? "temperature" : thermostat.command();
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(new MdInput(new MdSettings(tags, source), "timestep", temperatureName));
    }

    private @Nullable LammpsThermostat thermostat() {
        if (!runsOfDump.isEmpty()) {
            return LammpsThermostat.during(runsOfDump);
        }
        return runs.stream().distinct().count() == 1 ? runs.get(0) : null;
    }
}
