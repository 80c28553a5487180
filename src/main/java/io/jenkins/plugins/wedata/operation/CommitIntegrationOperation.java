package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.client.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Commits an integration task, and waits until it runs if that is asked for. */
public final class CommitIntegrationOperation implements Operation {

    private static final int LONGEST = 100;

    private final CommitIntegrationTask commit;
    private final boolean waitUntilRunning;
    private final Duration timeout;
    private final Reaction onApproval;
    private final boolean lock;

    /**
     * Plans the commit.
     *
     * @param commit what to send
     * @param waitUntilRunning whether to wait until the task runs
     * @param timeout how long to wait at the most
     * @param onApproval what a pending approval does to the build
     */
    public CommitIntegrationOperation(
            CommitIntegrationTask commit, boolean waitUntilRunning, Duration timeout, Reaction onApproval) {
        this(commit, waitUntilRunning, timeout, onApproval, false);
    }

    /**
     * Plans the commit.
     *
     * @param commit what to send
     * @param waitUntilRunning whether to wait until the task runs
     * @param timeout how long to wait at the most
     * @param onApproval what a pending approval does to the build
     * @param lock whether to hold the task's edit lock from before the commit until it is settled
     */
    public CommitIntegrationOperation(
            CommitIntegrationTask commit,
            boolean waitUntilRunning,
            Duration timeout,
            Reaction onApproval,
            boolean lock) {
        this.commit = commit;
        this.waitUntilRunning = waitUntilRunning;
        this.timeout = timeout;
        this.onApproval = onApproval;
        this.lock = lock;
    }

    @Override
    public void check(Problems problems) {
        commit.check(problems);
        if (waitUntilRunning
                && Objects.requireNonNullElse(commit.commitType(), 0L) == CommitType.SUBMIT_ONLY.wireValue()) {
            problems.add(
                    "waitUntilRunning", true, "a commitType with it that starts the task: SUBMIT_ONLY starts nothing");
        }
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        return lock
                ? new LockedCommit(session, commit)
                        .take(checkpoint)
                        .thenCompose(memo -> commit(session, checkpoint, memo.orElse(null)))
                : commit(session, checkpoint, null);
    }

    private CompletableFuture<OperationResult> commit(
            Session session, Checkpoint checkpoint, @CheckForNull String memo) {
        session.log().milestone("Committing integration task " + commit.taskId());
        CompletableFuture<Progress> committed = checkpoint
                .reached(Progress.intent(session.now()).remembering(memo))
                .thenCompose(kept -> explained(session, session.call(commit)))
                .thenCompose(reply -> accepted(session, checkpoint, reply, memo));
        return new LockedCommit(session, commit)
                .releaseAfterFailure(committed, memo)
                .thenCompose(written -> unlockAndGoOn(session, written, checkpoint));
    }

    private CompletableFuture<OperationResult> unlockAndGoOn(Session session, Progress written, Checkpoint checkpoint) {
        return new LockedCommit(session, commit)
                .release(written, checkpoint)
                .thenCompose(unlocked -> goOn(session, unlocked));
    }

    private CompletableFuture<Reply<CommitIntegrationTask.Result>> explained(
            Session session, CompletableFuture<Reply<CommitIntegrationTask.Result>> call) {
        call = Async.recover(call, CallUnknownException.class, lost -> CompletableFuture.failedFuture(unknown(lost)));
        call = Async.recover(
                call, CallDoubtfulException.class, doubt -> CompletableFuture.failedFuture(unknown(doubt)));
        return Async.recover(call, CallRefusedException.class, new LockRefusal(session, commit)::explain);
    }

