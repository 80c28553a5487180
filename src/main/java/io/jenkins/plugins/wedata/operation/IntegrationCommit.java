package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.concurrent.CompletableFuture;

/** The one write that commits an integration task, and what its reply means. */
final class IntegrationCommit {

    private static final int LONGEST = 100;

    private final Session session;
    private final CommitIntegrationTask commit;

    IntegrationCommit(Session session, CommitIntegrationTask commit) {
        this.session = session;
        this.commit = commit;
    }

    /** Sends it, once, and completes with what it made. */
    CompletableFuture<Progress> send() {
        session.log().milestone("Committing integration task " + commit.taskId());
        return Async.recover(session.call(commit), CallException.class, this::explained)
                .thenApply(this::accepted);
    }

    private CompletableFuture<Reply<CommitIntegrationTask.Result>> explained(CallException failure) {
        if (failure instanceof CallRefusedException refused) {
            return new LockRefusal(session, commit).explain(refused);
        }
        return CompletableFuture.failedFuture(Async.mayHaveTakenEffect(failure) ? unknown(failure) : failure);
    }

    private Progress accepted(Reply<CommitIntegrationTask.Result> reply) {
        CommitIntegrationTask.Result result = reply.result();
        if (!Boolean.TRUE.equals(result.data())) {
            throw new OperationFailedException("WeData did not accept the commit of integration task " + commit.taskId()
                    + ": it answered Data: false and gave no reason (RequestId "
                    + PlainText.line(reply.requestId(), LONGEST) + ")");
        }
        session.log().milestone("Committed integration task " + commit.taskId());
        return result.pendingApproval()
                .map(ticket -> Progress.awaitingApproval(commit.taskId(), reply.requestId(), ticket, session.now()))
                .orElseGet(() -> Progress.written(commit.taskId(), reply.requestId(), session.now()));
    }

    /** What is known of a commit that was under way, and was not answered. */
    OutcomeUnknownException unknown(@CheckForNull CallException failure) {
        return new OutcomeUnknownException(
                "Whether integration task " + commit.taskId() + " was committed is unknown: the call may have taken"
                        + " effect, and it is not committed again by itself. Look at the task's versions in project "
                        + commit.projectId() + ", and run again if the commit is not there"
                        + (failure == null ? "" : ". " + failure.getMessage()),
                failure);
    }
}
