package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one write that commits an integration task, and what its reply means. */
final class IntegrationCommit {

    private static final int LONGEST = 100;

    private final Session session;
    private final CommitIntegrationTask commit;
    private final Optional<CommitState> before;

    /**
     * Makes ready.
     *
     * @param session sends it
     * @param commit what to send
     * @param before what is there before it, by which a lost reply is settled
     */
    IntegrationCommit(Session session, CommitIntegrationTask commit, Optional<CommitState> before) {
        this.session = session;
        this.commit = commit;
        this.before = before;
    }

    /** Sends it, once, and completes with what it made. */
    CompletableFuture<Progress> send() {
        session.log().milestone(Messages.IntegrationCommit_Committing(commit.taskId()));
        return Async.recover(session.call(commit).thenApply(this::accepted), CallException.class, this::settled);
    }

    private CompletableFuture<Progress> settled(CallException failure) {
        return failure instanceof CallRefusedException refused
                ? new LockRefusal(session, commit).explain(refused)
                : new CommitSettlement(session, commit, before).after(failure);
    }

    private Progress accepted(Reply<CommitIntegrationTask.Result> reply) {
        CommitIntegrationTask.Result result = reply.result();
        if (!Boolean.TRUE.equals(result.data())) {
            throw new OperationFailedException(Messages.IntegrationCommit_NotAccepted(
                    commit.taskId(), PlainText.line(reply.requestId(), LONGEST)));
        }
        session.log().milestone(Messages.IntegrationCommit_Committed(commit.taskId()));
        return result.pendingApproval()
                .map(ticket -> Progress.awaitingApproval(commit.taskId(), reply.requestId(), ticket, session.now()))
                .orElseGet(() -> Progress.written(commit.taskId(), reply.requestId(), session.now()));
    }
}
