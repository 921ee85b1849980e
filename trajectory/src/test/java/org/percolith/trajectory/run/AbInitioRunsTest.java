package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.SharedData;

/** Native files of short ab-initio runs of Li2O, with what their programs say about them. */
class AbInitioRunsTest {

    @Test
    void cp2kAtConstantVolume() {
        try (Run run = read("cp2k-xtb-nvt/li2onvt-pos-1.xyz")) {
            assertThat(run.info().framesRead()).isEqualTo(81);
            assertThat(run.info().atoms().composition()).containsEntry("Li", 16).containsEntry("O", 8);
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(1, within(1e-9));
            assertThat(run.info().temperatureK().toString()).contains(".ener");
            assertThat(run.info().fixedCell()).isTrue();
            assertThat(run.info().meanCell().lengthA(0)).isCloseTo(9.24, within(1e-6));
        }
    }

    @Test
    void cp2kAtConstantPressureCollapsesByATenth() {
        try (Run run = read("cp2k-xtb-npt/li2onpt-pos-1.xyz")) {
            assertThat(run.info().framesRead()).isEqualTo(17);
            assertThat(run.info().fixedCell()).isFalse();
            assertThat(run.info().meanCell().volumeA3()).isBetween(170.0, 9.24 * 4.62 * 4.62);
        }
    }

    @Test
    void theFolderOfARunIsTheRun() {
        Path folder = SharedData.find("own/Li2O-abinitio/cp2k-xtb-nvt");
        try (Run run = Runs.read(folder, RunOptions.defaults())) {
            assertThat(run.info().segments()).hasSize(1);
            assertThat(run.info().framesRead()).isEqualTo(81);
        }
    }

    /** 137 blocks, of which the first 7 are an electron minimisation; mean ion temperature of the dynamics 850 K. */
    @Test
    void cpLeavesOutTheFramesAtRest() {
        try (Run run = read("qe-cp/li2ocp.pos")) {
            assertThat(run.info().framesRead()).isEqualTo(130);
            assertThat(run.info().notices()).anyMatch(notice -> notice.contains("first 7 frames are left out"));
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(1.9351, within(1e-4));
            assertThat(run.info().temperatureK().require()).isCloseTo(850, within(5.0));
            assertThat(run.info().temperatureK().toString()).contains(".evp");
        }
    }

    @Test
    void pwStatesItsTimeAndTemperature() {
        try (Run run = read("qe-pw-md/li2o_md.out.gz")) {
            assertThat(run.info().framesRead()).isEqualTo(150);
            assertThat(run.info().frameIntervalFs().require()).isCloseTo(1, within(1e-4));
        }
    }

    private static Run read(String name) {
        return Runs.read(SharedData.find("own/Li2O-abinitio/" + name), RunOptions.defaults());
    }
}