    private CompletableFuture<Progress> accepted(
            Session session,
            Checkpoint checkpoint,
            Reply<CommitIntegrationTask.Result> reply,
            @CheckForNull String memo) {
        CommitIntegrationTask.Result result = reply.result();
        if (!Boolean.TRUE.equals(result.data())) {
            return CompletableFuture.failedFuture(new OperationFailedException(
                    "WeData did not accept the commit of integration task " + commit.taskId()
                            + ": it answered Data: false and gave no reason (RequestId "
                            + PlainText.line(reply.requestId(), LONGEST) + ")"));
        }
        Progress written = result.pendingApproval()
                .map(ticket -> Progress.awaitingApproval(commit.taskId(), reply.requestId(), ticket, session.now()))
                .orElseGet(() -> Progress.written(commit.taskId(), reply.requestId(), session.now()))
                .remembering(memo);
        session.log().milestone("Committed integration task " + commit.taskId());
        return checkpoint.reached(written).thenApply(kept -> written);
    }

    private CompletableFuture<OperationResult> goOn(Session session, Progress written) {
        return Optional.ofNullable(written.ticket())
                .map(ticket -> pending(session, written, ticket))
                .orElseGet(() -> committed(session, written));
    }

    private CompletableFuture<OperationResult> committed(Session session, Progress written) {
        if (!waitUntilRunning) {
            return CompletableFuture.completedFuture(OperationResult.of(values(written, "COMMITTED")));
        }
        return new RunningWait(session, commit, written.since().plus(timeout), timeout)
                .untilRunning()
                .thenApply(running -> OperationResult.of(values(written, "RUNNING")));
    }

    private CompletableFuture<OperationResult> pending(Session session, Progress written, String ticket) {
        Map<String, Object> values = values(written, "APPROVAL_PENDING");
        values.put("approveId", ticket);
        return Approval.pending(
                session,
                onApproval,
                "The commit of integration task " + commit.taskId() + " waits for approval "
                        + PlainText.line(ticket, LONGEST) + ": nothing is live until it is given",
                values);
    }

    private Map<String, Object> values(Progress written, String outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taskId", commit.taskId());
        values.put("outcome", outcome);
        values.put("requestId", written.requestId());
        return values;
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached) {
        return reached.stage() == Progress.Stage.WRITTEN
                ? goOn(session, reached)
                : CompletableFuture.failedFuture(unknown(null));
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        LockedCommit locked = new LockedCommit(session, commit);
        return switch (reached.stage()) {
            case PREPARING ->
                locked.takeAgain(checkpoint).thenCompose(memo -> commit(session, checkpoint, memo.orElse(null)));
            case INTENT -> locked.releaseAfterFailure(resume(session, reached), reached.memo());
            case WRITTEN -> unlockAndGoOn(session, reached, checkpoint);
        };
    }

    @Override
    public Optional<CompletableFuture<Void>> giveBack(Session session, Progress reached) {
        return LockedCommit.isHeldIn(reached)
                ? Optional.of(new LockedCommit(session, commit).giveUp(reached))
                : Optional.empty();
    }

    private OutcomeUnknownException unknown(@CheckForNull CallException failure) {
        return new OutcomeUnknownException(
                "Whether integration task " + commit.taskId() + " was committed is unknown: the call may have taken"
                        + " effect, and it is not committed again by itself. Look at the task's versions in project "
                        + commit.projectId() + ", and run again if the commit is not there"
                        + (failure == null ? "" : ". " + failure.getMessage()),
                failure);
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        String held =
                LockedCommit.isHeldIn(reached) ? ". Its edit lock may still be held: look whether it is released" : "";
        if (reached.stage() == Progress.Stage.PREPARING) {
            return Optional.of("Integration task " + commit.taskId() + " was not committed" + held);
        }
        if (reached.stage() == Progress.Stage.INTENT) {
            return Optional.of("The commit of integration task " + commit.taskId()
                    + " was under way: look at its versions whether it is there" + held);
        }
        return Optional.of("Integration task " + commit.taskId() + " was committed; "
                + Optional.ofNullable(reached.ticket())
                        .map(ticket -> "it waits for approval " + PlainText.line(ticket, LONGEST))
                        .orElse("what the commit started goes on")
                + held);
    }
}
