package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTask;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallRefusedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out, without a second commit, whether a commit took effect whose reply says nothing. */
final class CommitSettlement {

    private final Session session;
    private final CommitIntegrationTask commit;
    private final Optional<CommitState> before;

    /**
     * Settles a commit.
     *
     * @param session looks
     * @param commit what was sent
     * @param before what was there before; empty when that is not known
     */
    CommitSettlement(Session session, CommitIntegrationTask commit, Optional<CommitState> before) {
        this.session = session;
        this.commit = commit;
        this.before = before;
    }

    /** What is there before the commit; empty, and told, when this account may not look. Nothing was sent by then. */
    static CompletableFuture<Optional<CommitState>> lookBefore(Session session, CommitIntegrationTask commit) {
        return Async.recover(look(session, commit).thenApply(Optional::of), CallRefusedException.class, refused -> {
            session.log().milestone(Messages.CommitSettlement_NotLookedAt(commit.taskId(), refused.getMessage()));
            return CompletableFuture.completedFuture(Optional.empty());
        });
    }

    private static CompletableFuture<CommitState> look(Session session, CommitIntegrationTask commit) {
        return session.call(
                        new DescribeIntegrationTask(commit.taskId(), commit.projectId(), commit.taskType(), null, null))
                .thenApply(reply -> CommitState.of(reply.result()));
    }

    /** Settles what a failed commit leaves open, if it leaves anything open. */
    CompletableFuture<Progress> after(CallException failure) {
        if (failure instanceof CallUnknownException lost) {
            return settle(lost);
        }
        return failure instanceof CallDoubtfulException doubt
                ? lookOnce(doubt)
                : CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<Progress> lookOnce(CallDoubtfulException doubt) {
        return changeSince(doubt)
                .thenApply(change -> adopt(change, doubt)
                        .orElseThrow(() ->
                                change.kind() == CommitChange.Kind.NONE ? doubt : unknown(change.finding(), doubt)));
    }

    /** Looks until a new version is there, or the time for it is over. */
    CompletableFuture<Progress> settle(@CheckForNull CallException lost) {
        if (before.isEmpty()) {
            return CompletableFuture.failedFuture(unknown(Messages.CommitSettlement_NotKnown(), lost));
        }
        session.log().milestone(Messages.CommitSettlement_Looking(commit.taskId()));
        Iterator<Duration> pauses = LateEffect.pauses();
        return PollLoop.until(
                session,
                pauses::next,
                () -> changeSince(lost).thenApply(change -> {
                    Optional<Progress> adopted = adopt(change, lost);
                    if (adopted.isEmpty() && !pauses.hasNext()) {
                        throw unknown(change.finding(), lost);
                    }
                    return adopted;
                }));
    }

    private CompletableFuture<CommitChange> changeSince(@CheckForNull CallException lost) {
        if (before.isEmpty()) {
            return CompletableFuture.failedFuture(unknown(Messages.CommitSettlement_NotKnown(), lost));
        }
        return Async.recover(
                look(session, commit).thenApply(now -> CommitChange.between(before.get(), now, commit)),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown(Messages.CommitSettlement_NotRead(unread.getMessage()), lost)));
    }

    private Optional<Progress> adopt(CommitChange change, @CheckForNull CallException lost) {
        return switch (change.kind()) {
            case NONE, ONLY_STATE -> Optional.empty();
            case NOT_SURE -> throw unknown(change.finding(), lost);
            case OURS -> {
                session.log().milestone(Messages.CommitSettlement_Adopted(commit.taskId(), change.finding()));
                yield Optional.of(Progress.written(commit.taskId(), null, session.now()));
            }
        };
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException failure) {
        return new OutcomeUnknownException(
                Messages.CommitSettlement_Unknown(
                        commit.taskId(),
                        finding,
                        commit.projectId(),
                        before.map(state -> Messages.CommitSettlement_Before(state.inWords()))
                                .orElse(""),
                        failure == null ? "" : Messages.CommitSettlement_Failure(failure.getMessage())),
                failure);
    }
}
