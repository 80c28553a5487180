package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.util.concurrent.CompletableFuture;

/**
 * Calls WeData: paced, signed, sent, classified and retried. One client serves every build of a controller. It holds no
 * thread while a call waits.
 */
public final class WeDataClient implements AutoCloseable {

    /**
     * Calls one action.
     *
     * @param account on whose behalf and where
     * @param action what to call; checked before anything is sent
     * @param listener hears of retries
     * @param <R> the action's result
     * @return completes with the reply, or with {@link InvalidInputException} or a {@link CallException}; cancelling it
     *     ends the wait for a turn, the wait for the next attempt, or the HTTP exchange
     */
    public <R> CompletableFuture<Reply<R>> call(Account account, WeDataAction<R> action, CallListener listener) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * The clock and the alarm that everything about this client goes by, for waits between calls.
     *
     * @return the time source
     */
    public TimeSource timeSource() {
        throw new UnsupportedOperationException("being written");
    }

    /** Ends every call under way and lets go of threads and connections. */
    @Override
    public void close() {}
}
