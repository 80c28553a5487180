package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One call on its way: key, turn, exchange, outcome, and the same again after a pause. Between these it is only held by
 * what it waits for.
 *
 * @param <R> the action's result
 */
final class CallRun<R> {

    private static final Logger LOGGER = Logger.getLogger(CallRun.class.getName());

    private final CallTools tools;
    private final Account account;
    private final WeDataAction<R> action;
    private final byte[] body;
    private final CallPacer.Key paceKey;
    private final RetryNotice notice;
    private final Attempts attempts;
    private final CompletableFuture<Reply<R>> result = new CompletableFuture<>();

    private volatile Runnable letGo = () -> {};

    CallRun(CallTools tools, Account account, WeDataAction<R> action, CallListener listener, byte[] body) {
        this.tools = tools;
        this.account = account;
        this.action = action;
        this.body = body;
        this.paceKey = new CallPacer.Key(account.rateGroup(), action.type().name());
        this.notice = new RetryNotice(tools.time(), listener, action.type().name());
        this.attempts = new Attempts(tools, account);
        result.whenComplete((reply, error) -> letGo.run());
    }

    CompletableFuture<Reply<R>> result() {
        return result;
    }

    void start() {
        guarded(() -> account.keys()
                .apiKey()
                .whenComplete((key, error) -> guarded(() -> {
                    if (error == null) {
                        awaitTurn(key);
                    } else {
                        result.completeExceptionally(unwrapped(error));
                    }
                })));
    }

    /** Ends the call because the client ends: it is neither done nor failed, and its caller may go on with another. */
    void end() {
        result.cancel(false);
    }

    private void awaitTurn(ApiKey key) {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<Trip> turn =
                tools.pacer().turn(paceKey, account.limits().callsPerSecond());
        boolean atOnce = turn.isDone();
        waitFor(() -> turn.cancel(false));
        turn.thenAccept(trip -> guarded(() -> {
            result.whenComplete((reply, error) -> tools.pacer().ended(paceKey, trip));
            send(atOnce ? key : newest(key), trip);
        }));
    }

    /** A queue may be long: a key that is at hand when the turn comes is better than the one that was asked for before. */
    private ApiKey newest(ApiKey asked) {
        CompletableFuture<ApiKey> again = account.keys().apiKey().toCompletableFuture();
        return again.isDone() && !again.isCompletedExceptionally() ? again.join() : asked;
    }

    private void send(ApiKey key, Trip trip) {
        if (result.isDone()) {
            return;
        }
        Instant serverTime = attempts.begin(key);
        WireRequest request = tools.requests().sign(account, key, action, body, serverTime);
        Echo echo = new Echo(key, request);
        long sentAt = tools.time().nanos();
        CompletableFuture<WireReply> exchange = tools.transport().send(request);
        tools.pacer().sent(trip);
        waitFor(() -> exchange.cancel(true));
        exchange.whenComplete((reply, error) -> guarded(() -> {
            tools.pacer().ended(paceKey, trip);
            if (!result.isDone()) {
                settle(reply, error, sentAt, echo);
            }
        }));
    }

    private void settle(WireReply reply, Throwable error, long sentAt, Echo echo) {
        Outcome<R> said = error == null ? outcome(reply) : tools.classifier().unanswered(action, unwrapped(error));
        Outcome<R> outcome = said.without(echo);
        log(outcome, sentAt);
        if (outcome instanceof Outcome.Done<R> done) {
            notice.recovered(attempts.made());
            result.complete(done.reply());
        } else if (outcome instanceof Outcome.Failed<R> failed) {
            repeatOrFail(failed, error == null ? reply.date() : Optional.empty(), sentAt);
        }
    }

    /** A reply that breaks its reader leaves the effect unknown, whatever the reason. */
    private Outcome<R> outcome(WireReply reply) {
        try {
            return tools.classifier().classify(action, reply, tools.time().now());
        } catch (RuntimeException | Error e) {
            return tools.classifier().unanswered(action, TransportException.broken(e, true));
        }
    }

    private void repeatOrFail(Outcome.Failed<R> failed, Optional<Instant> date, long sentAt) {
        String code = failed.failure().code();
        if (ErrorCodes.isThrottle(code)) {
            tools.pacer().throttled(paceKey);
        }
        if (code.equals(ErrorCodes.SIGNATURE_EXPIRE) && stoodInLine(sentAt)) {
            notice.retrying(Messages.CallRun_StoodInLine(), Duration.ZERO);
            start();
        } else if (code.equals(ErrorCodes.SIGNATURE_EXPIRE) && attempts.correctClock(date)) {
            notice.retrying(Advice.clockCorrected(attempts.offset()), Duration.ZERO);
            start();
        } else if (code.equals(ErrorCodes.TOKEN_FAILURE) && attempts.mayRenewKey()) {
            renewKey(failed, Messages.CallRun_KeyRenewed());
        } else if (code.equals(ErrorCodes.SECRET_ID_NOT_FOUND) && attempts.mayRenewKey()) {
            renewKey(failed, Messages.CallRun_KeyReplaced());
        } else {
            attempts.nextDelay(action.type().effect(), failed)
                    .ifPresentOrElse(delay -> repeatAfter(delay, failed), () -> fail(failed));
        }
    }

    /** A transport that has its hands full sends a request only when it has one free: no fault of clock or key. */
    private boolean stoodInLine(long sentAt) {
        return tools.time().nanos() - sentAt >= ClockOffsets.SIGNIFICANT.toNanos();
    }

    private void repeatAfter(Duration delay, Outcome.Failed<R> failed) {
        notice.retrying(failed.reason(), delay);
        waitFor(tools.time().after(delay, this::start)::cancel);
    }

    private void renewKey(Outcome.Failed<R> failed, String reason) {
        ApiKey refused = attempts.lastKey();
        account.keys()
                .renewed(refused)
                .whenComplete((key, error) -> guarded(() -> {
                    if (error != null || key.equals(refused)) {
                        fail(failed);
                    } else {
                        notice.retrying(reason, Duration.ZERO);
                        awaitTurn(key);
                    }
                }));
    }

    private void fail(Outcome.Failed<R> failed) {
        result.completeExceptionally(failed.exception(action.type().name(), attempts.made()));
    }

    private void waitFor(Runnable cancellation) {
        letGo = cancellation;
        if (result.isDone()) {
            cancellation.run();
        }
    }

    private void log(Outcome<R> outcome, long sentAt) {
        if (LOGGER.isLoggable(Level.FINE)) {
            long millis = Duration.ofNanos(tools.time().nanos() - sentAt).toMillis();
            LOGGER.log(
                    Level.FINE, "{0}: {1}, {2} ms", new Object[] {action.type().name(), outcome.describe(), millis});
        }
    }

    /** Whatever goes wrong in here ends the call: nobody else would hear of it. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private static Throwable unwrapped(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
