package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Batches.MARK;
import static io.jenkins.plugins.wedata.operation.Batches.OPTIONS;
import static io.jenkins.plugins.wedata.operation.Batches.batch;
import static io.jenkins.plugins.wedata.operation.Batches.options;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.TaskMissingInstanceStrategy;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch that is started, and the ends that its job can come to. */
class BatchVersionOperationTest {

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

    @Test
    void givingUpNamesTheJobAndTheStepThatGoesOnWaiting() {
        assertThat(batch(bench.tasks(1), OPTIONS)
                        .leftBehind(Progress.written("2528", "r", bench.time.now()))
                        .orElseThrow())
                .contains("2528")
                .contains("wedataAwaitJob(jobId: '2528', projectId: '" + PROJECT + "')")
                .contains("with connection, credentialsId, region and site as far as they are given here");
    }
}
