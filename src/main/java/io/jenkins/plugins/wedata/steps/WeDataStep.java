package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** What every step takes: who calls, and where. Kept with a build that waits, so every parameter is serialisable. */
public abstract class WeDataStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private String connection;
    private String projectId;
    private String credentialsId;
    private String region;
    private String site;

    WeDataStep() {}

    /**
     * The name of the connection that an administrator made; it gives what this step leaves out.
     *
     * @return null for the default connection of the folder or of all
     */
    @CheckForNull
    public String getConnection() {
        return connection;
    }

    @DataBoundSetter
    public void setConnection(@CheckForNull String connection) {
        this.connection = FormText.orNull(connection);
    }

    /**
     * The project's id.
     *
     * @return null for the connection's
     */
    @CheckForNull
    public String getProjectId() {
        return projectId;
    }

    @DataBoundSetter
    public void setProjectId(@CheckForNull String projectId) {
        this.projectId = FormText.id(projectId);
    }

    /**
     * The id of the credential to call with: a Tencent Cloud API key or role, or a user name and password that are the
     * SecretId and the SecretKey.
     *
     * @return null for the connection's
     */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = FormText.orNull(credentialsId);
    }

    /**
     * The region of the call, such as {@code ap-guangzhou}.
     *
     * @return null for the connection's
     */
    @CheckForNull
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(@CheckForNull String region) {
        this.region = FormText.orNull(region);
    }

    /**
     * Which of Tencent Cloud's sites to call, see {@link io.jenkins.plugins.wedata.client.Site}.
     *
     * @return null for the connection's, and without a connection for the mainland site
     */
    @CheckForNull
    public String getSite() {
        return site;
    }

    @DataBoundSetter
    public void setSite(@CheckForNull String site) {
        this.site = FormText.orNull(site);
    }

    @Override
    public final StepExecution start(StepContext context) {
        return WeDataStepExecution.of(this, context);
    }

    /**
     * This step with all that something else says in its place. May block.
     *
     * @param build the build
     * @param reached how far the step was before an interruption; empty when it begins
     * @return this when nothing else says anything
     */
    WeDataStep filledIn(BuildEnvironment build, Optional<Progress> reached) throws IOException, InterruptedException {
        return this;
    }

    /**
     * The connection that something else says in this step's place, once it is {@link #filledIn}.
     *
     * @return its name, empty for none; null for what the step says
     */
    @CheckForNull
    String connectionInItsPlace() {
        return null;
    }

    /** The name by which a Jenkinsfile calls this step. */
    abstract String functionName();

    /**
     * What this step is to do. May block.
     *
     * @param input reads what the user gave, and notes what is wrong with it
     */
    abstract Operation operation(StepInput input) throws IOException, InterruptedException;
}
