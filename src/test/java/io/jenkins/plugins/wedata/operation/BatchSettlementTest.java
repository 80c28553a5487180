package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Batches.OPTIONS;
import static io.jenkins.plugins.wedata.operation.Batches.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch whose start was not answered, or broke off, is looked for and not started again. */
class BatchSettlementTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aLostReplyToTheStartIsSettledByTheVersionsNotByASecondStart() {
        bench.weData.switches().pace(Pace.DEFAULT);
        bench.fault("lost-reply:BatchCreateTaskVersionAsync:1");
        List<String> ids = bench.tasks(3);
        OperationResult result = bench.run(batch(ids, OPTIONS));
        assertThat(result.values()).containsEntry("outcome", "SUCCESS").containsEntry("jobId", null);
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aStartThatLandsAMinuteLaterIsStillFound() {
        bench.weData.switches().pace(Pace.DEFAULT);
        bench.fault("late-effect=60s:BatchCreateTaskVersionAsync:1");
        assertThat(bench.run(batch(bench.tasks(2), OPTIONS)).values()).containsEntry("outcome", "SUCCESS");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aStartThatLandsWhenTheTimeForItIsNearlyOverIsStillFound() {
        bench.weData.switches().pace(Pace.DEFAULT);
        bench.fault("late-effect=88s:BatchCreateTaskVersionAsync:1");
        assertThat(bench.run(batch(bench.tasks(2), OPTIONS)).values()).containsEntry("outcome", "SUCCESS");
    }

    @Test
    void aStartIsRecognisedAfterAnOutageThatLastsLongerThanItIsLookedFor() {
        bench.weData.switches().pace(Pace.DEFAULT);
        bench.fault("lost-reply:BatchCreateTaskVersionAsync:1").fault("502:ListTaskVersions:40");
        Duration begun = bench.time.elapsed();
        assertThat(bench.run(batch(bench.tasks(1), OPTIONS)).values()).containsEntry("outcome", "SUCCESS");
        assertThat(bench.time.elapsed().minus(begun)).isGreaterThan(Duration.ofSeconds(90));
    }

    @Test
    void thatNothingHasAppearedIsNotBelievedOfLooksThatShowedNothing() {
        bench.fault("drop:BatchCreateTaskVersionAsync:1").fault("502:ListTaskVersions:*");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), OPTIONS)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("could not be read for 15 min")
                .hasMessageNotContaining("has appeared");
    }

    @Test
    void withoutAMarkNoOtherBuildIsSaidToGoOn() {
        assertThat(batch(bench.tasks(1), "nightly", Optional.empty())
                        .leftBehind(Progress.intent(bench.time.now()))
                        .orElseThrow())
                .doesNotContain("wedataAwaitJob");
    }

    @Test
    void aStartThatNeverLandedIsUnknownAndSaysWhatToCheck() {
        bench.fault("drop:BatchCreateTaskVersionAsync:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), OPTIONS)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("2 tasks")
                .hasMessageContaining("not started again by itself");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aStartThatWasNotAnsweredAndCannotBeReadBackIsUnknown() {
        bench.fault("drop:BatchCreateTaskVersionAsync:1").fault("error:UnauthorizedOperation:ListTaskVersions:9");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), OPTIONS)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void anErrorThatDoesNotSayIsSettledByOneLook() {
        bench.fault("error:FailedOperation:BatchCreateTaskVersionAsync:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), OPTIONS)))
                .isInstanceOf(CallDoubtfulException.class)
                .hasMessageContaining("FailedOperation");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
        assertThat(bench.weData.ledger().deliveries("ListTaskVersions")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "error-after-work"})
    void anErrorThatDoesNotSayIsUnknownWhereTheOneLookShowsNothing(String kind) {
        bench.fault(kind + ":FailedOperation:BatchCreateTaskVersionAsync:1").fault("502:ListTaskVersions:1000");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), OPTIONS)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("its answer does not say, and its versions can't be read: ListTaskVersions")
                .hasMessageContaining("FailedOperation");
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aVersionThatIsSeenCountsAlsoWhereAnotherCannotBeRead() {
        CannedWeData canned = new CannedWeData(body -> body.contains("\"1\"")
                ? "\"Data\":{\"Items\":[{\"VersionId\":\"9\",\"VersionRemark\":\"mark\"}],\"TotalCount\":1}"
                : "\"Error\":{\"Code\":\"InternalError\",\"Message\":\"because\"}");
        CompletableFuture<List<String>> seen =
                new VersionReadBack(canned.session, Bench.PROJECT, List.of("1", "2"), "mark").look();
        CompletableFuture<List<String>> unseen =
                new VersionReadBack(canned.session, Bench.PROJECT, List.of("1", "2"), "another").look();
        canned.time.advance(Duration.ofMinutes(6));
        assertThat(seen).isCompletedWithValue(List.of("2"));
        assertThatThrownBy(unseen::join).hasMessageContaining("InternalError");
    }

    @Test
    void aJobThatWasRecognisedIsKeptAsStartedAndGoneOnWith() {
        bench.weData.switches().pace(Pace.byTime(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(40), Duration.ZERO));
        bench.fault("lost-reply:BatchCreateTaskVersionAsync:1");
        List<String> ids = bench.tasks(2);
        BatchVersionOperation operation = batch(ids, OPTIONS);
        CompletableFuture<OperationResult> first = bench.start(operation);
        bench.time.advance(Duration.ofMinutes(1));
        bench.session.cancel();
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(first).isCompletedExceptionally();
        Progress reached = bench.kept.get(bench.kept.size() - 1);
        assertThat(reached.stage()).isEqualTo(Progress.Stage.WRITTEN);
        assertThat(reached.id()).isNull();
        assertThat(reached.since()).isEqualTo(bench.kept.get(0).since());
        assertThat(operation.leftBehind(reached).orElseThrow())
                .startsWith("The batch job for 2 tasks was started and goes on in WeData")
                .contains("to go on from another build: wedataAwaitJob(fromBuild:");
        assertThat(bench.end(operation.resume(bench.newSession(), reached, bench::keep))
                        .values())
                .containsEntry("status", "CONFIRMED_BY_VERSIONS")
                .containsEntry("jobId", null);
        assertThat(bench.log.stream().filter(line -> line.contains("looking for its versions")))
                .hasSize(1);
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void anErrorThatDoesNotSayIsUnknownWhereNothingIsMarked() {
        bench.fault("error:FailedOperation:BatchCreateTaskVersionAsync:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), "nightly", Optional.empty())))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("may have taken effect")
                .hasMessageContaining("markRemark: false");
    }

    @Test
    void aRefusalStands() {
        bench.fault("error:InvalidParameter:BatchCreateTaskVersionAsync:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), OPTIONS))).isInstanceOf(CallRefusedException.class);
    }

    @Test
    void aResumedJobIsWaitedForAndNotStartedAgain() {
        BatchVersionOperation operation = batch(bench.tasks(2), OPTIONS);
        CompletableFuture<OperationResult> first = bench.start(operation);
        bench.time.advance(Duration.ofSeconds(3));
        assertThat(first).isNotDone();
        bench.session.cancel();
        Progress reached = bench.kept.get(bench.kept.size() - 1);
        assertThat(reached.stage()).isEqualTo(Progress.Stage.WRITTEN);
        assertThat(bench.end(operation.resume(bench.newSession(), reached, bench::keep))
                        .values())
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("jobId", Long.valueOf(reached.id()));
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isEqualTo(1);
    }

    @Test
    void aResumedIntentIsSettledByTheVersions() {
        BatchVersionOperation operation = batch(bench.tasks(1), OPTIONS);
        assertThatThrownBy(() ->
                        bench.end(operation.resume(bench.session, Progress.intent(bench.time.now()), bench::keep)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(bench.weData.ledger().deliveries("BatchCreateTaskVersionAsync"))
                .isZero();
    }
}
