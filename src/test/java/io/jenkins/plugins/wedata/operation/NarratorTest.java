package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.ListTaskVersions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NarratorTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bench bench = new Bench();
    private final Narrator narrator = new Narrator(bench.time, bench.log::add);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void manyCallsThatAreThrottledTogetherAreOneLineAndOneRecovery() {
        List<String> ids = bench.tasks(120);
        bench.fault("throttle:ListTaskVersions:20");
        List<? extends CompletableFuture<?>> reads = ids.stream()
                .map(id -> bench.session.call(ListTaskVersions.submitted(PROJECT, id)))
                .toList();
        reads.forEach(bench::end);
        assertThat(bench.time.elapsed()).isLessThan(Duration.ofMinutes(1));
        assertThat(bench.log).filteredOn(line -> line.contains("throttled")).hasSize(1);
        assertThat(bench.log).filteredOn(line -> line.contains("recovered")).hasSize(1);
    }

    @Test
    void afterAMinuteItIsToldAgain() {
        narrator.retrying("CreateTask", "throttled", SECOND);
        bench.time.advance(Duration.ofSeconds(59));
        narrator.retrying("CreateTask", "throttled", SECOND);
        assertThat(bench.log).hasSize(1);
        bench.time.advance(SECOND);
        narrator.retrying("CreateTask", "HTTP 502", SECOND);
        assertThat(bench.log)
                .containsExactly("CreateTask: throttled, next try in 1 s", "CreateTask: HTTP 502, next try in 1 s");
    }

    @Test
    void eachActionIsToldForItself() {
        narrator.retrying("CreateTask", "throttled", SECOND);
        narrator.retrying("ListTaskVersions", "throttled", SECOND);
        narrator.recovered("ListTaskVersions", 2);
        narrator.recovered("CreateTask", 3);
        assertThat(bench.log)
                .containsExactly(
                        "CreateTask: throttled, next try in 1 s",
                        "ListTaskVersions: throttled, next try in 1 s",
                        "ListTaskVersions: recovered after 2 tries",
                        "CreateTask: recovered after 3 tries");
    }

    @Test
    void aRecoveryIsToldOnlyAfterARetryThatWasTold() {
        narrator.recovered("CreateTask", 2);
        assertThat(bench.log).isEmpty();
        narrator.retrying("CreateTask", "throttled", SECOND);
        narrator.recovered("CreateTask", 2);
        narrator.retrying("CreateTask", "throttled", SECOND);
        narrator.recovered("CreateTask", 2);
        assertThat(bench.log).hasSize(2);
    }
}
