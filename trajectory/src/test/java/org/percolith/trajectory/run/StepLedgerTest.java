package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the frames of a resumed run count; an x marks those that do not. */
class StepLedgerTest {

    @ParameterizedTest
    @CsvSource({
        "0 10 20 30, 0 10 20 30",
        "0 10 20 30 20 30 40, 0 10 x x 20 30 40",
        "0 10 20 30 20 30, 0 10 20 30 x x",
        "0 10 20 30 30 40, 0 10 20 30 30 40",
        "0 10 20 30 10 20 10 20 30 40, 0 x x x x x 10 20 30 40",
        "0 10 20 30 10 20 15 25 35, 0 x x x 10 x 15 25 35",
        "0 10 20 30 20 10 40, 0 x x x x 10 40",
        "0 10 20 0 10 20 30, 0 10 20 0 10 20 30",
        "0 10 20 30 10 20 0 10, 0 10 20 30 x x 0 10",
        "0 10 20 30 20 30 40 50 40 60, 0 10 x x 20 30 x x 40 60"
    })
    void eachStepCountsOnce(String labels, String expected) {
        StepLedger ledger = StepLedger.ofFirstReading();
        entered(ledger, labels);
        assertThat(ledger.hasRepeatedSteps()).isEqualTo(expected.contains("x"));
        StepLedger second = ledger.ofSecondReading();
        assertThat(entered(second, labels)).isEqualTo(expected);
        assertThat(second.hasRepeatedSteps()).isFalse();
    }

    private static String entered(StepLedger ledger, String labels) {
        List<String> kept = new ArrayList<>();
        Arrays.stream(labels.split(" ")).forEach(label -> kept.add(ledger.keeps(Long.parseLong(label)) ? label : "x"));
        return String.join(" ", kept);
    }
}
