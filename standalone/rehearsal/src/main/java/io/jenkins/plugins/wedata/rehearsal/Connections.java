package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.CredentialStore;
import io.jenkins.plugins.wedata.environment.Destination;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of a rehearsal: every name stands for the built-in WeData, its key and a project of its own. */
final class Connections {

    static final String PROJECT = "1000000000000000001";
    static final String REGION = "ap-guangzhou";

    private static final String DEFAULT = "default";

    private final Endpoint endpoint;
    private final ApiKey key;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Connections(Endpoint endpoint, ApiKey key) {
        this.endpoint = endpoint;
        this.key = key;
    }

    BuildConnection named(String id) {
        return connection(id, credentialsId -> Optional.of(BuildCredential.of(key)));
    }

    /** What a log says once about a name. */
    Optional<String> notice(String id) {
        return told.add(id)
                ? Optional.of(
                        "Connection '" + id + "', as any other, stands for the built-in WeData; a step that names none"
                                + " works in project " + PROJECT)
                : Optional.empty();
    }

    /** The connection of steps that name none; the log hears of it when one needs its credential. */
    BuildConnection byDefault(ProgressLog log) {
        return connection(DEFAULT, credentialsId -> {
            if (told.add("")) {
                log.milestone("No connection and no credential is named: in Jenkins this needs a default connection,"
                        + " here it stands for the built-in WeData");
            }
            return Optional.of(BuildCredential.of(key));
        });
    }

    private BuildConnection connection(String id, CredentialStore store) {
        return new BuildConnection(
                id,
                new Destination.OwnAddress(endpoint),
                REGION,
                PROJECT,
                "connection-" + id,
                store,
                null,
                CallLimits.STANDARD);
    }
}
