package io.jenkins.plugins.wedata.environment;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import jenkins.util.SystemProperties;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.DynamicContext;

/** A Pipeline build in Jenkins, as the step that asks sees it. */
final class JenkinsBuildEnvironment implements BuildEnvironment {

    /** The administrator's own address of WeData, for a proxy of the company or for the built-in WeData. */
    static final String ENDPOINT_PROPERTY = "io.jenkins.plugins.wedata.endpoint";

    private final DynamicContext.DelegatedContext context;
    private final Run<?, ?> run;
    private final TaskListener listener;

    private JenkinsBuildEnvironment(DynamicContext.DelegatedContext context, Run<?, ?> run, TaskListener listener) {
        this.context = context;
        this.run = run;
        this.listener = listener;
    }

    /** Lets a step's context answer for a {@link BuildEnvironment}. */
    @Extension
    public static final class Provider extends DynamicContext.Typed<BuildEnvironment> {

        @Override
        protected Class<BuildEnvironment> type() {
            return BuildEnvironment.class;
        }

        @Override
        protected BuildEnvironment get(DynamicContext.DelegatedContext context)
                throws IOException, InterruptedException {
            Run<?, ?> run = context.get(Run.class);
            TaskListener listener = context.get(TaskListener.class);
            return run == null || listener == null ? null : new JenkinsBuildEnvironment(context, run, listener);
        }
    }

    @Override
    public WeDataClient client() {
        return ExtensionList.lookupSingleton(SharedClient.class).get();
    }

    @Override
    public Optional<Endpoint> ownEndpoint() {
        String address = SystemProperties.getString(ENDPOINT_PROPERTY);
        return address == null || address.isBlank() ? Optional.empty() : Optional.of(Endpoint.parse(address));
    }

    @Override
    public Optional<ApiKey> apiKey(String credentialsId) {
        StandardUsernamePasswordCredentials found = CredentialsProvider.findCredentialById(
                credentialsId, StandardUsernamePasswordCredentials.class, run, List.of());
        if (found == null) {
            return Optional.empty();
        }
        CredentialsProvider.track(run, found);
        return Optional.of(ApiKey.of(found.getUsername(), found.getPassword().getPlainText()));
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
        return milestone -> log.println("[WeData] " + PlainText.lines(milestone));
    }

    @Override
    public String buildLink() {
        String root = Jenkins.get().getRootUrl();
        return root == null ? run.getExternalizableId() : root + run.getUrl();
    }

    @Override
    public String stepTag() throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        return run.getExternalizableId().replaceAll("[\\[\\]\\p{Cc}]", "_") + (node == null ? "" : "." + node.getId());
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
