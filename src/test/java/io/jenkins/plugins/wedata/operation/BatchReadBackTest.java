package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Batches.OPTIONS;
import static io.jenkins.plugins.wedata.operation.Batches.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a site does not tell how far a batch job is, its versions are read back, and nothing is guessed. */
class BatchReadBackTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidAction", "UnsupportedOperation", "UnauthorizedOperation"})
    void whereJobsCannotBeFollowedVersionsAreReadBack(String code) {
        bench.weData.switches().international(true).hiddenActionCode(code);
        List<String> ids = bench.tasks(3);
        OperationResult result = bench.run(batch(ids, OPTIONS));
        assertThat(result.values())
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("status", "CONFIRMED_BY_VERSIONS")
                .containsEntry("succeeded", ids);
        assertThat(bench.log).anyMatch(line -> line.contains("does not tell how far batch job"));
    }

    @Test
    void whatIsUnseenAtTheTimeoutIsNotConfirmedAndNeverASuccess() {
        bench.weData.switches().international(true);
        List<String> ids = bench.tasks(3);
        bench.weData.world().failVersionOf(ids.get(2), "x");
        assertThatThrownBy(() -> bench.run(batch(ids, OPTIONS)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("1 of 3 tasks")
                .hasMessageContaining("not confirmed")
                .hasMessageContaining(ids.get(2));
    }

    @Test
    void anEarlierVersionWithTheSameNoteIsNotTakenForOurs() {
        bench.weData.switches().international(true);
        List<String> ids = bench.tasks(1);
        bench.run(batch(ids, "nightly [wedata release#6.12]", OPTIONS.mark().map(m -> "[wedata release#6.12]")));
        bench.weData.world().failVersionOf(ids.get(0), "x");
        assertThatThrownBy(() -> bench.run(batch(ids, OPTIONS))).hasMessageContaining("not confirmed");
    }

    @Test
    void withoutAMarkNothingIsGuessed() {
        bench.weData.switches().international(true);
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), "nightly", Optional.empty())))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("not confirmed");
    }
}
