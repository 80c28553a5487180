package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.operation.CommitIntegrationOperation;
import io.jenkins.plugins.wedata.operation.OnAbort;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code wedataCommitIntegration}: commits an integration task, and starts it if the commit type says so. The result holds
 * {@code taskId}, {@code outcome} ({@code COMMITTED}, {@code RUNNING} or {@code APPROVAL_PENDING}) and {@code requestId}.
 */
public final class CommitIntegrationStep extends WeDataStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataCommitIntegration";
    private static final long DEFAULT_TIMEOUT = 60;

    private final String taskId;
    private String commitType;
    private String taskType;
    private ArrayList<ConfigField> extConfig;
    private String versionDesc;
    private Long instanceVersion;
    private String eventDesc;
    private Long currentStatus;
    private boolean waitUntilRunning;

    /** Null for the default: what a job's file leaves out is read as null. */
    private Long timeout;

    private String onApproval;
    private boolean lock;
    private String onAbort;

    /**
     * Takes what is required; the rest is set.
     *
     * @param taskId the integration task's id
     */
    @DataBoundConstructor
    public CommitIntegrationStep(String taskId) {
        this.taskId = FormText.id(taskId);
    }

    /**
     * The integration task's id.
     *
     * @return as given
     */
    public String getTaskId() {
        return taskId;
    }

    /**
     * What to do besides submitting: {@code SUBMIT_ONLY} (default), {@code START}, {@code RESTART_DROPPING_STATE},
     * {@code PAUSE_AND_CONTINUE} or {@code CONTINUE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getCommitType() {
        return commitType;
    }

    @DataBoundSetter
    public void setCommitType(@CheckForNull String commitType) {
        this.commitType = FormText.orNull(commitType);
    }

    /**
     * The kind of task: {@code REAL_TIME} (default) or {@code OFFLINE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getTaskType() {
        return taskType;
    }

    @DataBoundSetter
    public void setTaskType(@CheckForNull String taskType) {
        this.taskType = FormText.orNull(taskType);
    }

    /**
     * Extra settings, as names and values.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<ConfigField> getExtConfig() {
        return extConfig;
    }

    @DataBoundSetter
    public void setExtConfig(@CheckForNull List<ConfigField> extConfig) {
        this.extConfig = FormText.orNull(extConfig);
    }

    /**
     * The version's note.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getVersionDesc() {
        return versionDesc;
    }

    @DataBoundSetter
    public void setVersionDesc(@CheckForNull String versionDesc) {
        this.versionDesc = FormText.orNull(versionDesc);
    }

    /**
     * The number of the version that is submitted.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getInstanceVersion() {
        return instanceVersion;
    }

    @DataBoundSetter
    public void setInstanceVersion(@CheckForNull Long instanceVersion) {
        this.instanceVersion = instanceVersion;
    }

    /**
     * A free label of what is done.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getEventDesc() {
        return eventDesc;
    }

    @DataBoundSetter
    public void setEventDesc(@CheckForNull String eventDesc) {
        this.eventDesc = FormText.orNull(eventDesc);
    }

    /**
     * The task's state at the time of the commit; 3 is running (mainland site only).
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getCurrentStatus() {
        return currentStatus;
    }

    @DataBoundSetter
    public void setCurrentStatus(@CheckForNull Long currentStatus) {
        this.currentStatus = currentStatus;
    }

    /**
     * Whether to wait until the task runs.
     *
     * @return as given
     */
    public boolean isWaitUntilRunning() {
        return waitUntilRunning;
    }

    @DataBoundSetter
    public void setWaitUntilRunning(boolean waitUntilRunning) {
        this.waitUntilRunning = waitUntilRunning;
    }

    /**
     * How long to wait at the most, in minutes.
     *
     * @return as given
     */
    public long getTimeout() {
        return timeout == null ? DEFAULT_TIMEOUT : timeout;
    }

    @DataBoundSetter
    public void setTimeout(long timeout) {
        this.timeout = timeout == DEFAULT_TIMEOUT ? null : timeout;
    }

    /**
     * What a pending approval does: {@code FAIL} (default), {@code UNSTABLE} or {@code PROCEED}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnApproval() {
        return onApproval;
    }

    @DataBoundSetter
    public void setOnApproval(@CheckForNull String onApproval) {
        this.onApproval = FormText.orNull(onApproval);
    }

    /**
     * Whether to hold the task's edit lock from before the commit until it is settled.
     *
     * @return as given
     */
    public boolean isLock() {
        return lock;
    }

    @DataBoundSetter
    public void setLock(boolean lock) {
        this.lock = lock;
    }

    /**
     * What becomes of a task that the commit started, when the step is aborted or takes too long: {@code LEAVE} (default)
     * or {@code STOP}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getOnAbort() {
        return onAbort;
    }

    @DataBoundSetter
    public void setOnAbort(@CheckForNull String onAbort) {
        this.onAbort = FormText.orNull(onAbort);
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) {
        CommitIntegrationTask commit = new CommitIntegrationTask(
                input.expanded("taskId", taskId),
                input.projectId(),
                input.choice("commitType", commitType, CommitType.class).wireValue(),
                input.choice("taskType", taskType, IntegrationTaskType.class).wireValue(),
                Structures.each(extConfig, ConfigField::toWire),
                input.expanded("versionDesc", versionDesc),
                instanceVersion,
                input.expanded("eventDesc", eventDesc),
                currentStatus);
        return new CommitIntegrationOperation(
                commit,
                waitUntilRunning,
                input.minutes("timeout", getTimeout()),
                input.choice("onApproval", onApproval, Reaction.class),
                lock,
                input.choice("onAbort", onAbort, OnAbort.class));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends CommitIntegrationForm {

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.CommitIntegrationStep_DisplayName();
        }
    }
}
