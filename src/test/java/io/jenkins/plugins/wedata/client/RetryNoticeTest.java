package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryNoticeTest {

    private final ManualTimeSource time = new ManualTimeSource();
    private final Calls.Hearing listener = new Calls.Hearing();
    private final RetryNotice notice = new RetryNotice(time, listener, "CreateTask");

    @Test
    void theFirstRetryIsToldAtOnce() {
        notice.retrying("throttled", Duration.ofSeconds(3));

        assertThat(listener.heard).containsExactly("CreateTask throttled 3000");
    }

    @Test
    void thenOneAMinuteAtMost() {
        for (int second = 0; second < 150; second++) {
            notice.retrying("throttled", Duration.ofSeconds(second));
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(listener.heard)
                .containsExactly("CreateTask throttled 0", "CreateTask throttled 60000", "CreateTask throttled 120000");
    }

    @Test
    void aRecoveryIsToldOnlyAfterARetryWas() {
        notice.recovered(1);
        assertThat(listener.heard).isEmpty();

        notice.retrying("throttled", Duration.ofSeconds(1));
        notice.recovered(4);
        assertThat(listener.heard).endsWith("CreateTask recovered after 4");
    }
}
