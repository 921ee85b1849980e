package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names of files and folders say: their order, and a temperature. */
class NamesTest {

    @Test
    void digitGroupsAreOrderedByValue() {
        List<String> ordered = List.of(
                "RUN_0",
                "XDATCAR",
                "XDATCAR.1",
                "XDATCAR.2",
                "XDATCAR.10",
                "run1",
                "run1a",
                "run2",
                "run9",
                "run10",
                "run10b",
                "run12345678901234567890",
                "run12345678901234567891",
                "run-1",
                "\u7b2c\uff13\u56de");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(new NaturalOrder());
        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void theOrderIsTotal() {
        NaturalOrder order = new NaturalOrder();
        assertThat(order.compare("run01", "run1")).isNegative();
        assertThat(order.compare("run1", "run01")).isPositive();
        assertThat(order.compare("run1", "run1")).isZero();
        assertThat(order.compare("\uff15\u56de", "5"))
                .as("digits of other scripts are characters")
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "T600, 600",
        "T_600, 600",
        "T=600K, 600",
        "800K, 800",
        "800_K, 800",
        "800 K, 800",
        "temperature_1000, 1000",
        "Temp-450, 450",
        "agi_450K.XDATCAR, 450",
        "XDATCAR_800K.gz, 800",
        "T600.XDATCAR.gz, 600",
        "temperature_1000.lammpstrj, 1000",
        "T312.5, 312.5",
        "298.15K, 298.15",
        "Li3PS4-T500-run2, 500",
        "2x2x2_700K_50p, 700"
    })
    void temperaturesInNames(String name, double temperatureK) {
        assertThat(TemperatureName.in(name)).hasValue(temperatureK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Li10GeP2S12",
                "run600",
                "50p",
                "2x2x2",
                "XDATCAR",
                "run1",
                "600",
                "KCl",
                "K2NiF4",
                "LiT600",
                "Test_500",
                "T5",
                "T60000",
                "9000K",
                "Li20K10",
                "100fs",
                "800Kelvin",
                "3.5.600",
                "NaT1",
                "T600x600"
            })
    void namesWithoutTemperature(String name) {
        assertThat(TemperatureName.in(name)).isEmpty();
    }
}
