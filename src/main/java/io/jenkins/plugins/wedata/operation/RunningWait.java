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
    private final DescribeIntegrationTask task;
    private final Instant deadline;
    private final Duration timeout;
    private final boolean isStoppedThen;
    private final PollSchedule schedule;
    private final RunningProof proof;
    private final UnreadTime unread = new UnreadTime();
    private IntegrationTaskStatus last = IntegrationTaskStatus.UNKNOWN;

    RunningWait(
            Session session, CommitIntegrationTask commit, Instant deadline, Duration timeout, boolean isStoppedThen) {
        this.session = session;
        this.commit = commit;
        this.task = new DescribeIntegrationTask(commit.taskId(), commit.projectId(), commit.taskType(), null, null);
        this.schedule = new PollSchedule(task, session::now);
        this.deadline = deadline;
        this.timeout = timeout;
        this.isStoppedThen = isStoppedThen;
        this.proof = new RunningProof(commit.commitType());
    }

    /** Completes with the state in which the task runs. */
    CompletableFuture<IntegrationTaskStatus> untilRunning() {
        return PollLoop.until(session, () -> schedule.nextDelay(Duration.between(session.now(), deadline)), this::look);
    }

    private CompletableFuture<Optional<IntegrationTaskStatus>> look() {
        Instant began = session.now();
        CompletableFuture<Optional<IntegrationTaskStatus>> look = session.look(task)
                .thenApply(reply -> {
                    unread.read(session.now())
                            .ifPresent(
                                    news -> session.log().milestone(Messages.RunningWait_News(commit.taskId(), news)));
                    return seen(status(
                            Optional.ofNullable(reply.result().taskInfo()).orElseThrow()));
                });
        return Async.recover(look, CallException.class, failure -> unreadable(failure, began))
                .thenApply(running -> running.isPresent() ? running : untilTheDeadline());
    }

    private CompletableFuture<Optional<IntegrationTaskStatus>> unreadable(CallException failure, Instant began) {
        if (failure instanceof CallRefusedException) {
            return CompletableFuture.failedFuture(new OperationFailedException(
                    Messages.RunningWait_Refused(commit.taskId(), commit.projectId(), failure.getMessage()), failure));
        }
        Instant now = session.now();
        unread.failed(began, now)
                .ifPresent(news -> session.log()
                        .milestone(Messages.RunningWait_NotRead(commit.taskId(), news, failure.getMessage())));
        return unread.isTooLong(now)
                ? CompletableFuture.failedFuture(new OperationFailedException(
                        Messages.RunningWait_NotReadTooLong(
                                commit.taskId(),
                                commit.projectId(),
                                Durations.inWords(UnreadTime.TOLERANCE),
                                failure.getMessage()),
                        failure))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private Optional<IntegrationTaskStatus> seen(IntegrationTaskStatus status) {
        session.log().seen(Messages.RunningWait_Seen(commit.taskId(), status.inWords()));
        if (status != last) {
            last = status;
            session.log().milestone(Messages.RunningWait_Is(commit.taskId(), status.inWords()));
        }
        return proof.isGivenBy(status) ? Optional.of(status) : Optional.empty();
    }

    private Optional<IntegrationTaskStatus> untilTheDeadline() {
        if (session.now().isBefore(deadline)) {
            return Optional.empty();
        }
        throw new WaitTimeoutException(Messages.RunningWait_TimedOut(
                commit.taskId(),
                commit.projectId(),
                proof.missing(),
                Durations.inWords(timeout),
                last.inWords(),
                isStoppedThen ? Messages.RunningWait_ToBeStopped() : Messages.RunningWait_GoesOn()));
    }

    private IntegrationTaskStatus status(IntegrationTaskInfo info) {
        IntegrationTaskStatus status = IntegrationTaskStatus.of(info.status());
        if (proof.isRefutedBy(status)) {
            String reason = Optional.ofNullable(info.errorMessage())
                    .filter(text -> !text.isBlank())
                    .map(text -> Messages.RunningWait_Reason(PlainText.line(text, 500)))
                    .orElse("");
            throw new OperationFailedException(
                    Messages.RunningWait_NotRunning(commit.taskId(), status.inWords(), reason));
        }
        return status;
    }
}
