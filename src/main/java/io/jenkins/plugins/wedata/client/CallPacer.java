package io.jenkins.plugins.wedata.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each action of each account under the service's limit of 20 calls a second. Who asks first goes first, over all
 * builds; a wait holds no thread.
 */
final class CallPacer {

    /**
     * What shares one limit.
     *
     * @param rateGroup see {@link Account#rateGroup()}
     * @param actionName the action
     */
    record Key(String rateGroup, String actionName) {}

    private final TimeSource time;
    private final Map<Key, PacerLane> lanes = new ConcurrentHashMap<>();

    CallPacer(TimeSource time) {
        this.time = time;
    }

    /**
     * Asks for a turn.
     *
     * @param key what shares the limit
     * @param callsPerSecond the most that may start within a second; the least that was said within five minutes counts
     * @return completes when the call is to start at once, on the caller's thread, the alarm's, or that of a call that came
     *     back, with what is to be {@linkplain #sent sent} at once and {@linkplain #ended ended} later; cancelling it gives
     *     the place in the queue to the next
     */
    CompletableFuture<Trip> turn(Key key, int callsPerSecond) {
        CompletableFuture<Trip> turn = new CompletableFuture<>();
        lanes.compute(key, (k, existing) -> {
            PacerLane lane = existing == null ? new PacerLane(time) : existing;
            lane.add(turn, callsPerSecond);
            return lane;
        });
        pump(key);
        return turn;
    }

    /**
     * Hears that the service refused a call for coming too fast: others share the limit.
     *
     * @param key what shares the limit
     */
    void throttled(Key key) {
        PacerLane lane = lanes.get(key);
        if (lane != null) {
            lane.slowDown();
        }
    }

    /**
     * Hears that a call has been handed over to be sent. From turn to here a busy machine may take long, and calls that
     * came one after another would go out together if their turns were what counts.
     *
     * @param trip what the turn completed with
     */
    void sent(Trip trip) {
        trip.lane.sent(trip);
    }

    /**
     * Hears that a call is over, whatever came of it: the service has counted it by now. To say so again does nothing.
     *
     * @param key what shares the limit
     * @param trip what the turn completed with
     */
    void ended(Key key, Trip trip) {
        if (trip.lane.end(trip)) {
            pump(key);
        }
    }

    /** How many limits are remembered; those without work are let go of. */
    int lanes() {
        return lanes.size();
    }

    private void pump(Key key) {
        PacerLane lane = lanes.get(key);
        if (lane != null) {
            for (PacerLane.Due due : lane.takeDue(() -> look(key))) {
                if (!due.turn().complete(due.trip())) {
                    ended(key, due.trip());
                }
            }
        }
    }

    private void look(Key key) {
        lanes.computeIfPresent(key, (k, lane) -> lane.isForgettable() ? null : lane);
        pump(key);
    }
}
