package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.client.RetryPolicy;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One process of the controller, from its start to its end or its kill: its client, its clock, its wire. Once it is dead,
 * nothing leaves it, nothing reaches it, and no alarm of it goes off.
 */
final class Life implements Transport, TimeSource {

    private final TimeSource time;
    private final Transport wire;
    private final Traffic traffic;
    private final Misfortune misfortune;
    private final Set<Pending> alarms = new LinkedHashSet<>();
    private final Set<CompletableFuture<WireReply>> open = new LinkedHashSet<>();
    private final WeDataClient client;
    private boolean dead;

    Life(Place place, Traffic traffic, Misfortune misfortune, Random jitter) {
        this.time = place.time;
        this.wire = place.weData.transport();
        this.traffic = traffic;
        this.misfortune = misfortune;
        this.client = WeDataClient.over(
                this,
                this,
                new RetryPolicy(
                        Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5), jitter::nextDouble));
    }

    WeDataClient client() {
        return client;
    }

    boolean isDead() {
        return dead;
    }

    /** A point at which the process may be killed; tells whether it is dead. */
    boolean diesHere() {
        if (!dead && misfortune.strikes() == Misfortune.Blow.KILL) {
            die();
        }
        return dead;
    }

    /** What cannot be answered any more. */
    static <T> CompletableFuture<T> never() {
        return new CompletableFuture<>();
    }

    /** As SIGKILL does it. */
    void die() {
        dead = true;
        alarms.forEach(pending -> pending.alarm.cancel());
        alarms.clear();
        open.clear();
    }

    /** As a controller that is stopped does it. */
    void stop() {
        client.close();
        die();
    }

    int openCalls() {
        return open.size();
    }

    int openAlarms() {
        return alarms.size();
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        if (diesHere()) {
            return never();
        }
        traffic.started(request.headers().get("X-TC-Action"), time.now());
        CompletableFuture<WireReply> reply = wire.send(request);
        if (diesHere()) {
            return never();
        }
        open.add(reply);
        reply.whenComplete((answer, failure) -> open.remove(reply));
        return reply;
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        if (dead) {
            return () -> {};
        }
        Pending pending = new Pending(task);
        alarms.add(pending);
        pending.alarm = time.after(delay, pending::ring);
        return () -> {
            alarms.remove(pending);
            pending.alarm.cancel();
        };
    }

    private final class Pending {
        private final Runnable task;
        private Alarm alarm = () -> {};

        Pending(Runnable task) {
            this.task = task;
        }

        void ring() {
            if (alarms.remove(this)) {
                task.run();
            }
        }
    }
}
