package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls WeData: paced, signed, sent, classified and retried. One client serves every build of a controller. It holds no
 * thread while a call waits.
 */
public final class WeDataClient implements AutoCloseable {

    private final CallTools tools;
    private final Runnable closeTime;
    private final JoinedReads joined = new JoinedReads(this);
    private final Set<CallRun<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private WeDataClient(CallTools tools, Runnable closeTime) {
        this.tools = tools;
        this.closeTime = closeTime;
    }

    /**
     * A client with the real clock and the standard retries.
     *
     * @param transport the way to WeData; closed with the client
     * @return the client, to be closed
     */
    public static WeDataClient over(Transport transport) {
        SystemTimeSource time = new SystemTimeSource();
        return new WeDataClient(new CallTools(transport, time, RetryPolicy.standard()), time::close);
    }

    /**
     * A client with a clock of the caller's.
     *
     * @param transport the way to WeData; closed with the client
     * @param time paces, retries and signs; stays the caller's
     * @param retryPolicy whether and when a failed attempt is repeated
     * @return the client, to be closed
     */
    public static WeDataClient over(Transport transport, TimeSource time, RetryPolicy retryPolicy) {
        return new WeDataClient(new CallTools(transport, time, retryPolicy), () -> {});
    }

    /**
     * The clock and the alarm that this client's calls go by, for whoever waits between calls.
     *
     * @return ends with the client when the client made it
     */
    public TimeSource timeSource() {
        return tools.time();
    }

    /**
     * How far an endpoint's clock is known to be ahead of this controller's.
     *
     * @param endpoint the endpoint
     * @return zero when nothing else is known
     */
    Duration clockOffset(Endpoint endpoint) {
        return tools.clockOffsets().of(endpoint);
    }

    /**
     * Calls one action.
     *
     * @param account on whose behalf and where
     * @param action what to call; checked before anything is sent
     * @param listener hears of retries
     * @param <R> the action's result
     * @return completes with the reply, or with {@link InvalidInputException}, a {@link CallException}, or what the key's
     *     source failed with; cancelling it ends the wait for a turn, the wait for the next attempt, or the HTTP exchange
     */
    public <R> CompletableFuture<Reply<R>> call(Account account, WeDataAction<R> action, CallListener listener) {
        Problems problems = new Problems();
        action.check(problems);
        if (!problems.isEmpty()) {
            return refuse(action, problems.all());
        }
        byte[] body = tools.json().write(action);
        if (body.length > WireRequest.LARGEST_BODY) {
            return refuse(
                    action,
                    List.of(new Problem(
                            "request",
                            Messages.WeDataClient_Bytes(String.valueOf(body.length)),
                            Messages.WeDataClient_BytesExpected())));
        }
        CallRun<R> run = new CallRun<>(tools, account, action, listener, body);
        running.add(run);
        run.result().whenComplete((reply, error) -> running.remove(run));
        if (closed) {
            run.end();
        } else {
            run.start();
        }
        return run.result();
    }

    /**
     * Calls a read that others may be asking for at this moment too: they share one call. What comes of it may have been
     * seen just before it was asked for, and it is not repeated for long, so it is for waits, which look again.
     *
     * @param account on whose behalf and where
     * @param action what to call
     * @param listener hears of retries
     * @param <R> the action's result
     * @return completes as {@link #call} does; cancelling it ends nobody else's look
     */
    public <R> CompletableFuture<Reply<R>> look(Account account, WeDataAction<R> action, CallListener listener) {
        return joined.look(account, action, listener);
    }

    private static <T> CompletableFuture<T> refuse(WeDataAction<?> action, List<Problem> problems) {
        return CompletableFuture.failedFuture(
                new InvalidInputException(action.type().name(), problems));
    }

    /** Cancels every call under way, and lets go of threads and connections. */
    @Override
    public void close() {
        closed = true;
        running.forEach(CallRun::end);
        tools.transport().close();
        closeTime.run();
    }
}
