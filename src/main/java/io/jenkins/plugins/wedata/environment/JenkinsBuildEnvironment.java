package io.jenkins.plugins.wedata.environment;

import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
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
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A Pipeline build in Jenkins, as the step that asks sees it. */
public final class JenkinsBuildEnvironment implements BuildEnvironment {

    private final StepContext context;
    private final Run<?, ?> run;
    private final TaskListener listener;

    private JenkinsBuildEnvironment(StepContext context, Run<?, ?> run, TaskListener listener) {
        this.context = context;
        this.run = run;
        this.listener = listener;
    }

    /**
     * The build that a step runs in. A context that has an environment of its own, as the rehearsal's, answers with that;
     * in Jenkins none has.
     *
     * @param context the step's context
     * @return the environment
     */
    public static BuildEnvironment of(StepContext context) throws IOException, InterruptedException {
        BuildEnvironment own = context.get(BuildEnvironment.class);
        return own != null
                ? own
                : new JenkinsBuildEnvironment(context, context.get(Run.class), context.get(TaskListener.class));
    }

    @Override
    public WeDataClient client() {
        return ExtensionList.lookupSingleton(SharedClient.class).get();
    }

    @Override
    public Optional<Endpoint> ownEndpoint() {
        return JenkinsCredentials.ownEndpoint();
    }

    @Override
    public BuildConnection connection(String id) throws ConnectionUnusableException {
        return ExtensionList.lookupSingleton(BuildConnections.class).named(id, run);
    }

    @Override
    public Optional<BuildConnection> defaultConnection() throws ConnectionUnusableException {
        return ExtensionList.lookupSingleton(BuildConnections.class).byDefault(run);
    }

    @Override
    public Optional<BuildCredential> credential(String credentialsId) {
        return JenkinsCredentials.find(credentialsId, run);
    }

    @Override
    public String readWorkspaceFile(String path) throws WorkspaceFileException, IOException, InterruptedException {
        FilePath directory = context.get(FilePath.class);
        if (directory == null) {
            throw new WorkspaceFileException("needs a workspace: run the step inside node");
        }
        return WorkspaceFile.read(directory, path);
    }

    @Override
    public ProgressLog log() {
        PrintStream log = listener.getLogger();
        return milestone -> log.println(PlainText.lines(milestone));
    }

    @Override
    public Optional<Journal> journal() throws IOException {
        return Optional.of(OperationsAction.journalOf(run));
    }

    @Override
    public String buildLink() {
        String root = Jenkins.get().getRootUrl();
        return root == null ? run.getExternalizableId() : root + run.getUrl();
    }

    @Override
    public String stepTag() throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        // The time tells a job's builds from those of a job of that name before, or on another controller.
        String tag = run.getExternalizableId()
                + (node == null ? "" : "." + node.getId())
                + "@"
                + Long.toString(run.getTimeInMillis(), Character.MAX_RADIX);
        return tag.replaceAll("[\\[\\]\\p{Cc}]", "_");
    }

    @Override
    public void markUnstable(String reason) throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(PlainText.lines(reason)));
        }
        run.setResult(Result.UNSTABLE);
        log().milestone("WARNING: " + reason);
    }
}
