package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.SharedData;

/** Formats that carry their own time axis and temperature, as whole runs. */
class TimedFormatsTest {

    @Test
    void cp2kStatesItsIntervalAndTemperatureAndRepeatsAreDropped() {
        Path file = SharedData.find("public/formats/cp2k/local_LiI-pos-1.xyz.gz");
        try (Run run = Runs.read(file, RunOptions.defaults())) {
            RunInfo info = run.info();
            assertThat(info.frameIntervalFs().require()).isCloseTo(40, within(1e-6));
            assertThat(info.frameIntervalFs().toString()).contains("comment lines");
            assertThat(info.temperatureK().toString()).contains(".ener");
            assertThat(info.temperatureK().require()).isBetween(550.0, 650.0);
            assertThat(info.framesRead()).as("every 20 steps from 0 to 3380").isEqualTo(170);
            assertThat(info.notices())
                    .anyMatch(notice -> notice.contains("9 frames") && notice.contains("there twice"));
            assertThat(info.fixedCell()).isFalse();
        }
    }

    /** The manifest of the sample says 40 atomic units; its first displacement over its first velocity is 59.8 of them. */
    @Test
    void abinitStatesItsTimeStepAndTemperature() {
        Path file = SharedData.find("public/formats/abinit-hist/local_LiF_md_HIST.nc");
        try (Run run = Runs.read(file, RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(60 * 0.0241888, within(1e-4));
            assertThat(run.info().temperatureK().require()).isEqualTo(600);
        }
    }

    @Test
    void vaspoutStatesItsTimeStepAndTemperature() {
        Path file = SharedData.find("public/formats/vasp-h5/synthetic_LiI_npt_vaspout.h5");
        try (Run run = Runs.read(file, RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().toString()).contains("vaspout.h5");
            assertThat(run.info().framesRead()).isEqualTo(61);
        }
    }

    @Test
    void pwscfStatesItsTimeStepInRydbergUnits() {
        Path file = SharedData.find("public/formats/qe/local_LiI_pw_md.out.gz");
        try (Run run = Runs.read(file, RunOptions.defaults())) {
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(1.9351, within(1e-4));
            assertThat(run.info().temperatureK().require()).isBetween(600.0, 800.0);
        }
    }
}
