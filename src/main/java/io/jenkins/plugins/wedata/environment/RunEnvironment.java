package io.jenkins.plugins.wedata.environment;

import hudson.ExtensionList;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import io.jenkins.plugins.wedata.report.OperationsAction;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** What is the same for every kind of build in Jenkins. */
abstract class RunEnvironment implements BuildEnvironment {

    private final Run<?, ?> run;
    private final TaskListener listener;

    RunEnvironment(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    @Override
    public final WeDataClient client() {
        return SharedClient.current().client();
    }

    @Override
    public final Optional<Endpoint> ownEndpoint() {
        return JenkinsCredentials.ownEndpoint();
    }

    @Override
    public final BuildConnection connection(String id) throws ConnectionUnusableException {
        return connections().named(id);
    }

    @Override
    public final Optional<BuildConnection> defaultConnection() throws ConnectionUnusableException {
        return connections().byDefault();
    }

    private UsableConnections connections() {
        return ExtensionList.lookupSingleton(BuildConnections.class).of(run);
    }

    @Override
    public final Optional<BuildCredential> credential(String credentialsId) {
        return JenkinsCredentials.find(credentialsId, run);
    }

    @Override
    public final ProgressLog log() {
        PrintStream log = listener.getLogger();
        return milestone -> log.println(PlainText.lines(milestone));
    }

    @Override
    public final Optional<Journal> journal() throws IOException {
        return Optional.of(
                OperationsAction.journalOf(run, ControllerSession.current().id()));
    }

    @Override
    public final EarlierBuild earlierBuild(String named) throws IOException, InterruptedException {
        Authentication owner = authentication();
        // A build that belongs to nobody may see everything; whoever wrote its Jenkinsfile may not.
        try (ACLContext asOwner = ACL.as2(owner.equals(ACL.SYSTEM2) ? Jenkins.ANONYMOUS2 : owner)) {
            return NamedBuild.find(named, run.getParent());
        }
    }

    /** As whom the build runs. */
    abstract Authentication authentication() throws IOException, InterruptedException;

    @Override
    public final String buildLink() {
        String root = Jenkins.get().getRootUrl();
        return root == null ? run.getExternalizableId() : root + run.getUrl();
    }

    /** The tag of a place in the build, which tells it from every other place of the build. */
    final String tag(String place) {
        // The time tells a job's builds from those of a job of that name before, or on another controller.
        String tag =
                run.getExternalizableId() + place + "@" + Long.toString(run.getTimeInMillis(), Character.MAX_RADIX);
        return tag.replaceAll("[\\[\\]\\p{Cc}]", "_");
    }

    @Override
    public void markUnstable(String reason) throws IOException, InterruptedException {
        run.setResult(Result.UNSTABLE);
        log().milestone(Messages.RunEnvironment_Warning(reason));
    }
}
