package org.percolith.trajectory.run.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.format.xyz.Cp2kInputText;

/** What CP2K inputs say of the dynamics. */
class Cp2kMdInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENSEMBLE NVT#TIMESTEP 0.5#TEMPERATURE 1000#&THERMOSTAT#TYPE CSVR#&CSVR#TIMECON 50#&END#&END | 0.5 | 1000"
                        + " | MDALGO | 5",
                "ensemble npt_f#timestep [ps] 0.001#temperature [K] 8.0E+02#&THERMOSTAT#TYPE nose#&END | 1 | 800 | MDALGO | 4",
                "ENSEMBLE NVE#TIMESTEP 2.0 ! fs#TEMPERATURE 300 | 2 | 300 | SMASS | -3",
                "ENSEMBLE LANGEVIN#TIMESTEP 1#TEMPERATURE 450 | 1 | 450 | MDALGO | 3"
            })
    void aCp2kInputSetsThem(String md, double timestepFs, double temperatureK, String tag, String value) {
        MdInput input =
                parsed("&MOTION\n &MD\n" + md.replace("#", "\n") + "\n &END MD\n&END\n&FORCE_EVAL\n&DFT\n&SCF\n&SMEAR\n"
                        + "ELECTRONIC_TEMPERATURE 5000\n&END\n&END\n&END\n&END\n");
        assertThat(input.settings().timestepFs()).hasValue(timestepFs);
        assertThat(input.settings().startTemperatureK()).hasValue(temperatureK);
        assertThat(input.settings().tags()).containsEntry(tag, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"TEMPERATURE ${T}#TIMESTEP [furlong] 1", "TEMPERATURE#TIMESTEP", "ENSEMBLE NVT"})
    void aCp2kInputWithoutNumbersSetsNothing(String md) {
        assertThat(parsed("&MOTION\n&MD\n" + md.replace("#", "\n") + "\n&END MD\n")
                        .settings()
                        .tags())
                .isEqualTo(Map.of());
    }

    private static MdInput parsed(String text) {
        return Cp2kMdInput.parse(new Cp2kInputText(Path.of("run.inp"), text));
    }
}
