package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.AssumeRole;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The temporary keys of one role, kept in memory alone. The first is fetched when it is first asked for, each next one five
 * minutes before the last one ends, and never two at a time: whoever asks meanwhile waits for the same call, or goes on
 * with the old key while that is valid.
 */
public final class RoleKeys implements ApiKeySource {

    /** How long before its end a key is renewed. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    /** How long a key that is still valid is used before its renewal is tried again. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOGGER = Logger.getLogger(RoleKeys.class.getName());

    private final WeDataClient client;
    private final AssumedRole role;
    private final TimeSource time;

    @CheckForNull
    private Kept kept;

    @CheckForNull
    private CompletableFuture<ApiKey> renewal;

    private long pausedSince;
    private boolean paused;

    /** A key and what is left of its time, by a clock that nobody sets. */
    private record Kept(ApiKey key, long sentAt, Duration lifetime) {

        boolean isValid(long now) {
            return now - sentAt < lifetime.toNanos();
        }

        boolean isFresh(long now) {
            long half = lifetime.toNanos() / 2;
            return now - sentAt < Math.max(half, lifetime.toNanos() - AHEAD.toNanos());
        }
    }

    /**
     * Fetches nothing yet.
     *
     * @param client calls the Security Token Service
     * @param role the role, and who assumes it
     */
    public RoleKeys(WeDataClient client, AssumedRole role) {
        this.client = client;
        this.role = role;
        this.time = client.timeSource();
    }

    @Override
    public CompletionStage<ApiKey> apiKey() {
        CompletableFuture<ApiKey> begun;
        CompletionStage<ApiKey> answer;
        synchronized (this) {
            long now = time.nanos();
            Kept usable = usable(now);
            if (usable != null && (usable.isFresh(now) || renewal != null || isPaused(now))) {
                return CompletableFuture.completedFuture(usable.key());
            }
            if (renewal != null) {
                return renewal.minimalCompletionStage();
            }
            begun = new CompletableFuture<>();
            renewal = begun;
            answer = usable == null ? begun.minimalCompletionStage() : CompletableFuture.completedFuture(usable.key());
        }
        // Outside: a service in process answers on this very thread, and whoever waits goes on there.
        fetch(begun);
        return answer;
    }

    @Override
    public CompletionStage<ApiKey> renewed(ApiKey refused) {
        synchronized (this) {
            if (kept != null && kept.key().equals(refused)) {
                kept = null;
                paused = false;
            }
        }
        return apiKey();
    }

    /** Whether nothing is lost when this is forgotten. */
    synchronized boolean isIdle() {
        return renewal == null && usable(time.nanos()) == null;
    }

    private boolean isPaused(long now) {
        return paused && now - pausedSince < PAUSE.toNanos();
    }

    @CheckForNull
    private Kept usable(long now) {
        return kept != null && kept.isValid(now) ? kept : null;
    }

    /** Whatever goes wrong in here ends the wait of all who wait for it. */
    private void fetch(CompletableFuture<ApiKey> waiting) {
        long sentAt = time.nanos();
        client.call(role.account(), role.call(), CallListener.NONE)
                .thenAccept(reply -> keep(waiting, reply.result(), sentAt))
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        giveUp(
                                waiting,
                                failure instanceof CompletionException && failure.getCause() != null
                                        ? failure.getCause()
                                        : failure);
                    }
                });
    }

    private void keep(CompletableFuture<ApiKey> waiting, AssumeRole.Result result, long sentAt) {
        AssumeRole.TemporaryCredentials got = Objects.requireNonNull(result.credentials(), "as was checked");
        ApiKey key = new ApiKey(got.tmpSecretId(), got.tmpSecretKey(), Optional.of(got.token()));
        Duration lifetime = lifetime(result.expiredTime(), sentAt);
        synchronized (this) {
            kept = new Kept(key, sentAt, lifetime);
            renewal = null;
            paused = false;
        }
        LOGGER.log(Level.FINE, "{0}: a key for {1}", new Object[] {role, lifetime});
        waiting.complete(key);
    }

    /** What was asked for, or less when the service says so. */
    private Duration lifetime(@CheckForNull Long expiredTime, long sentAt) {
        if (expiredTime == null) {
            return role.duration();
        }
        Duration trip = Duration.ofNanos(time.nanos() - sentAt);
        long sent =
                time.now().plus(client.clockOffset(role.endpoint())).minus(trip).getEpochSecond();
        long granted = Math.max(expiredTime, sent) - sent;
        return Duration.ofSeconds(Math.min(granted, role.duration().toSeconds()));
    }

    private void giveUp(CompletableFuture<ApiKey> waiting, Throwable failure) {
        Kept old;
        synchronized (this) {
            renewal = null;
            pausedSince = time.nanos();
            old = usable(pausedSince);
            paused = old != null;
        }
        if (old == null) {
            waiting.completeExceptionally(failure);
        } else {
            LOGGER.log(Level.FINE, role + ": its key is not renewed yet", failure);
            waiting.complete(old.key());
        }
    }
}
