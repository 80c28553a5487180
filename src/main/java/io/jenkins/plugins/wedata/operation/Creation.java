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
    private final Resend resend;

    Creation(Session session, Draft draft, Resend resend) {
        this.session = session;
        this.draft = draft;
        this.resend = resend;
    }

    /** Sends the write, once, and completes with what it made. */
    CompletableFuture<Progress> create() {
        session.log().milestone("Creating " + subject() + " by " + draft.actionName());
        CompletableFuture<Progress> created = Async.recover(
                send(),
                CallDoubtfulException.class,
                doubt -> look(doubt).thenApply(found -> adopt(found, doubt).orElseThrow(() -> doubt)));
        return Async.recover(created, CallUnknownException.class, this::settle);
    }

    private CompletableFuture<Progress> send() {
        return draft.create(session).thenApply(reply -> {
            session.log().milestone("Created " + subject() + ": " + reply.result());
            return Progress.written(reply.result(), reply.requestId(), session.now());
        });
    }

    /** Looks until the task is there, or the time for it is over; then sends once more where that is wanted. */
    CompletableFuture<Progress> settle(@CheckForNull CallException lost) {
        return lookUntilOver(lost)
                .thenCompose(found -> found.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> resend.mayBeMade(draft)
                                ? sendAgain(lost)
                                : CompletableFuture.failedFuture(nothing(lost))));
    }

    private CompletableFuture<Optional<Progress>> lookUntilOver(@CheckForNull CallException lost) {
        Iterator<Duration> pauses = LateEffect.pauses();
        return PollLoop.until(
                session,
                pauses::next,
                () -> look(lost).thenApply(found -> {
                    Optional<Progress> adopted = adopt(found, lost);
                    return adopted.isPresent() || !pauses.hasNext() ? Optional.of(adopted) : Optional.empty();
                }));
    }

    /** Whatever goes wrong with the second send, the first is still unknown. */
    private CompletableFuture<Progress> sendAgain(@CheckForNull CallException lost) {
        session.log()
                .milestone("The creation of " + subject() + " was not answered and has not appeared in "
                        + LateEffect.LOOKED_FOR + ": it is sent once more, as onUnknown: 'RESEND' says");
        Creation second = new Creation(session, draft, Resend.DONE);
        return resend.kept(session, draft)
                .thenCompose(kept ->
                        Async.recover(second.send(), CallException.class, failure -> second.afterSecond(failure)))
                .thenCompose(made -> second.warnOfTwo().thenApply(told -> made));
    }

    /** A name that is taken by now, or an answer that says nothing, may come of either send. */
    private CompletableFuture<Progress> afterSecond(CallException failure) {
        if (failure instanceof CallUnknownException) {
            return settle(failure);
        }
        return look(failure)
                .thenApply(found ->
                        adopt(found, failure).orElseThrow(() -> unknown("the second send failed as well", failure)));
    }

    private CompletableFuture<Void> warnOfTwo() {
        return Async.recover(
                        draft.sameNamed(session),
                        CallException.class,
                        unread -> CompletableFuture.completedFuture(List.of()))
                .thenAccept(found -> {
                    if (found.size() > 1) {
                        session.log()
                                .milestone("WARNING: There are now " + found.size() + " " + draft.kind() + "s named '"
                                        + draft.name() + "' in " + draft.place() + ", since both sends took effect: "
                                        + listed(found) + ". Delete what is too many");
                    }
                });
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
                    "there are now " + found.size() + " " + draft.kind() + "s of that name: " + listed(found), lost);
        }
        session.log()
                .milestone("The creation of " + subject() + " was not answered, but it is there: " + found.get(0)
                        + " is taken for it");
        return Optional.of(Progress.written(found.get(0), null, session.now()));
    }

    private OutcomeUnknownException nothing(@CheckForNull CallException lost) {
        return unknown("no " + draft.kind() + " of that name has appeared in " + LateEffect.LOOKED_FOR, lost);
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                "Whether " + subject() + " was created is unknown: the call may have taken effect, "
                        + resend.unanswered() + ", and " + finding
                        + ". Look in " + draft.place()
                        + "; when it is there, run again with ifExists: 'REUSE'"
                        + (lost == null ? "" : ". " + lost.getMessage()),
                lost);
    }

    private static String listed(List<String> ids) {
        return PlainText.line(String.join(", ", ids), LONGEST);
    }

    private String subject() {
        return draft.kind() + " '" + draft.name() + "'";
    }
}
