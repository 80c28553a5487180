package io.jenkins.plugins.wedata.rehearsal;

import hudson.model.Result;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.WorkspaceFile;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import io.jenkins.plugins.wedata.rehearsal.engine.StepRun;
import io.jenkins.plugins.wedata.rehearsal.engine.Workspace;
import java.io.IOException;
import java.util.Optional;

/** What a plugin's step may ask of a rehearsed build. */
final class RehearsalBuildEnvironment implements BuildEnvironment {

    private final StepRun run;
    private final WeDataClient client;
    private final Endpoint endpoint;
    private final Credentials credentials;
    private final Connections connections;

    RehearsalBuildEnvironment(
            StepRun run, WeDataClient client, Endpoint endpoint, Credentials credentials, Connections connections) {
        this.run = run;
        this.client = client;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.connections = connections;
    }

    @Override
    public WeDataClient client() {
        return client;
    }

    /** The built-in WeData, whatever site or region a step names. */
    @Override
    public Optional<Endpoint> ownEndpoint() {
        return Optional.of(endpoint);
    }

    /** Any name stands for the built-in WeData, with all that a step may leave out. */
    @Override
    public BuildConnection connection(String id) {
        connections.notice(id).ifPresent(run::log);
        return connections.named(id);
    }

    @Override
    public Optional<BuildConnection> defaultConnection() {
        return Optional.of(connections.byDefault(run::log));
    }

    @Override
    public Optional<BuildCredential> credential(String credentialsId) {
        Optional<ApiKey> key = credentials.find(credentialsId);
        if (key.isPresent()) {
            credentials.notice(credentialsId).ifPresent(run::log);
        }
        return key.map(BuildCredential::of);
    }

    /** Takes what the plugin takes in Jenkins: its limit of size and its check of the encoding are the same. */
    @Override
    public String readWorkspaceFile(String path) throws WorkspaceFileException, IOException {
        Workspace workspace = run.workspace()
                .orElseThrow(() -> new WorkspaceFileException("needs a workspace; put the step inside node { ... }"));
        return WorkspaceFile.text(workspace.bytes(path));
    }

    @Override
    public ProgressLog log() {
        return run::log;
    }

    @Override
    public String buildLink() {
        return run.build().url();
    }

    @Override
    public String stepTag() {
        return run.build().url() + run.id();
    }

    @Override
    public void markUnstable(String reason) {
        run.log("WARNING: " + reason);
        run.build().setResult(Result.UNSTABLE);
    }
}
