package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.05S, 50 ms",
        "PT0.25S, 0.25 sec",
        "PT1S, 1 sec",
        "PT1.25S, 1.2 sec",
        "PT59.9S, 59 sec",
        "PT1M30S, 1 min 30 sec",
        "PT2H5M, 2 hr 5 min",
        "P1DT3H, 1 day 3 hr",
        "P2D, 2 days 0 hr"
    })
    void aSpanIsToldInJenkinsWords(Duration span, String told) {
        assertThat(Spans.told(span)).isEqualTo(told);
    }
}
