package io.jenkins.plugins.wedata.api;

/**
 * An action of WeData, apart from what a single call of it says.
 *
 * @param name the action's name, as in the header {@code X-TC-Action}
 * @param version the version of the API that it belongs to: WeData publishes two, and an action lives in one of them
 * @param effect whether it changes something, which decides what may be done when a reply is lost
 * @param result the record that a successful reply is read into
 * @param <R> that record
 */
public record ActionType<R>(String name, ApiVersion version, Effect effect, Class<R> result) {}
