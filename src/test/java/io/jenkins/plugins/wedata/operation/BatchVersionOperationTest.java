package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.TaskMissingInstanceStrategy;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchVersionOperationTest {

    private static final String MARK = "[wedata release#7.12]";
    private static final BatchWaitOptions OPTIONS =
            new BatchWaitOptions(true, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, Optional.of(MARK));

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBatchIsStartedOnceAndWaitedForToItsEnd() {
        List<String> ids = bench.tasks(5);
        OperationResult result = bench.run(batch(ids, OPTIONS));
        assertThat(result.values())
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("status", "SUCCESS")
                .containsEntry("total", 5L)
                .containsEntry("succeeded", ids)
                .containsEntry("failed", List.of());
        assertThat(result.unstable()).isEmpty();
        assertThat(bench.weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(1);
        assertThat(ids)
                .allSatisfy(id -> assertThat(bench.weData.world().versions(id)).hasSize(1));
    }

    @Test
    void eachChangeIsOneLineOfTheLog() {
        List<String> ids = bench.tasks(120);
        bench.weData
                .switches()
                .pace(Pace.byTime(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ZERO));
        bench.run(batch(ids, OPTIONS));
        List<String> looks = bench.log.stream()
                .filter(line -> line.matches("Batch job \\d+: .*"))
                .toList();
        assertThat(looks).doesNotHaveDuplicates();
        assertThat(looks.get(0)).endsWith("CREATING, 0 of 120 done");
        assertThat(looks).anyMatch(line -> line.matches("Batch job \\d+: RUNNING, \\d+ of 120 done"));
        assertThat(bench.log.get(bench.log.size() - 1)).endsWith("has ended: SUCCESS, 120 succeeded, 0 failed");
    }

    @Test
    void everyParameterIsSent() {
        List<String> ids = bench.tasks(1);
        BatchCreateTaskVersionAsync batch = new BatchCreateTaskVersionAsync(
                List.of(new BatchCreateTaskVersionDTO(ids.get(0), "note", "folder")),
                PROJECT,
                true,
                "email,sms",
                "1,2",
                false,
                true,
                List.of("100028579801"),
                List.of(new TaskMissingInstanceStrategy(ids.get(0), "MAKEUP")));
        bench.run(new BatchVersionOperation(batch, OPTIONS));
        JsonNode sent = bench.weData
                .ledger()
                .requests("BatchCreateTaskVersionAsync")
                .get(0)
                .body();
        assertThat(sent.toString())
                .contains("\"VersionRemark\":\"note\",\"FolderId\":\"folder\"")
                .contains("\"AutoRun\":true", "\"AlarmWays\":\"email,sms\"", "\"AlarmRecipientTypes\":\"1,2\"")
                .contains("\"NeedCheckParentSubmitted\":false", "\"EnableMakeUp\":true")
                .contains("\"AssignApprovalList\":[\"100028579801\"]")
                .contains("\"MissingInstanceStrategy\":\"MAKEUP\"");
    }

    @Test
    void aBatchThatIsNotWaitedForGivesTheJob() {
        BatchWaitOptions start =
                new BatchWaitOptions(false, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, Optional.of(MARK));
        OperationResult result = bench.run(batch(bench.tasks(2), start));
        assertThat(result.values())
                .containsEntry("outcome", "STARTED")
                .containsEntry("total", 2L)
                .hasEntrySatisfying("jobId", id -> assertThat((Long) id).isPositive());
        assertThat(bench.weData.ledger().deliveries("ListBatchDetail")).isZero();
    }

    @Test
    void failedTasksAreToldWithTheirReasonsBeforeTheFailure() {
        List<String> ids = bench.tasks(3);
        bench.weData.world().failVersionOf(ids.get(1), "data source\u0007is gone");
        assertThatThrownBy(() -> bench.run(batch(ids, OPTIONS)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("PART_SUCCESS")
                .hasMessageContaining("1 of 3 tasks failed: " + ids.get(1) + " (task_1): data source is gone");
        assertThat(bench.log)
                .anyMatch(line -> line.matches("  task +name +reason"))
                .anyMatch(line -> line.matches("  " + ids.get(1) + " +task_1 +data source is gone"));
    }

    @Test
    void aPartialSuccessMayBeUnstable() {
        List<String> ids = bench.tasks(3);
        bench.weData.world().failVersionOf(ids.get(1), "no rights");
        OperationResult result = bench.run(batch(ids, options(Reaction.UNSTABLE, Reaction.FAIL)));
        assertThat(result.unstable()).hasValueSatisfying(why -> assertThat(why).contains("no rights"));
        assertThat(result.values())
                .containsEntry("outcome", "PART_SUCCESS")
                .containsEntry("succeeded", List.of(ids.get(0), ids.get(2)))
                .containsEntry(
                        "failed", List.of(Map.of("taskId", ids.get(1), "taskName", "task_1", "reason", "no rights")));
    }

    @Test
    void aWhollyFailedJobFailsEvenWhereAPartialOneIsUnstable() {
        bench.weData.switches().jobEnd(JobEnd.FAIL);
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), options(Reaction.UNSTABLE, Reaction.FAIL))))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("FAIL");
    }

    @ParameterizedTest
    @EnumSource(
            value = JobEnd.class,
            names = {"SUCCESS", "SUCCESS_WITH_ALARM"})
    void bothSuccessStatesAreSuccesses(JobEnd end) {
        bench.weData.switches().jobEnd(end);
        assertThat(bench.run(batch(bench.tasks(2), OPTIONS)).values())
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("status", end.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = JobEnd.class,
            names = {"PART_SUCCESS", "PART_SUCCESS_WITH_ALARM"})
    void bothPartStatesAreFailuresByDefault(JobEnd end) {
        bench.weData.switches().jobEnd(end);
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), OPTIONS)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining(end.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = JobEnd.class,
            names = {"UNKNOWN", "NO_STATUS"})
    void aJobThatWeDataDoesNotKnowIsGivenUpAfterTenMinutes(JobEnd end) {
        bench.weData.switches().jobEnd(end);
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), OPTIONS)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("has not known its state for 10 min");
        assertThat(bench.time.elapsed()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    }

    @ParameterizedTest
    @EnumSource(
            value = JobEnd.class,
            names = {"CREATING", "INIT", "RUNNING"})
    void aJobThatStaysOnItsWayEndsTheWaitAtItsTime(JobEnd end) {
        bench.weData.switches().jobEnd(end);
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(2), OPTIONS)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("has not ended after 60 min")
                .hasMessageContaining(end.name())
                .hasMessageContaining("wedataAwaitJob(jobId: ");
        assertThat(bench.time.elapsed()).isBetween(Duration.ofMinutes(60), Duration.ofSeconds(3602));
    }

    @Test
    void versionsThatWaitForAnApproverAreAnOutcomeOfTheirOwn() {
        bench.weData.switches().versionsNeedApproval(true);
        List<String> ids = bench.tasks(1);
        assertThatThrownBy(() -> bench.run(batch(ids, OPTIONS)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("wait for approval");
        OperationResult unstable = bench.run(batch(ids, options(Reaction.FAIL, Reaction.UNSTABLE)));
        assertThat(unstable.values()).containsEntry("outcome", "APPROVAL_PENDING");
        assertThat(unstable.unstable()).isPresent();
        OperationResult proceed = bench.run(batch(ids, options(Reaction.FAIL, Reaction.PROCEED)));
        assertThat(proceed.values()).containsEntry("outcome", "APPROVAL_PENDING");
        assertThat(proceed.unstable()).isEmpty();
    }

    @Test
    void anUnreadableStateIsNotAFailedJob() {
        bench.fault("502:ListBatchDetail:40");
        assertThat(bench.run(batch(bench.tasks(1), OPTIONS)).values()).containsEntry("outcome", "SUCCESS");
        assertThat(bench.weData.ledger().effects("BatchCreateTaskVersionAsync")).isEqualTo(1);
    }

    @Test
    void aRefusedLookFailsAndSaysHowToGoOnWaiting() {
        bench.fault("error:AuthFailure.SecretIdNotFound:ListBatchDetail:1");
        assertThatThrownBy(() -> bench.run(batch(bench.tasks(1), OPTIONS)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("AuthFailure.SecretIdNotFound")
                .hasMessageContaining("wedataAwaitJob(jobId: ");
    }

    @Test
    void aReasonThatCannotBeReadIsSaidToBeSo() {
        List<String> ids = bench.tasks(2);
        bench.weData.world().failVersionOf(ids.get(0), "x");
        bench.fault("error:ResourceNotFound:GetBatchDetailErrorLog:1");
        assertThatThrownBy(() -> bench.run(batch(ids, OPTIONS)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("the reason could not be read")
                .hasMessageContaining("ResourceNotFound");
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
                new VersionReadBack(canned.session, PROJECT, List.of("1", "2"), "mark").look();
        CompletableFuture<List<String>> unseen =
                new VersionReadBack(canned.session, PROJECT, List.of("1", "2"), "another").look();
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
                .startsWith("The batch job for 2 tasks was started and goes on in WeData");
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

    @Test
    void givingUpNamesTheJobAndTheStepThatGoesOnWaiting() {
        assertThat(batch(bench.tasks(1), OPTIONS)
                        .leftBehind(Progress.written("2528", "r", bench.time.now()))
                        .orElseThrow())
                .contains("2528")
                .contains("wedataAwaitJob(jobId: '2528', projectId: '" + PROJECT + "')")
                .contains("with connection, credentialsId, region and site as far as they are given here");
    }

    @Test
    void aJobStartedElsewhereIsAwaited() {
        BatchWaitOptions start =
                new BatchWaitOptions(false, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, Optional.empty());
        Long jobId = (Long) bench.run(batch(bench.tasks(2), start)).values().get("jobId");
        AwaitJobOperation await = new AwaitJobOperation(new ListBatchDetail(jobId, PROJECT), List.of(), OPTIONS);
        assertThat(bench.run(await).values())
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("jobId", jobId);
    }

    @Test
    void aMissingTaskOfAnAwaitedJobIsNamedByItsPlace() {
        List<String> tasks = Arrays.asList("20260302080000001", null, " ");
        assertThat(Bench.wrongIn(new AwaitJobOperation(new ListBatchDetail(1L, PROJECT), tasks, OPTIONS)))
                .containsExactly("tasks[1]", "tasks[2]");
    }

    @Test
    void anAwaitedJobNeedsItsNumberAndItsProject() {
        assertThat(Bench.wrongIn(new AwaitJobOperation(new ListBatchDetail(null, null), List.of(), OPTIONS)))
                .containsExactly("jobId", "projectId");
    }

    private static BatchWaitOptions options(Reaction onPartial, Reaction onApproval) {
        return new BatchWaitOptions(true, Duration.ofMinutes(60), onPartial, onApproval, Optional.of(MARK));
    }

    private static BatchVersionOperation batch(List<String> ids, BatchWaitOptions options) {
        return batch(ids, "nightly " + MARK, options);
    }

    private static BatchVersionOperation batch(List<String> ids, String remark, Optional<String> mark) {
        return batch(
                ids, remark, new BatchWaitOptions(true, Duration.ofMinutes(60), Reaction.FAIL, Reaction.FAIL, mark));
    }

    private static BatchVersionOperation batch(List<String> ids, String remark, BatchWaitOptions options) {
        List<BatchCreateTaskVersionDTO> tasks = ids.stream()
                .map(id -> new BatchCreateTaskVersionDTO(id, remark, null))
                .toList();
        return new BatchVersionOperation(
                new BatchCreateTaskVersionAsync(tasks, PROJECT, null, null, null, null, null, null, null), options);
    }
}
