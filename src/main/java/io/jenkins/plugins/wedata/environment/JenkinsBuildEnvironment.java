package io.jenkins.plugins.wedata.environment;

import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.wedata.api.PlainText;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.springframework.security.core.Authentication;

/** A Pipeline build in Jenkins, as the step that asks sees it. */
public final class JenkinsBuildEnvironment extends RunEnvironment {

    private final StepContext context;

    private JenkinsBuildEnvironment(StepContext context, Run<?, ?> run, TaskListener listener) {
        super(run, listener);
        this.context = context;
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
    public String readWorkspaceFile(String path) throws WorkspaceFileException, IOException, InterruptedException {
        FilePath directory = context.get(FilePath.class);
        if (directory == null) {
            throw new WorkspaceFileException(Messages.JenkinsBuildEnvironment_NoWorkspace());
        }
        return WorkspaceFile.read(directory, path);
    }

    @Override
    public String stepTag() throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        return tag(node == null ? "" : "." + node.getId());
    }

    @Override
    Authentication authentication() throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        return node == null ? Jenkins.ANONYMOUS2 : node.getExecution().getAuthentication2();
    }

    @Override
    public Set<String> tagsUnderWay() throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        return node == null
                ? Set.of()
                : node.getExecution().getCurrentHeads().stream()
                        .map(head -> tag("." + head.getId()))
                        .collect(Collectors.toSet());
    }

    @Override
    public void markUnstable(String reason) throws IOException, InterruptedException {
        FlowNode node = context.get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(PlainText.lines(reason)));
        }
        super.markUnstable(reason);
    }
}
