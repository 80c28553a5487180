package io.jenkins.plugins.wedata.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.2S, less than a second",
        "PT2.6S, 3 s",
        "PT90S, 90 s",
        "PT2M, 2 min",
        "PT6M12S, 6 min 12 s",
        "PT60M, 60 min",
        "PT2H, 2 h",
        "PT2H5M, 2 h 5 min",
        "PT-5S, 0 s"
    })
    void aLengthIsSaidInTheUnitsThatPeopleUse(Duration length, String words) {
        assertThat(Durations.inWords(length)).isEqualTo(words);
    }
}
