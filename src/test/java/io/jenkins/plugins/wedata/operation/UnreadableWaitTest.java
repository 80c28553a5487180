package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A state that can't be read for a while is no state of what is waited for. */
class UnreadableWaitTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String BROKEN = "\"Error\":{\"Code\":\"InternalError\",\"Message\":\"because\"}";

    private String answer = BROKEN;
    private Duration hangs = Duration.ZERO;
    private int status = 200;
    private final CannedWeData weData = new CannedWeData(body -> answer(), () -> status);

    @Test
    void aWaitForAJobOutlivesAnOutageAndTellsOfItOnceAMinute() {
        CompletableFuture<?> wait = waitForJob();

        weData.time.advance(Duration.ofMinutes(10));
        long told = unreadLines();
        answer = "\"JobStatus\":\"SUCCESS\",\"TotalResource\":1,\"SuccessResource\":[],\"FailResource\":[]";
        weData.time.advance(Duration.ofMinutes(1));

        assertThat(wait).isCompleted();
        assertThat(told).isBetween(8L, 11L);
        assertThat(weData.log)
                .anyMatch(line -> line.startsWith("Batch job 2528: the state could not be read; looking again. "))
                .anyMatch(line -> line.matches("Batch job 2528: the state is readable again after (9 min 5|10 min).*"));
    }

    @Test
    void ofAServiceThatDoesNotAnswerItIsToldOnceAMinuteHowLongTheStateIsUnreadable() {
        status = 502;
        waitForJob();

        weData.time.advance(Duration.ofMinutes(10));

        assertThat(unreadLines()).isBetween(8L, 11L);
        assertThat(weData.log)
                .anyMatch(
                        line -> line.matches("Batch job 2528: the state has been unreadable for \\d+ min.*HTTP 502.*"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotWaitedForLongerThanAQuarterOfAnHour() {
        status = 502;
        CompletableFuture<?> wait = waitForJob();

        weData.time.advance(Duration.ofMinutes(16));

        assertThat(wait).isDone();
        assertThatThrownBy(wait::join).hasMessageContaining("could not be read for 15 min");
    }

    @Test
    void aWaitForAJobThatCannotBeReadForAQuarterOfAnHourFailsAndSaysHowToGoOn() {
        CompletableFuture<?> wait = waitForJob();

        weData.time.advance(Duration.ofMinutes(14));
        assertThat(wait).isNotDone();
        weData.time.advance(Duration.ofMinutes(2));

        assertThatThrownBy(wait::join)
                .hasCauseInstanceOf(OperationFailedException.class)
                .hasMessageContaining("could not be read for 15 min")
                .hasMessageContaining("InternalError")
                .hasMessageContaining("wedataAwaitJob(jobId: '2528', projectId: '" + PROJECT + "')");
    }

    @Test
    void ofAJobThatWeDataDoesNotKnowNobodyIsToldThatItGoesOn() {
        answer = "\"Error\":{\"Code\":\"ResourceNotFound.Job\",\"Message\":\"because\"}";
        CompletableFuture<?> wait = waitForJob();

        weData.time.advance(Duration.ofSeconds(10));

        assertThatThrownBy(wait::join)
                .hasCauseInstanceOf(OperationFailedException.class)
                .hasMessageContaining("WeData knows no batch job 2528 of project " + PROJECT + ": check the number")
                .hasMessageContaining("ResourceNotFound.Job: because")
                .hasMessageNotContaining("goes on")
                .hasMessageNotContaining("wedataAwaitJob");
    }

    @Test
    void aJobThatMayNotBeReadIsSaidToGoOn() {
        answer = "\"Error\":{\"Code\":\"AuthFailure.SecretIdNotFound\",\"Message\":\"because\"}";
        CompletableFuture<?> wait = waitForJob();

        weData.time.advance(Duration.ofSeconds(10));

        assertThatThrownBy(wait::join)
                .hasMessageContaining("can't be read")
                .hasMessageContaining("The job goes on in WeData");
    }

    @Test
    void aWaitForARunningTaskOutlivesAnOutageToo() {
        CompletableFuture<?> wait = waitForTask();

        weData.time.advance(Duration.ofMinutes(10));
        answer = "\"TaskInfo\":{\"Status\":3}";
        weData.time.advance(Duration.ofMinutes(1));

        assertThat(wait).isCompleted();
        assertThat(weData.log)
                .anyMatch(line -> line.matches(".*: the state is readable again after (9 min 5|10 min).*"));
    }

    @Test
    void aWaitForARunningTaskThatCannotBeReadForAQuarterOfAnHourFails() {
        CompletableFuture<?> wait = waitForTask();

        weData.time.advance(Duration.ofMinutes(16));

        assertThatThrownBy(wait::join)
                .hasCauseInstanceOf(OperationFailedException.class)
                .hasMessageContaining("was committed, but its state could not be read for 15 min");
    }

    @Test
    void aWaitForVersionsOutlivesAnOutageToo() {
        CompletableFuture<?> wait = waitForVersions();

        weData.time.advance(Duration.ofMinutes(10));
        long told = unreadLines();
        answer = "\"Data\":{\"Items\":[{\"VersionId\":\"1\",\"VersionRemark\":\"nightly mark\"}],\"TotalCount\":1}";
        weData.time.advance(Duration.ofMinutes(1));

        assertThat(wait).isCompleted();
        assertThat(told).isBetween(8L, 11L);
        assertThat(weData.log)
                .anyMatch(line -> line.startsWith("Versions of the batch: the state has been unreadable for "))
                .anyMatch(line ->
                        line.matches("Versions of the batch: the state is readable again after (9 min 5|10 min).*"));
    }

    @Test
    void aWaitForVersionsThatCannotBeReadForAQuarterOfAnHourFails() {
        CompletableFuture<?> wait = waitForVersions();

        weData.time.advance(Duration.ofMinutes(14));
        assertThat(wait).isNotDone();
        weData.time.advance(Duration.ofMinutes(2));

        assertThatThrownBy(wait::join)
                .hasCauseInstanceOf(OperationFailedException.class)
                .hasMessageContaining("could not be read for 15 min")
                .hasMessageContaining("look at the tasks' versions in WeData");
    }

    @Test
    void aLostStartWhoseVersionsCannotBeReadForAQuarterOfAnHourIsUnknown() {
        hangs = Duration.ofMinutes(16);
        BatchCreateTaskVersionAsync batch = new BatchCreateTaskVersionAsync(
                List.of(new BatchCreateTaskVersionDTO("20260302080000001", null, null)),
                PROJECT,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        BatchWaitOptions options = new BatchWaitOptions(true, DAY, Reaction.FAIL, Reaction.FAIL, Optional.of("mark"));
        CompletableFuture<?> settled =
                new BatchSettlement(weData.session, batch, options, weData.time.now()).settle(null);

        assertThatThrownBy(settled::join)
                .hasCauseInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("was started is unknown")
                .hasMessageContaining("could not be read for 15 min");
    }

    @Test
    void ofATaskWhoseStateMayNotBeReadItIsSaidAtOnceThatItWasCommitted() {
        answer = "\"Error\":{\"Code\":\"UnauthorizedOperation\",\"Message\":\"because\"}";
        CompletableFuture<?> wait = waitForTask();

        weData.time.advance(Duration.ofSeconds(10));

        assertThatThrownBy(wait::join)
                .hasCauseInstanceOf(OperationFailedException.class)
                .hasMessageContaining(
                        INTEGRATION_TASK + " of project " + PROJECT + " was committed, but its state can't")
                .hasMessageContaining("UnauthorizedOperation: because");
    }

    private String answer() {
        if (!hangs.isZero()) {
            weData.time.advance(hangs);
        }
        return answer;
    }

    private CompletableFuture<?> waitForVersions() {
        return new VersionReadBack(weData.session, PROJECT, List.of("20260302080000001"), "mark")
                .untilConfirmed(weData.time.now().plus(DAY));
    }

    private long unreadLines() {
        return weData.log.stream()
                .filter(line -> line.contains("unreadable for") || line.contains("could not be read"))
                .count();
    }

    private CompletableFuture<?> waitForJob() {
        return new BatchJobWait(weData.session, 2528, PROJECT, weData.time.now(), DAY).untilConcluded();
    }

    private CompletableFuture<?> waitForTask() {
        CommitIntegrationTask commit =
                new CommitIntegrationTask(INTEGRATION_TASK, PROJECT, 1L, 201L, null, null, null, null, null);
        return new RunningWait(weData.session, commit, weData.time.now().plus(DAY), DAY, false).untilRunning();
    }
}
