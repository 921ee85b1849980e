package org.percolith.trajectory.run.companion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.percolith.trajectory.format.MdSettings;

/** The grammar of INCAR. */
class IncarTest {

    @Test
    void incarGrammar() {
        MdSettings settings = Incar.parse(
                "SYSTEM = a; potim = 2.0 ! fs\n# NBLOCK = 7\nNBLOCK=\\\n 5\nTEBEG = 6D2 ; TEEND=700 # end\r\n"
                        + "POTIM = 9\nSMASS =-1\nLWAVE = .FALSE.\nMAGMOM = 3*1\n=5\nIBRION = 0",
                "INCAR");
        assertThat(settings.timestepFs())
                .as("the first of a repeated tag counts")
                .hasValue(2);
        assertThat(settings.integer("NBLOCK")).hasValue(5);
        assertThat(settings.startTemperatureK()).hasValue(600);
        assertThat(settings.endTemperatureK()).hasValue(700);
        assertThat(settings.number("SMASS")).hasValue(-1.0);
        assertThat(settings.number("LWAVE")).isEmpty();
        assertThat(settings.number("MAGMOM")).isEmpty();
        assertThat(settings.isMolecularDynamics()).isTrue();
        assertThat(Incar.parse("IBRION = 2", "INCAR").isMolecularDynamics()).isFalse();
        assertThat(Incar.parse("", "INCAR").tags()).isEmpty();
    }

    @Test
    void quotedIncarValuesAreTextOverManyLines() {
        MdSettings settings = Incar.parse(
                "WANNIER90_WIN = \"\n num_wann = 8 ! here\n POTIM = 9; # no tag\n\"\nPOTIM = 2\nSYSTEM = 5\" wafer\nNBLOCK = 4",
                "INCAR");
        assertThat(settings.timestepFs()).hasValue(2);
        assertThat(settings.integer("NBLOCK")).hasValue(4);
        assertThat(settings.tags().get("WANNIER90_WIN")).contains("POTIM = 9; # no tag");
    }
}
