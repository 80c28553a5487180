package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.operation.AwaitJobOperation;
import io.jenkins.plugins.wedata.operation.BatchWaitOptions;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code wedataAwaitJob}: waits for a batch job that was started before - by another step, another build, or by hand. The
 * result is that of {@code wedataBatchVersion}.
 */
public final class AwaitJobStep extends WeDataStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataAwaitJob";

    private final Long jobId;
    private final String projectId;
    private ArrayList<String> tasks;
    private String remark;
    private long timeout = 60;
    private String onPartial;
    private String onApproval;

    /**
     * Takes what is required; the rest is set.
     *
     * @param jobId the job's number
     * @param projectId the project's id
     */
    @DataBoundConstructor
    public AwaitJobStep(Long jobId, String projectId) {
        this.jobId = jobId;
        this.projectId = projectId;
    }

    /**
     * The job's number.
     *
     * @return as given
     */
    public Long getJobId() {
        return jobId;
    }

    /**
     * The project's id.
     *
     * @return as given
     */
    public String getProjectId() {
        return projectId;
    }

    /**
     * The ids of the job's tasks; needed only where WeData does not tell how far a job is.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<String> getTasks() {
        return tasks;
    }

    @DataBoundSetter
    public void setTasks(@CheckForNull List<String> tasks) {
        this.tasks = tasks == null ? null : new ArrayList<>(tasks);
    }

    /**
     * A text in the remarks of the job's versions that no other version carries; needed only where WeData does not tell
     * how far a job is.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getRemark() {
        return remark;
    }

    @DataBoundSetter
    public void setRemark(@CheckForNull String remark) {
        this.remark = remark;
    }

    /**
     * How long to wait at the most, in minutes.
     *
     * @return as given
     */
    public long getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(long timeout) {
        this.timeout = timeout;
    }

    /**
     * What a job does of which some tasks failed: {@code FAIL} (default) or {@code UNSTABLE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnPartial() {
        return onPartial;
    }

    @DataBoundSetter
    public void setOnPartial(@CheckForNull String onPartial) {
        this.onPartial = onPartial;
    }

    /**
     * What versions that wait for an approver do: {@code FAIL} (default), {@code UNSTABLE} or {@code PROCEED}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnApproval() {
        return onApproval;
    }

    @DataBoundSetter
    public void setOnApproval(@CheckForNull String onApproval) {
        this.onApproval = onApproval;
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) {
        BatchWaitOptions options = new BatchWaitOptions(
                true,
                input.minutes("timeout", timeout),
                input.choice("onPartial", onPartial, Reaction.FAIL, List.of(Reaction.FAIL, Reaction.UNSTABLE)),
                input.choice("onApproval", onApproval, Reaction.FAIL),
                Optional.ofNullable(remark).filter(text -> !text.isBlank()));
        return new AwaitJobOperation(new ListBatchDetail(jobId, projectId), tasks == null ? List.of() : tasks, options);
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends WeDataStepDescriptor {

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.AwaitJobStep_DisplayName();
        }
    }
}
