package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.Reply;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * An operation's line to WeData: calls in the name of one account, pauses between them, and a log to tell people. All of
 * it ends together when the operation is given up.
 */
public final class Session {

    private final WeDataClient client;
    private final Account account;
    private final ProgressLog log;
    private final Narrator narrator;

    /** The session with which this one ends: itself, or the one that it is a part of. */
    private final Session whole;

    /** Of a session that waits, one: there may be ten thousand of them. */
    private final Set<CompletableFuture<?>> underWay;

    private boolean cancelled;

    /**
     * Opens a line.
     *
     * @param client calls WeData
     * @param account in whose name and where
     * @param log where milestones go
     */
    public Session(WeDataClient client, Account account, ProgressLog log) {
        this.client = client;
        this.account = account;
        this.log = log;
        this.narrator = new Narrator(client.timeSource(), log);
        this.whole = this;
        this.underWay = new HashSet<>(2);
    }

    private Session(Session whole, ProgressLog log) {
        this.client = whole.client;
        this.account = whole.account;
        this.log = log;
        this.narrator = whole.narrator;
        this.whole = whole.whole;
        this.underWay = whole.underWay;
    }

    /** A part of this line that tells another log, and ends with the whole. */
    Session telling(ProgressLog other) {
        return new Session(this, other);
    }

    <R> CompletableFuture<Reply<R>> call(WeDataAction<R> action) {
        return isCancelled()
                ? CompletableFuture.failedFuture(new CancellationException())
                : track(client.call(account, action, narrator));
    }

    /** A look of a wait, which is one call with those of others who wait for the same. */
    <R> CompletableFuture<Reply<R>> look(WeDataAction<R> action) {
        return isCancelled()
                ? CompletableFuture.failedFuture(new CancellationException())
                : track(client.look(account, action, narrator));
    }

    private boolean isCancelled() {
        synchronized (underWay) {
            return whole.cancelled;
        }
    }

    CompletableFuture<Void> pause(Duration length) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        TimeSource.Alarm alarm = client.timeSource().after(length, () -> end.complete(null));
        end.whenComplete((nothing, failure) -> {
            if (end.isCancelled()) {
                alarm.cancel();
            }
        });
        return track(end);
    }

    Instant now() {
        return client.timeSource().now();
    }

    ProgressLog log() {
        return log;
    }

    private <T> CompletableFuture<T> track(CompletableFuture<T> future) {
        boolean tooLate;
        synchronized (underWay) {
            tooLate = whole.cancelled;
            if (!tooLate) {
                underWay.add(future);
            }
        }
        if (tooLate) {
            future.cancel(false);
        } else {
            future.whenComplete((result, failure) -> {
                synchronized (underWay) {
                    underWay.remove(future);
                }
            });
        }
        return future;
    }

    /** Gives up whatever is under way, and lets nothing new begin. */
    public void cancel() {
        List<CompletableFuture<?>> open;
        synchronized (underWay) {
            whole.cancelled = true;
            open = List.copyOf(underWay);
        }
        open.forEach(future -> future.cancel(false));
    }
}
