package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.operation.BatchVersionOperation;
import io.jenkins.plugins.wedata.operation.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code wedataBatchVersion}: makes versions of many tasks in one asynchronous job, and waits for its end. The result holds
 * {@code jobId}, {@code outcome} ({@code SUCCESS}, {@code PART_SUCCESS}, {@code APPROVAL_PENDING} or {@code STARTED}),
 * {@code status}, {@code total}, {@code succeeded}, {@code failed} and {@code requestId}.
 */
public final class BatchVersionStep extends JobWaitStep {

    private static final long serialVersionUID = 1L;

    private static final String FUNCTION_NAME = "wedataBatchVersion";

    private final ArrayList<VersionTask> tasks;
    private String remark;

    /** Null for the default, as is {@link #wait}: what a job's file leaves out is read as null. */
    private Boolean markRemark;

    private Boolean autoRun;
    private String alarmWays;
    private String alarmRecipientTypes;
    private Boolean needCheckParentSubmitted;
    private Boolean enableMakeUp;
    private ArrayList<String> assignApprovalList;
    private ArrayList<MissingInstances> perTaskMissingInstanceStrategy;
    private Boolean wait;

    /**
     * Takes what is required; the rest is set.
     *
     * @param tasks the tasks, as ids or as structures
     */
    @DataBoundConstructor
    public BatchVersionStep(List<VersionTask> tasks) {
        this.tasks = tasks == null ? null : new ArrayList<>(tasks);
    }

    /**
     * The tasks, as ids or as structures.
     *
     * @return as given
     */
    public List<VersionTask> getTasks() {
        return tasks;
    }

    /**
     * The note of each version that has none of its own; the build's address when none is given.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getRemark() {
        return remark;
    }

    @DataBoundSetter
    public void setRemark(@CheckForNull String remark) {
        this.remark = FormText.orNull(remark);
    }

    /**
     * Whether each note ends with a mark of this run, by which a version is recognised when WeData does not tell how far
     * the job is, or does not answer.
     *
     * @return as given
     */
    public boolean isMarkRemark() {
        return markRemark == null || markRemark;
    }

    @DataBoundSetter
    public void setMarkRemark(boolean markRemark) {
        this.markRemark = markRemark ? null : Boolean.FALSE;
    }

    /**
     * Whether to run after the submit.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Boolean getAutoRun() {
        return autoRun;
    }

    @DataBoundSetter
    public void setAutoRun(@CheckForNull Boolean autoRun) {
        this.autoRun = autoRun;
    }

    /**
     * How to tell people of an alarm: {@code email}, {@code sms}, {@code wecom}, joined by commas.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getAlarmWays() {
        return alarmWays;
    }

    @DataBoundSetter
    public void setAlarmWays(@CheckForNull String alarmWays) {
        this.alarmWays = FormText.orNull(alarmWays);
    }

    /**
     * Whom to tell: {@code 1} project administrators, {@code 2} the task's owner, joined by commas.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getAlarmRecipientTypes() {
        return alarmRecipientTypes;
    }

    @DataBoundSetter
    public void setAlarmRecipientTypes(@CheckForNull String alarmRecipientTypes) {
        this.alarmRecipientTypes = FormText.orNull(alarmRecipientTypes);
    }

    /**
     * Whether to refuse a task whose parent is not yet submitted.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Boolean getNeedCheckParentSubmitted() {
        return needCheckParentSubmitted;
    }

    @DataBoundSetter
    public void setNeedCheckParentSubmitted(@CheckForNull Boolean needCheckParentSubmitted) {
        this.needCheckParentSubmitted = needCheckParentSubmitted;
    }

    /**
     * Whether to backfill the instances in between (mainland site only).
     *
     * @return null when none was given
     */
    @CheckForNull
    public Boolean getEnableMakeUp() {
        return enableMakeUp;
    }

    @DataBoundSetter
    public void setEnableMakeUp(@CheckForNull Boolean enableMakeUp) {
        this.enableMakeUp = enableMakeUp;
    }

    /**
     * The approvers' ids (mainland site only).
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<String> getAssignApprovalList() {
        return assignApprovalList;
    }

    @DataBoundSetter
    public void setAssignApprovalList(@CheckForNull List<String> assignApprovalList) {
        this.assignApprovalList = FormText.lines(assignApprovalList);
    }

    /**
     * What to do with missed instances, task by task (mainland site only).
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<MissingInstances> getPerTaskMissingInstanceStrategy() {
        return perTaskMissingInstanceStrategy;
    }

    @DataBoundSetter
    public void setPerTaskMissingInstanceStrategy(@CheckForNull List<MissingInstances> perTaskMissingInstanceStrategy) {
        this.perTaskMissingInstanceStrategy = FormText.orNull(perTaskMissingInstanceStrategy);
    }

    /**
     * Whether to wait for the job's end.
     *
     * @return as given
     */
    public boolean isWait() {
        return wait == null || wait;
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = wait ? null : Boolean.FALSE;
    }

    @Override
    String functionName() {
        return FUNCTION_NAME;
    }

    @Override
    Operation operation(StepInput input) throws IOException, InterruptedException {
        Optional<String> mark = isMarkRemark() ? Optional.of("[wedata " + input.stepTag() + "]") : Optional.empty();
        String note = input.expanded("remark", remark);
        String byDefault = note == null || note.isBlank() ? input.build().buildLink() : note;
        BatchCreateTaskVersionAsync batch = new BatchCreateTaskVersionAsync(
                Structures.each("tasks", tasks, (path, task) -> task.toWire(path, input, byDefault, mark)),
                input.projectId(),
                autoRun,
                input.names("alarmWays", alarmWays, "email", "sms", "wecom"),
                input.names("alarmRecipientTypes", alarmRecipientTypes, "1", "2"),
                needCheckParentSubmitted,
                enableMakeUp,
                input.expandedEach("assignApprovalList", assignApprovalList),
                Structures.each(
                        "perTaskMissingInstanceStrategy",
                        perTaskMissingInstanceStrategy,
                        (path, missed) -> missed.toWire(path, input)));
        return new BatchVersionOperation(batch, waitOptions(input, isWait(), mark));
    }

    /** What Jenkins knows of this step. */
    @Extension
    public static final class DescriptorImpl extends BatchVersionForm {

        @Override
        public String getFunctionName() {
            return FUNCTION_NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.BatchVersionStep_DisplayName();
        }

        /** Takes a plain id for a structure that holds nothing else. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> checked = super.customInstantiate(arguments);
            checked.computeIfPresent(
                    "tasks", (name, tasks) -> tasks instanceof List<?> list ? structures(list) : tasks);
            return checked;
        }

        private static List<Object> structures(List<?> tasks) {
            List<Object> structures = new ArrayList<>();
            for (Object task : tasks) {
                boolean isId = task instanceof CharSequence || task instanceof Number;
                structures.add(isId ? Map.of("taskId", task.toString()) : task);
            }
            return structures;
        }
    }
}
