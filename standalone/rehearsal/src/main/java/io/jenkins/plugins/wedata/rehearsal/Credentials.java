package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.ApiKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The credentials of a rehearsal: each known id stands for the one key that the built-in WeData knows. */
final class Credentials {

    private final ApiKey key;
    private final Set<String> known;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Takes the ids that are known.
     *
     * @param key what each of them stands for
     * @param known empty for every id
     */
    Credentials(ApiKey key, Set<String> known) {
        this.key = key;
        this.known = Set.copyOf(known);
    }

    Optional<ApiKey> find(String id) {
        return known.isEmpty() || known.contains(id) ? Optional.of(key) : Optional.empty();
    }

    /** What a log says once about an id that was found. */
    Optional<String> notice(String id) {
        return known.isEmpty() && told.compareAndSet(false, true)
                ? Optional.of("Credential '" + id + "', as any other id, stands for the rehearsal's own key")
                : Optional.empty();
    }
}
