package io.jenkins.plugins.wedata.client;

import java.util.concurrent.CompletionStage;

/** Where a call's key comes from. It is asked anew for each attempt, so that a key may change during a wait of days. */
@FunctionalInterface
public interface ApiKeySource {

    /**
     * The key to sign the next attempt with.
     *
     * @return completes with the key, or with a {@link WeDataException}
     */
    CompletionStage<ApiKey> apiKey();
}
