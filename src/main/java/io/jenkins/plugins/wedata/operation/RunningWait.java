package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.IntegrationTaskStatus;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Waits until an integration task runs. */
final class RunningWait {

    private final Session session;
    private final CommitIntegrationTask commit;
    private final Instant deadline;
    private final Duration timeout;
    private final PollSchedule schedule;
    private final RunningProof proof;
    private final UnreadTime unread = new UnreadTime();
    private IntegrationTaskStatus last = IntegrationTaskStatus.UNKNOWN;

    RunningWait(Session session, CommitIntegrationTask commit, Instant deadline, Duration timeout) {
        this.session = session;
        this.schedule = new PollSchedule(session.jitter());
        this.commit = commit;
        this.deadline = deadline;
        this.timeout = timeout;
        this.proof = new RunningProof(commit.commitType());
    }

    /** Completes with the state in which the task runs. */
    CompletableFuture<IntegrationTaskStatus> untilRunning() {
        return PollLoop.until(session, () -> schedule.nextDelay(Duration.between(session.now(), deadline)), this::look);
    }

    private CompletableFuture<Optional<IntegrationTaskStatus>> look() {
        Instant began = session.now();
        CompletableFuture<Optional<IntegrationTaskStatus>> look = session.look(
                        new DescribeIntegrationTask(commit.taskId(), commit.projectId(), commit.taskType(), null, null))
                .thenApply(reply -> {
                    unread.read(session.now()).ifPresent(this::tell);
                    return seen(status(
                            Optional.ofNullable(reply.result().taskInfo()).orElseThrow()));
                });
        return Async.recover(look, CallException.class, failure -> unreadable(failure, began))
                .thenApply(running -> running.isPresent() ? running : untilTheDeadline());
    }

    private CompletableFuture<Optional<IntegrationTaskStatus>> unreadable(CallException failure, Instant began) {
        if (failure instanceof CallRefusedException) {
            return CompletableFuture.failedFuture(failure);
        }
        Instant now = session.now();
        unread.failed(began, now).ifPresent(news -> tell(news + ". " + failure.getMessage()));
        return unread.isTooLong(now)
                ? CompletableFuture.failedFuture(new OperationFailedException(
                        "Integration task " + commit.taskId() + " of project " + commit.projectId()
                                + " was committed, but its state could not be read for "
                                + Durations.inWords(UnreadTime.TOLERANCE) + ": " + failure.getMessage()
                                + ". It goes on in WeData: look there whether it comes to run",
                        failure))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private void tell(String news) {
        session.log().milestone("Integration task " + commit.taskId() + ": " + news);
    }

    private Optional<IntegrationTaskStatus> seen(IntegrationTaskStatus status) {
        session.log().seen("integration task " + commit.taskId() + ": " + status.inWords());
        if (status != last) {
            last = status;
            session.log().milestone("Integration task " + commit.taskId() + " is " + status.inWords());
        }
        return proof.isGivenBy(status) ? Optional.of(status) : Optional.empty();
    }

    private Optional<IntegrationTaskStatus> untilTheDeadline() {
        if (session.now().isBefore(deadline)) {
            return Optional.empty();
        }
        throw new WaitTimeoutException("Integration task " + commit.taskId() + " of project " + commit.projectId()
                + " was committed, but " + proof.missing() + " after " + Durations.inWords(timeout) + ": it is "
                + last.inWords() + ". It goes on in WeData, and no step waits for it: look there whether it comes to"
                + " run, and at its log if it does not. Run this step again only to commit the task once more");
    }

    private IntegrationTaskStatus status(IntegrationTaskInfo info) {
        IntegrationTaskStatus status = IntegrationTaskStatus.of(info.status());
        if (proof.isRefutedBy(status)) {
            String reason = Optional.ofNullable(info.errorMessage())
                    .filter(text -> !text.isBlank())
                    .map(text -> ": " + PlainText.line(text, 500))
                    .orElse("");
            throw new OperationFailedException("Integration task " + commit.taskId()
                    + " was committed, but does not run: it is " + status.inWords() + reason);
        }
        return status;
    }
}
