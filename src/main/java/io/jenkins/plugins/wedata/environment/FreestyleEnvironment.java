package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import java.io.IOException;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** A freestyle build in Jenkins, as one of its build steps sees it. */
public final class FreestyleEnvironment extends RunEnvironment {

    @CheckForNull
    private final FilePath workspace;

    private final BuildVariables variables;
    private final int number;
    private final Authentication authentication;

    private FreestyleEnvironment(AbstractBuild<?, ?> build, BuildListener listener, EnvVars variables, int number) {
        super(build, listener);
        this.workspace = build.getWorkspace();
        this.variables = new BuildVariables(variables, build.getSensitiveBuildVariables());
        this.number = number;
        this.authentication = Jenkins.getAuthentication2();
    }

    /**
     * The build that a build step runs in. Only on the build's own thread, from which Jenkins finds the agent's variables and
     * as whom the build runs.
     *
     * @param build the build
     * @param listener its log
     * @param number tells this run of a build step from every other one of the build
     * @return the environment, with the variables that the build has now
     */
    public static BuildEnvironment of(AbstractBuild<?, ?> build, BuildListener listener, int number)
            throws IOException, InterruptedException {
        EnvVars variables = build.getEnvironment(listener);
        variables.putAll(build.getBuildVariables());
        return new FreestyleEnvironment(build, listener, variables, number);
    }

    @Override
    public String readWorkspaceFile(String path) throws WorkspaceFileException, IOException, InterruptedException {
        if (workspace == null) {
            throw new WorkspaceFileException(Messages.FreestyleEnvironment_NoWorkspace());
        }
        return WorkspaceFile.read(workspace, path);
    }

    @Override
    public String expand(String text) {
        return variables.putInto(text);
    }

    @Override
    Authentication authentication() {
        return authentication;
    }

    @Override
    public String stepTag() {
        return tag(".step" + number);
    }
}
