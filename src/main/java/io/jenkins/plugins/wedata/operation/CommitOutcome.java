package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What becomes of an integration task whose commit is known: it waits for an approver, is committed, or runs. */
final class CommitOutcome {

    static final int LONGEST_TICKET = 100;

    private final CommitIntegrationTask commit;
    private final boolean waitUntilRunning;
    private final Duration timeout;
    private final Reaction onApproval;
    private final OnAbort onAbort;

    CommitOutcome(
            CommitIntegrationTask commit,
            boolean waitUntilRunning,
            Duration timeout,
            Reaction onApproval,
            OnAbort onAbort) {
        this.commit = commit;
        this.waitUntilRunning = waitUntilRunning;
        this.timeout = timeout;
        this.onApproval = onApproval;
        this.onAbort = onAbort;
    }

    CompletableFuture<OperationResult> await(Session session, Progress written) {
        return Optional.ofNullable(written.ticket())
                .map(ticket -> pending(session, written, ticket))
                .orElseGet(() -> committed(session, written));
    }

    private CompletableFuture<OperationResult> committed(Session session, Progress written) {
        if (!waitUntilRunning) {
            return CompletableFuture.completedFuture(OperationResult.of(values(written, "COMMITTED")));
        }
        return new RunningWait(session, commit, written.since().plus(timeout), timeout, isToBeStopped(written))
                .untilRunning()
                .exceptionallyCompose(failure ->
                        Async.unwrap(failure) instanceof WaitTimeoutException tooLong && isToBeStopped(written)
                                ? stop(session).thenCompose(over -> CompletableFuture.failedFuture(tooLong))
                                : CompletableFuture.failedFuture(Async.unwrap(failure)))
                .thenApply(running -> OperationResult.of(values(written, "RUNNING")));
    }

    private CompletableFuture<OperationResult> pending(Session session, Progress written, String ticket) {
        Map<String, Object> values = values(written, "APPROVAL_PENDING");
        values.put("approveId", ticket);
        return Approval.pending(
                session,
                onApproval,
                Messages.CommitOutcome_Pending(commit.taskId(), PlainText.line(ticket, LONGEST_TICKET)),
                values);
    }

    private Map<String, Object> values(Progress written, String outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taskId", commit.taskId());
        values.put("outcome", outcome);
        values.put("requestId", written.requestId());
        return values;
    }

    /** Only what is known to be started: a commit that waits for an approval has started nothing yet. */
    boolean isToBeStopped(Progress reached) {
        return onAbort == OnAbort.STOP && reached.stage() == Progress.Stage.WRITTEN && reached.ticket() == null;
    }

    CompletableFuture<Void> stop(Session session) {
        return new StartedTaskStop(session, commit).stop();
    }
}
