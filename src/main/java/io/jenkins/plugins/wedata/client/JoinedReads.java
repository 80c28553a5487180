package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Looks that several waits ask for at the same time are one call: same address, region, key and action. Each may give up
 * for itself; the call ends when the last one does.
 */
final class JoinedReads {

    /** Whoever waits looks again by itself, and tells people: a look that fails is not repeated for long here. */
    static final Duration RETRY_BUDGET = Duration.ofSeconds(5);

    private final WeDataClient client;
    private final Map<Key, Flight<?>> underWay = new HashMap<>();

    JoinedReads(WeDataClient client) {
        this.client = client;
    }

    /** What makes two looks the same. Whoever has another key may be told something else; who has half of one, nothing. */
    private record Key(Endpoint endpoint, Region region, ApiKey apiKey, WeDataAction<?> action) {}

    <R> CompletableFuture<Reply<R>> look(Account account, WeDataAction<R> action, CallListener listener) {
        CompletableFuture<Reply<R>> reply = new CompletableFuture<>();
        account.keys().apiKey().whenComplete((apiKey, error) -> {
            if (reply.isDone()) {
                return;
            }
            if (error == null) {
                join(new Key(account.endpoint(), account.region(), apiKey, action), account, reply, listener);
            } else {
                reply.completeExceptionally(unwrapped(error));
            }
        });
        return reply;
    }

    private <R> void join(Key key, Account account, CompletableFuture<Reply<R>> reply, CallListener listener) {
        Flight<R> flight;
        boolean first;
        synchronized (this) {
            // The same action has the same result.
            @SuppressWarnings("unchecked")
            Flight<R> known = (Flight<R>) underWay.get(key);
            first = known == null;
            flight = first ? new Flight<>() : known;
            underWay.putIfAbsent(key, flight);
            flight.waiting.put(reply, listener);
        }
        reply.whenComplete((done, error) -> leave(key, flight, reply));
        if (first) {
            begin(key, flight, account);
        }
    }

    private <R> void begin(Key key, Flight<R> flight, Account account) {
        // The same action has the same result.
        @SuppressWarnings("unchecked")
        WeDataAction<R> action = (WeDataAction<R>) key.action();
        CompletableFuture<Reply<R>> call = call(account, action, flight);
        boolean deserted;
        synchronized (this) {
            flight.call = call;
            deserted = flight.waiting.isEmpty();
        }
        if (deserted) {
            call.cancel(false);
        }
        call.whenComplete((done, error) -> land(key, flight).forEach(reply -> complete(reply, done, error)));
    }

    /** Whatever goes wrong in here ends the look: nobody who has joined it would hear of it. */
    private <R> CompletableFuture<Reply<R>> call(Account account, WeDataAction<R> action, CallListener listener) {
        try {
            return client.call(withinBudget(account), action, listener);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Account withinBudget(Account account) {
        CallLimits limits = account.limits();
        Duration own = limits.retryBudget();
        boolean isWithin = own != null && own.compareTo(RETRY_BUDGET) <= 0;
        return isWithin
                ? account
                : new Account(
                        account.endpoint(),
                        account.region(),
                        account.keys(),
                        account.rateGroup(),
                        new CallLimits(RETRY_BUDGET, limits.callsPerSecond()));
    }

    private void leave(Key key, Flight<?> flight, CompletableFuture<?> reply) {
        CompletableFuture<?> call;
        synchronized (this) {
            flight.waiting.remove(reply);
            boolean last = flight.waiting.isEmpty() && underWay.remove(key, flight);
            call = last ? flight.call : null;
        }
        if (call != null) {
            call.cancel(false);
        }
    }

    /** Those who have waited for a call that is over: nobody joins it any more. */
    private synchronized <R> List<CompletableFuture<Reply<R>>> land(Key key, Flight<R> flight) {
        underWay.remove(key, flight);
        return List.copyOf(flight.waiting.keySet());
    }

    private synchronized List<CallListener> listeners(Flight<?> flight) {
        return List.copyOf(flight.waiting.values());
    }

    private static <T> void complete(CompletableFuture<T> future, T value, Throwable error) {
        if (error == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(unwrapped(error));
        }
    }

    private static Throwable unwrapped(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    /** One call and all who wait for it. */
    private final class Flight<R> implements CallListener {

        private final Map<CompletableFuture<Reply<R>>, CallListener> waiting = new LinkedHashMap<>(2);

        /** Null until it has begun. */
        @CheckForNull
        private CompletableFuture<Reply<R>> call;

        @Override
        public void retrying(String actionName, String reason, Duration delay) {
            listeners(this).forEach(listener -> listener.retrying(actionName, reason, delay));
        }

        @Override
        public void recovered(String actionName, int attempts) {
            listeners(this).forEach(listener -> listener.recovered(actionName, attempts));
        }
    }
}
