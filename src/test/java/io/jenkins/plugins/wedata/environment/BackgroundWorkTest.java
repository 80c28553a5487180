package io.jenkins.plugins.wedata.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackgroundWorkTest {

    @ParameterizedTest
    @CsvSource({
        "BEGIN, wedata-build-",
        "CREDENTIALS, wedata-credentials-",
        "JOURNAL, wedata-journal-",
        "PROMPT, wedata-step-"
    })
    void aThreadDumpTellsWhatEachThreadIsFor(BackgroundWork kind, String prefix) throws Exception {
        assertThat(threadOf(kind).getName()).matches(prefix + "\\d+");
    }

    @ParameterizedTest
    @EnumSource
    void noThreadKeepsJenkinsFromEnding(BackgroundWork kind) throws Exception {
        assertThat(threadOf(kind).isDaemon()).isTrue();
    }

    @Test
    void workThatFailsTakesNoOtherWithIt() throws Exception {
        BackgroundWork.PROMPT.execute(() -> {
            throw new IllegalStateException("expected in the log of this test");
        });
        assertThat(threadOf(BackgroundWork.PROMPT)).isNotNull();
    }

    private static Thread threadOf(BackgroundWork kind) throws Exception {
        return CompletableFuture.supplyAsync(Thread::currentThread, kind).get(60, TimeUnit.SECONDS);
    }
}
