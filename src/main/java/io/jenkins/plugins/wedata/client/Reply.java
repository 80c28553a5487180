package io.jenkins.plugins.wedata.client;

/**
 * A successful reply.
 *
 * @param result what the action answered
 * @param requestId WeData's own number of the call, to be given when asking Tencent Cloud for help
 * @param <R> the action's result
 */
public record Reply<R>(R result, String requestId) {}
