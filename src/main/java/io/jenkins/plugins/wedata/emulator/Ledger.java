package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what arrived and what took effect, so that a test can prove that a write took effect once at the most. WeData has
 * no idempotency token, so nothing else could tell.
 */
public final class Ledger {

    private static final int MOST_REQUESTS = 10_000;
    private static final int LARGEST_BODY = 1024 * 1024;

    /**
     * A request that arrived; holds no secret.
     *
     * @param action the action's name; empty when it had none
     * @param version the API version; null when it had none
     * @param region the region; null when it had none
     * @param secretId who claimed to sign it; null when it does not say
     * @param body the body, or a missing node when it is not JSON or of more than 1 MiB
     * @param at when it arrived
     */
    public record Request(
            String action,
            @CheckForNull String version,
            @CheckForNull String region,
            @CheckForNull String secretId,
            JsonNode body,
            Instant at) {}

    private final Map<String, Integer> deliveries = new HashMap<>();
    private final Map<String, Integer> effects = new HashMap<>();
    private final Deque<Request> requests = new ArrayDeque<>();

    Ledger() {}

    synchronized void delivered(Inbound inbound, Instant at) {
        String authorization = inbound.header("Authorization").orElse("");
        String secretId = authorization.replaceFirst("(?s).*Credential=([^/,\\s]{1,200}).*", "$1");
        deliveries.merge(inbound.action(), 1, Integer::sum);
        if (requests.size() == MOST_REQUESTS) {
            requests.removeFirst();
        }
        requests.addLast(new Request(
                inbound.action(),
                inbound.header("X-TC-Version").orElse(null),
                inbound.header("X-TC-Region").orElse(null),
                secretId.equals(authorization) ? null : secretId,
                body(inbound.body()),
                at));
    }

    private static JsonNode body(byte[] bytes) {
        return Optional.of(bytes)
                .filter(kept -> kept.length <= LARGEST_BODY)
                .flatMap(Json::read)
                .orElse(MissingNode.getInstance());
    }

    synchronized void tookEffect(String action) {
        effects.merge(action, 1, Integer::sum);
    }

    /**
     * How often an action arrived, whatever became of it.
     *
     * @param action the action's name
     * @return from 0
     */
    public synchronized int deliveries(String action) {
        return deliveries.getOrDefault(action, 0);
    }

    /**
     * How often a write changed something.
     *
     * @param action the action's name
     * @return from 0
     */
    public synchronized int effects(String action) {
        return effects.getOrDefault(action, 0);
    }

    /**
     * How often each action arrived that did, whatever became of it.
     *
     * @return by the action's name, sorted
     */
    public synchronized SortedMap<String, Integer> deliveries() {
        return new TreeMap<>(deliveries);
    }

    /**
     * The latest requests, 10,000 at most.
     *
     * @return in the order they arrived
     */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /**
     * The latest requests of one action.
     *
     * @param action the action's name
     * @return in the order they arrived
     */
    public List<Request> requests(String action) {
        return requests().stream()
                .filter(request -> request.action().equals(action))
                .toList();
    }
}
