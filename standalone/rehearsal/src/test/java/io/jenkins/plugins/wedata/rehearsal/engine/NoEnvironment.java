package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.util.Optional;

/** An environment that can only log, and knows one credential. */
final class NoEnvironment implements BuildEnvironment {

    static final String CREDENTIAL = "wedata";
    static final ApiKey KEY = ApiKey.of("AKIDuser", "s3cret/Key+1");

    private final StepRun run;

    NoEnvironment(StepRun run) {
        this.run = run;
    }

    @Override
    public WeDataClient client() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Endpoint> ownEndpoint() {
        return Optional.empty();
    }

    @Override
    public BuildConnection connection(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BuildConnection> defaultConnection() {
        return Optional.empty();
    }

    @Override
    public Optional<BuildCredential> credential(String credentialsId) {
        return CREDENTIAL.equals(credentialsId) ? Optional.of(BuildCredential.of(KEY)) : Optional.empty();
    }

    @Override
    public String readWorkspaceFile(String path) {
        throw new UnsupportedOperationException();
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
        return "tag-" + run.id();
    }

    @Override
    public void markUnstable(String reason) {
        throw new UnsupportedOperationException();
    }
}
