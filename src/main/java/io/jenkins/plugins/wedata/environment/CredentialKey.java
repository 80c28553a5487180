package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ApiKeySource;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The key of a credential, looked up anew when the last look is a minute old: a key that is changed during a wait of days
 * is the key of the next call.
 */
public final class CredentialKey implements ApiKeySource {

    /** What a credential that is not found may be, for messages. */
    public static final String EXPECTED =
            "the id of a username and password that this build may use: it is not found here, or of SYSTEM scope";

    private static final long LIFETIME_NANOS = Duration.ofMinutes(1).toNanos();

    private final CredentialStore store;
    private final String credentialsId;
    private final TimeSource time;
    private ApiKey key;
    private long seenAt;

    /**
     * Begins with a key that was just looked up.
     *
     * @param store looks it up again
     * @param time tells when
     * @param credentialsId the credential's id
     * @param key the key
     */
    public CredentialKey(CredentialStore store, TimeSource time, String credentialsId, ApiKey key) {
        this.store = store;
        this.credentialsId = credentialsId;
        this.time = time;
        this.key = key;
        this.seenAt = time.nanos();
    }

    @Override
    public CompletionStage<ApiKey> apiKey() {
        synchronized (this) {
            if (time.nanos() - seenAt < LIFETIME_NANOS) {
                return CompletableFuture.completedFuture(key);
            }
        }
        return CompletableFuture.supplyAsync(this::lookUp, BackgroundWork.CREDENTIALS);
    }

    private ApiKey lookUp() {
        try {
            Optional<ApiKey> found = store.apiKey(credentialsId);
            if (found.isEmpty()) {
                throw new InvalidInputException(
                        "The credential that the step began with",
                        List.of(new Problem("credentialsId", credentialsId, EXPECTED)));
            }
            synchronized (this) {
                key = found.get();
                seenAt = time.nanos();
                return key;
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
