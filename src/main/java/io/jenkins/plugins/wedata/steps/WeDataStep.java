package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.operation.Operation;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** What every step takes: who calls, and where. Kept with a build that waits, so every parameter is serialisable. */
public abstract class WeDataStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private String credentialsId;
    private String region;
    private String site;

    WeDataStep() {}

    /**
     * The id of the credential to call with: a Tencent Cloud API key or role, or a user name and password that are the
     * SecretId and the SecretKey.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = credentialsId;
    }

    /**
     * The region of the call, such as {@code ap-guangzhou}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(@CheckForNull String region) {
        this.region = region;
    }

    /**
     * Which of Tencent Cloud's sites to call, see {@link io.jenkins.plugins.wedata.client.Site}.
     *
     * @return null for the mainland site
     */
    @CheckForNull
    public String getSite() {
        return site;
    }

    @DataBoundSetter
    public void setSite(@CheckForNull String site) {
        this.site = site;
    }

    @Override
    public final StepExecution start(StepContext context) {
        return new WeDataStepExecution(this, context);
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
