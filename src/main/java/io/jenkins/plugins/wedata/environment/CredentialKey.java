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
import org.jvnet.localizer.Localizable;

/**
 * The key of a credential, looked up anew when the last look is a minute old: a key that is changed during a wait of days
 * is the key of the next call.
 */
public final class CredentialKey implements ApiKeySource {

    /** What a credential that is not found may be, for messages. */
    public static final Localizable EXPECTED = Messages._CredentialKey_Expected();

    private static final long LIFETIME_NANOS = Duration.ofMinutes(1).toNanos();

    private final CredentialStore store;
    private final String credentialsId;
    private final TimeSource time;
    private BuildCredential credential;
    private long seenAt;

    /**
     * Begins with a credential that was just looked up.
     *
     * @param store looks it up again
     * @param time tells when
     * @param credentialsId the credential's id
     * @param credential the credential
     */
    public CredentialKey(CredentialStore store, TimeSource time, String credentialsId, BuildCredential credential) {
        this.store = store;
        this.credentialsId = credentialsId;
        this.time = time;
        this.credential = credential;
        this.seenAt = time.nanos();
    }

    @Override
    public CompletionStage<ApiKey> apiKey() {
        return latest().thenCompose(found -> found.keys().apiKey());
    }

    /** The credential itself may have been changed meanwhile, so it is looked up even when it was seen just now. */
    @Override
    public CompletionStage<ApiKey> renewed(ApiKey refused) {
        return CompletableFuture.supplyAsync(this::lookUp, BackgroundWork.CREDENTIALS)
                .thenCompose(found -> found.keys().renewed(refused));
    }

    private CompletionStage<BuildCredential> latest() {
        synchronized (this) {
            if (time.nanos() - seenAt < LIFETIME_NANOS) {
                return CompletableFuture.completedFuture(credential);
            }
        }
        return CompletableFuture.supplyAsync(this::lookUp, BackgroundWork.CREDENTIALS);
    }

    private BuildCredential lookUp() {
        try {
            Optional<BuildCredential> found = store.credential(credentialsId);
            if (found.isEmpty()) {
                throw new InvalidInputException(
                        Messages.CredentialKey_BegunWith(),
                        List.of(new Problem("credentialsId", credentialsId, EXPECTED.toString())));
            }
            synchronized (this) {
                credential = found.get();
                seenAt = time.nanos();
                return credential;
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
