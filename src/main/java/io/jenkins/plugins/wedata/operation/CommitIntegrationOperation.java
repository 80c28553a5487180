package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.api.Problems;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Commits an integration task, and waits until it runs if that is asked for. */
public final class CommitIntegrationOperation implements Operation {

    private final CommitIntegrationTask commit;
    private final boolean waitUntilRunning;
    private final boolean lock;
    private final OnAbort onAbort;
    private final CommitOutcome outcome;

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

    CommitIntegrationOperation(
            CommitIntegrationTask commit,
            boolean waitUntilRunning,
            Duration timeout,
            Reaction onApproval,
            boolean lock) {
        this(commit, waitUntilRunning, timeout, onApproval, lock, OnAbort.LEAVE);
    }

    /**
     * Plans the commit.
     *
     * @param commit what to send
     * @param waitUntilRunning whether to wait until the task runs
     * @param timeout how long to wait at the most
     * @param onApproval what a pending approval does to the build
     * @param lock whether to hold the task's edit lock from before the commit until it is settled
     * @param onAbort what becomes of a task that the commit started, when the step is given up or takes too long
     */
    public CommitIntegrationOperation(
            CommitIntegrationTask commit,
            boolean waitUntilRunning,
            Duration timeout,
            Reaction onApproval,
            boolean lock,
            OnAbort onAbort) {
        this.commit = commit;
        this.waitUntilRunning = waitUntilRunning;
        this.lock = lock;
        this.onAbort = onAbort;
        outcome = new CommitOutcome(commit, waitUntilRunning, timeout, onApproval, onAbort);
    }

    @Override
    public OperationDescription description() {
        return new OperationDescription(commit.type().name(), commit.taskId(), commit.projectId());
    }

    @Override
    public void check(Problems problems) {
        commit.check(problems);
        if (waitUntilRunning
                && Objects.requireNonNullElse(commit.commitType(), 0L) == CommitType.SUBMIT_ONLY.wireValue()) {
            problems.add("waitUntilRunning", true, Messages._CommitIntegrationOperation_CommitTypeToWait());
        }
        if (onAbort == OnAbort.STOP
                && Objects.requireNonNullElse(commit.commitType(), 0L) != CommitType.START.wireValue()) {
            problems.add("onAbort", onAbort, Messages._CommitIntegrationOperation_CommitTypeToStop());
        }
    }

    @Override
    public CompletableFuture<OperationResult> run(Session session, Checkpoint checkpoint) {
        return lock
                ? new LockedCommit(session, commit)
                        .take(checkpoint)
                        .thenCompose(memo -> commit(session, checkpoint, memo))
                : commit(session, checkpoint, CommitMemo.NOTHING);
    }

    private CompletableFuture<OperationResult> commit(Session session, Checkpoint checkpoint, CommitMemo memo) {
        return keep(
                session,
                checkpoint,
                memo,
                CommitSettlement.lookBefore(session, commit)
                        .thenCompose(before -> checkpoint
                                .reached(Progress.intent(session.now())
                                        .remembering(memo.withBefore(before).text()))
                                .thenCompose(kept -> new IntegrationCommit(session, commit, before).send())));
    }

    /** Goes on with a commit that is on its way: keeps what it made, gives the lock back, waits. */
    private CompletableFuture<OperationResult> keep(
            Session session, Checkpoint checkpoint, CommitMemo memo, CompletableFuture<Progress> committed) {
        CompletableFuture<Progress> kept = committed.thenCompose(made -> {
            Progress written =
                    made.remembering(memo.withBefore(Optional.empty()).text());
            return checkpoint.reached(written).thenApply(done -> written);
        });
        return new LockedCommit(session, commit)
                .releaseAfterFailure(kept, memo)
                .thenCompose(written -> unlockAndGoOn(session, written, checkpoint));
    }

    private CompletableFuture<OperationResult> unlockAndGoOn(Session session, Progress written, Checkpoint checkpoint) {
        return new LockedCommit(session, commit)
                .release(written, checkpoint)
                .thenCompose(unlocked -> outcome.await(session, unlocked));
    }

    @Override
    public CompletableFuture<OperationResult> resume(Session session, Progress reached, Checkpoint checkpoint) {
        LockedCommit locked = new LockedCommit(session, commit);
        return switch (reached.stage()) {
            case PREPARING -> locked.takeAgain(checkpoint).thenCompose(memo -> commit(session, checkpoint, memo));
            case INTENT -> {
                CommitMemo memo = CommitMemo.of(reached);
                yield keep(
                        session, checkpoint, memo, new CommitSettlement(session, commit, memo.before()).settle(null));
            }
            case WRITTEN -> unlockAndGoOn(session, reached, checkpoint);
        };
    }

    @Override
    public Optional<CompletableFuture<Void>> giveBack(Session session, Progress reached) {
        Optional<CompletableFuture<Void>> unlocked = LockedCommit.isHeldIn(reached)
                ? Optional.of(new LockedCommit(session, commit).giveUp(reached))
                : Optional.empty();
        if (!outcome.isToBeStopped(reached)) {
            return unlocked;
        }
        CompletableFuture<Void> stopped = outcome.stop(session);
        return Optional.of(
                unlocked.map(free -> CompletableFuture.allOf(free, stopped)).orElse(stopped));
    }

    @Override
    public Duration longestGivingBack() {
        return onAbort == OnAbort.STOP ? StartedTaskStop.LONGEST.plusSeconds(1) : GivingBack.LONGEST;
    }

    @Override
    public Optional<String> leftBehind(Progress reached) {
        String held = LockedCommit.isHeldIn(reached) ? Messages.CommitIntegrationOperation_Held() : "";
        if (reached.stage() == Progress.Stage.PREPARING) {
            return Optional.of(Messages.CommitIntegrationOperation_NotCommitted(commit.taskId(), held));
        }
        if (reached.stage() == Progress.Stage.INTENT) {
            return Optional.of(Messages.CommitIntegrationOperation_UnderWay(
                    commit.taskId(),
                    CommitMemo.of(reached)
                            .before()
                            .map(before -> Messages.CommitIntegrationOperation_Before(before.inWords()))
                            .orElse(""),
                    held));
        }
        return Optional.of(Optional.ofNullable(reached.ticket())
                .map(ticket -> Messages.CommitIntegrationOperation_CommittedPending(
                        commit.taskId(), PlainText.line(ticket, CommitOutcome.LONGEST_TICKET), held))
                .orElseGet(() -> outcome.isToBeStopped(reached)
                        ? Messages.CommitIntegrationOperation_CommittedStopping(commit.taskId(), held)
                        : Messages.CommitIntegrationOperation_CommittedGoingOn(commit.taskId(), held)));
    }
}
