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

    private static final String NOT_KNOWN = "what was there before it is not known";

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
            session.log()
                    .milestone("The versions of integration task " + commit.taskId()
                            + " can't be looked at before the commit, so that a lost reply could not be settled. "
                            + refused.getMessage());
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
        return changeSince(doubt).thenApply(change -> adopt(change, doubt).orElseThrow(() -> doubt));
    }

    /** Looks until a new version is there, or the time for it is over. */
    CompletableFuture<Progress> settle(@CheckForNull CallException lost) {
        if (before.isEmpty()) {
            return CompletableFuture.failedFuture(unknown(NOT_KNOWN, lost));
        }
        session.log()
                .milestone("The commit of integration task " + commit.taskId()
                        + " was not answered: looking for its version");
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
            return CompletableFuture.failedFuture(unknown(NOT_KNOWN, lost));
        }
        return Async.recover(
                look(session, commit).thenApply(now -> CommitChange.between(before.get(), now, commit)),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown("its versions can't be read: " + unread.getMessage(), lost)));
    }

    private Optional<Progress> adopt(CommitChange change, @CheckForNull CallException lost) {
        return switch (change.kind()) {
            case NONE -> Optional.empty();
            case NOT_SURE -> throw unknown(change.finding(), lost);
            case OURS -> {
                session.log()
                        .milestone("The commit of integration task " + commit.taskId()
                                + " was not answered, but it is there: " + change.finding()
                                + " is taken for it. Whether it waits for an approval can't be told");
                yield Optional.of(Progress.written(commit.taskId(), null, session.now()));
            }
        };
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException failure) {
        return new OutcomeUnknownException(
                "Whether integration task " + commit.taskId() + " was committed is unknown, and it is not committed"
                        + " again by itself: the call may have taken effect, and " + finding
                        + ". Look at the task's versions in project " + commit.projectId()
                        + before.map(state -> " (before the commit it had " + state.inWords() + ")")
                                .orElse("")
                        + ", and run again if the commit is not there"
                        + (failure == null ? "" : ". " + failure.getMessage()),
                failure);
    }
}
