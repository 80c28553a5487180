package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Joined;
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
        session.log().milestone(Messages.Creation_Creating(draft.kind(), draft.name(), draft.actionName()));
        CompletableFuture<Progress> created = Async.recover(
                send(),
                CallDoubtfulException.class,
                doubt -> look(doubt).thenApply(found -> adopt(found, doubt).orElseThrow(() -> doubt)));
        return Async.recover(created, CallUnknownException.class, this::settle);
    }

    private CompletableFuture<Progress> send() {
        return draft.create(session).thenApply(reply -> {
            session.log().milestone(Messages.Creation_Created(draft.kind(), draft.name(), reply.result()));
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
        session.log().milestone(Messages.Creation_Resending(draft.kind(), draft.name(), LateEffect.LOOKED_FOR));
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
                        adopt(found, failure).orElseThrow(() -> unknown(Messages.Creation_SecondFailed(), failure)));
    }

    private CompletableFuture<Void> warnOfTwo() {
        return Async.recover(
                        draft.sameNamed(session),
                        CallException.class,
                        unread -> CompletableFuture.completedFuture(List.of()))
                .thenAccept(found -> {
                    if (found.size() > 1) {
                        session.log()
                                .milestone(Messages.Creation_Two(
                                        String.valueOf(found.size()),
                                        draft.kind(),
                                        draft.name(),
                                        draft.place(),
                                        listed(found)));
                    }
                });
    }

    private CompletableFuture<List<String>> look(@CheckForNull CallException lost) {
        return Async.recover(
                draft.sameNamed(session),
                CallException.class,
                unread -> CompletableFuture.failedFuture(
                        unknown(Messages.Creation_NotRead(draft.kind(), draft.place(), unread.getMessage()), lost)));
    }

    private Optional<Progress> adopt(List<String> found, @CheckForNull CallException lost) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            throw unknown(Messages.Creation_Several(String.valueOf(found.size()), draft.kind(), listed(found)), lost);
        }
        session.log().milestone(Messages.Creation_Adopted(draft.kind(), draft.name(), found.get(0)));
        return Optional.of(Progress.written(found.get(0), null, session.now()));
    }

    private OutcomeUnknownException nothing(@CheckForNull CallException lost) {
        return unknown(Messages.Creation_NotAppeared(draft.kind(), LateEffect.LOOKED_FOR), lost);
    }

    private OutcomeUnknownException unknown(String finding, @CheckForNull CallException lost) {
        return new OutcomeUnknownException(
                Messages.Creation_Unknown(
                        draft.kind(),
                        draft.name(),
                        resend.unanswered(),
                        finding,
                        draft.place(),
                        lost == null ? "" : Messages.Creation_Failure(lost.getMessage())),
                lost);
    }

    private static String listed(List<String> ids) {
        return PlainText.line(Joined.values(ids).toString(), LONGEST);
    }
}
