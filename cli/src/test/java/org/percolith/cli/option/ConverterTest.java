package org.percolith.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConverterTest {

    @ParameterizedTest
    @CsvSource({"2fs, 2", "0.1ps, 100", "100 fs, 100", "1ns, 1e6", "1.5e1fs, 15", ".5ps, 500"})
    void timesCarryTheirUnit(String text, double femtoseconds) {
        assertThat(new TimeConverter().convert(text)).isEqualTo(femtoseconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "fs", "-2fs", "2 minutes", "", "2fsx"})
    void everythingElseIsNoTime(String text) {
        assertThatThrownBy(() -> new TimeConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("100fs");
    }

    @Test
    void temperaturesMayCarryK() {
        assertThat(new TemperatureConverter().convert("500")).isEqualTo(500);
        assertThat(new TemperatureConverter().convert("500K")).isEqualTo(500);
        assertThatThrownBy(() -> new TemperatureConverter().convert("0")).hasMessageContaining("500K");
        assertThatThrownBy(() -> new TemperatureConverter().convert("20C")).hasMessageContaining("500K");
    }

    @Test
    void memoryCarriesItsUnit() {
        assertThat(new MemoryConverter().convert("2g")).isEqualTo(2L << 30);
        assertThat(new MemoryConverter().convert("512MB")).isEqualTo(512L << 20);
        assertThatThrownBy(() -> new MemoryConverter().convert("2048")).hasMessageContaining("2g");
    }
}
