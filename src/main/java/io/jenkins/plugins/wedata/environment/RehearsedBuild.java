package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.operation.FailedTask;
import io.jenkins.plugins.wedata.operation.JobTally;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A build whose calls stay in this process, and which says so in every line of its log. */
public final class RehearsedBuild implements BuildEnvironment {

    private final BuildEnvironment build;
    private final Destination.Rehearsed destination;

    /**
     * Takes the place of a build.
     *
     * @param build all that is not WeData
     * @param destination the WeData that is called
     */
    public RehearsedBuild(BuildEnvironment build, Destination.Rehearsed destination) {
        this.build = build;
        this.destination = destination;
    }

    @Override
    public WeDataClient client() {
        return destination.client();
    }

    @Override
    public ProgressLog log() {
        return new MarkedLog(build.log());
    }

    private static String marked(String text) {
        return Messages.RehearsedBuild_Marked(text);
    }

    /**
     * Says in every line that it is a rehearsal.
     *
     * @param log the build's
     */
    private record MarkedLog(ProgressLog log) implements ProgressLog {

        @Override
        public void milestone(String milestone) {
            log.milestone(marked(milestone));
        }

        @Override
        public void counted(JobTally tally) {
            log.counted(tally);
        }

        @Override
        public void failures(List<FailedTask> failed) {
            log.failures(failed);
        }

        @Override
        public void awaitsApproval(String message) {
            log.awaitsApproval(marked(message));
        }
    }

    @Override
    public Optional<Journal> journal() throws IOException {
        return build.journal();
    }

    @Override
    public EarlierBuild earlierBuild(String named) throws IOException, InterruptedException {
        return build.earlierBuild(named);
    }

    @Override
    public void markUnstable(String reason) throws IOException, InterruptedException {
        build.markUnstable(marked(reason));
    }

    @Override
    public Optional<Endpoint> ownEndpoint() {
        return Optional.empty();
    }

    @Override
    public BuildConnection connection(String id) throws ConnectionUnusableException {
        return build.connection(id);
    }

    @Override
    public Optional<BuildConnection> defaultConnection() throws ConnectionUnusableException {
        return build.defaultConnection();
    }

    @Override
    public Optional<BuildCredential> credential(String credentialsId) throws IOException, InterruptedException {
        return build.credential(credentialsId);
    }

    @Override
    public String readWorkspaceFile(String path) throws WorkspaceFileException, IOException, InterruptedException {
        return build.readWorkspaceFile(path);
    }

    @Override
    public String expand(String text) {
        return build.expand(text);
    }

    @Override
    public String buildLink() throws IOException, InterruptedException {
        return build.buildLink();
    }

    @Override
    public Set<String> tagsUnderWay() throws IOException, InterruptedException {
        return build.tagsUnderWay();
    }

    @Override
    public String stepTag() throws IOException, InterruptedException {
        return build.stepTag();
    }
}
