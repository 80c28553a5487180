package io.jenkins.plugins.wedata.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a call's key comes from. It is asked anew for each attempt, so that a key may change during a wait of days. */
@FunctionalInterface
public interface ApiKeySource {

    /**
     * A lasting key, which is always the same.
     *
     * @param key the key
     * @return its source
     */
    static ApiKeySource of(ApiKey key) {
        return () -> CompletableFuture.completedFuture(key);
    }

    /**
     * The key to sign the next attempt with.
     *
     * @return completes with the key, or with a {@link WeDataException}
     */
    CompletionStage<ApiKey> apiKey();

    /**
     * The key to sign with after the service has refused one as expired.
     *
     * @param refused the refused key
     * @return completes with a key, which is the refused one when there is no other, or with a {@link WeDataException}
     */
    default CompletionStage<ApiKey> renewed(ApiKey refused) {
        return apiKey();
    }
}
