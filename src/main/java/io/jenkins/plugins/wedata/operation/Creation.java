package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.CallDoubtfulException;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one write that makes a task of some kind, and the looks that settle it when its reply says nothing. */
final class Creation {

    private static final int LONGEST = 500;

    private final Session session;
    private final Draft draft;

    Creation(Session session, Draft draft) {
        this.session = session;
        this.draft = draft;
    }

    /** Sends the write, once, and completes with what it made. */
    CompletableFuture<Progress> create() {
        session.log().milestone("Creating " + subject() + " by " + draft.actionName());
        CompletableFuture<Progress> created = draft.create(session).thenApply(reply -> {
            session.log().milestone("Created " + subject() + ": " + reply.result());
            return Progress.written(reply.result(), reply.requestId(), session.now());
        });
        created = Async.recover(
                created,
                CallDoubtfulException.class,
                doubt -> look(doubt).thenApply(found -> adopt(found, doubt).orElseThrow(() -> doubt)));
        return Async.recover(created, CallUnknownException.class, this::settle);
    }

    /** Looks until the task is there, or the time for it is over. */
    CompletableFuture<Progress> settle(@CheckForNull CallException lost) {
        Iterator<Duration> pauses = LateEffect.pauses();
        return PollLoop.until(
                session,
                pauses::next,
                () -> look(lost).thenApply(found -> {
                    Optional<Progress> adopted = adopt(found, lost);
                    if (adopted.isEmpty() && !pauses.hasNext()) {
                        throw unknown(
                                "no " + draft.kind() + " of that name has appeared in " + LateEffect.LOOKED_FOR, lost);
                    }
                    return adopted;
                }));
    }

    private CompletableFuture<List<String>> look(@CheckForNull CallException lost) {
        return Async.recover(
                draft.sameNamed(session),
                CallException.class,
                unread -> CompletableFuture.failedFuture(unknown(
                        "the " + draft.kind() + "s of " + draft.place() + " can't be read: " + unread.getMessage(),
                        lost)));
    }

    private Optional<Progress> adopt(List<String> found, @CheckForNull CallException lost) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            throw unknown(
                    "there are now " + found.size() + " " + draft.kind() + "s of that name: "
                            + PlainText.line(String.join(", ", found), LONGEST),
                    lost);
        }
        session.log()
                .milestone("The creation of " + subject() + " was not answered, but it is there: " + found.get(0)
                        + " is taken for it");
        return Optional.of(Progress.written(found.get(0), null, session.now()));
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                "Whether " + subject()
                        + " was created is unknown: the call may have taken effect, it was not answered, and "
                        + finding
                        + ". Look in " + draft.place()
                        + "; when it is there, run again with ifExists: 'REUSE'"
                        + (lost == null ? "" : ". " + lost.getMessage()),
                lost);
    }

    private String subject() {
        return draft.kind() + " '" + draft.name() + "'";
    }
}
