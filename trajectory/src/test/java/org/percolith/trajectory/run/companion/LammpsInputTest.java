package org.percolith.trajectory.run.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What LAMMPS scripts say of the run that wrote a dump. */
class LammpsInputTest {

    private static final String HEAD = "units metal\ntimestep 0.002\nvelocity all create 1300 4711\n";
    private static final String DUMP = "dump 1 all custom 25 md.lammpstrj id element xu yu zu\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fix 1 all nvt temp 600 600 0.1                    | 600 | 600 | MDALGO=2 | fix nvt temp",
                "fix f all npt/kk iso 0 0 1 temp 700.0 750 0.2     | 700 | 750 | MDALGO=2 | fix npt temp",
                "fix 1 all nve#fix 2 all langevin 300 310 0.1 48   | 300 | 310 | MDALGO=3 | fix langevin",
                "fix 1 all nve#fix 2 all temp/rescale 10 5e2 500 1 1 | 500 | 500 | MDALGO=5 | fix temp/rescale",
                "fix 1 all nve#fix 2 all temp/csvr 450 450 0.1 1   | 450 | 450 | MDALGO=5 | fix temp/csvr",
                "fix 1 all nve                                     | 1300 | 1300 | SMASS=-3 | velocity create",
                "variable T equal 525#fix 1 all nvt temp ${T} $T 1 | 525 | 525 | MDALGO=2 | fix nvt temp",
                "variable T index 800 700#fix 1 all nvt &#temp ${T} ${T} 1 | 800 | 800 | MDALGO=2 | fix nvt temp",
                "fix 1 all nvt temp 900 900 1#run 5#unfix 1#fix 1 all nvt temp 650 650 1 # hot | 650 | 650 | MDALGO=2"
                        + " | fix nvt temp"
            })
    void aLammpsScriptHoldsTheTemperature(
            String fixes, double startK, double stopK, String dynamics, String temperatureName) {
        MdInput input = lammps(HEAD + fixes.replace("#", "\n").replace("\n hot", "") + "\n" + DUMP + "run 1000\n")
                .orElseThrow();
        assertThat(input.settings().timestepFs()).hasValue(2);
        assertThat(input.settings().startTemperatureK()).hasValue(startK);
        assertThat(input.settings().endTemperatureK()).hasValue(stopK);
        String[] tag = dynamics.split("=", 2);
        assertThat(input.settings().tags()).containsEntry(tag[0], tag[1]);
        assertThat(input.temperatureName()).isEqualTo(temperatureName);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fix 1 all nvt temp ${T} ${T} 0.1 | no value of T is known",
                "variable T index 800 700#next T#fix 1 all nvt temp ${T} ${T} 0.1 | T has changed",
                "variable T equal 2*300#fix 1 all nvt temp $T $T 0.1 | a formula",
                "fix 1 all deform 1 x final 0 16 | nothing integrates"
            })
    void whatIsNotKnownIsLeftOpen(String fixes, String why) {
        MdInput input = lammps(HEAD + fixes.replace("#", "\n") + "\n" + DUMP + "run ${N}\n")
                .orElseThrow();
        assertThat(input.settings().startTemperatureK()).as(why).isEmpty();
        assertThat(input.settings().tags()).as(why).doesNotContainKey("SMASS");
    }

    @Test
    void runsBeforeAndAfterTheDumpDoNotCount() {
        String before = "fix 1 all nvt temp 1600 1600 0.1\nrun 5000\nunfix 1\n";
        String during = "fix 1 all nvt temp 600 600 0.1\n" + DUMP + "run 1000\nrun 1000\nundump 1\nunfix 1\n";
        String after = "fix 1 all nvt temp 300 300 0.1\nrun 1000\n";
        assertThat(lammps(HEAD + before + during + after)
                        .orElseThrow()
                        .settings()
                        .startTemperatureK())
                .hasValue(600);
        assertThat(lammps(HEAD + (before + during + after).replace("md.lammpstrj", "other.lammpstrj"))
                        .orElseThrow()
                        .settings()
                        .startTemperatureK())
                .as("any of the three may have written a dump that was renamed")
                .isEmpty();
    }

    @Test
    void aLogWithoutCommandsStatesItsTimeStep() {
        assertThat(lammps("LAMMPS (2 Aug 2023)\n  Unit style    : real\n  Time step     : 0.5\n")
                        .orElseThrow()
                        .settings()
                        .timestepFs())
                .hasValue(0.5);
        assertThat(lammps("a data file\n\n400 atoms\n")).isEmpty();
    }

    private static Optional<MdInput> lammps(String text) {
        LammpsInput input = new LammpsInput("md.lammpstrj.gz");
        text.lines().forEach(input::accept);
        return input.said("in.md", true);
    }
}
