package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.DependencyTriggerTaskBrief;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * When a trigger task runs.
 */
public final class TriggerTaskSchedulerConfiguration
        implements Describable<TriggerTaskSchedulerConfiguration>, Serializable {

    private static final long serialVersionUID = 1L;

    private ArrayList<String> upstream;
    private Long runPriorityType;
    private Long retryWaitMinute;
    private Long maxRetryNumber;
    private Long executionTTLMinute;
    private Long waitExecutionTotalTTLMinute;
    private String allowRedoType;
    private ArrayList<TaskParameter> paramTaskOutList;
    private ArrayList<IncomingParameter> paramTaskInList;
    private ArrayList<RegisteredTable> taskOutputRegistryList;
    private String dependencyTriggerPolicy;
    private Long allowDownstreamDependency;
    private Long scheduleType;

    /** Nothing is required; everything is set. */
    @DataBoundConstructor
    public TriggerTaskSchedulerConfiguration() {}

    /**
     * The ids of the tasks that it waits for.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<String> getUpstream() {
        return upstream;
    }

    @DataBoundSetter
    public void setUpstream(@CheckForNull List<String> upstream) {
        this.upstream = upstream == null
                ? null
                : FormText.orNull(upstream.stream().map(FormText::id).toList());
    }

    /**
     * The priority: 4 high, 5 middle, 6 low.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getRunPriorityType() {
        return runPriorityType;
    }

    @DataBoundSetter
    public void setRunPriorityType(@CheckForNull Long runPriorityType) {
        this.runPriorityType = runPriorityType;
    }

    /**
     * How many minutes to wait before it is tried again.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getRetryWaitMinute() {
        return retryWaitMinute;
    }

    @DataBoundSetter
    public void setRetryWaitMinute(@CheckForNull Long retryWaitMinute) {
        this.retryWaitMinute = retryWaitMinute;
    }

    /**
     * How often it is tried again.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getMaxRetryNumber() {
        return maxRetryNumber;
    }

    @DataBoundSetter
    public void setMaxRetryNumber(@CheckForNull Long maxRetryNumber) {
        this.maxRetryNumber = maxRetryNumber;
    }

    /**
     * How many minutes it may run; -1 for no limit.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getExecutionTTLMinute() {
        return executionTTLMinute;
    }

    @DataBoundSetter
    public void setExecutionTTLMinute(@CheckForNull Long executionTTLMinute) {
        this.executionTTLMinute = executionTTLMinute;
    }

    /**
     * How many minutes it may wait in all; -1 for no limit.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getWaitExecutionTotalTTLMinute() {
        return waitExecutionTotalTTLMinute;
    }

    @DataBoundSetter
    public void setWaitExecutionTotalTTLMinute(@CheckForNull Long waitExecutionTotalTTLMinute) {
        this.waitExecutionTotalTTLMinute = waitExecutionTotalTTLMinute;
    }

    /**
     * Which finished runs may be run again: {@code ALL}, {@code FAILURE} or {@code NONE}.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getAllowRedoType() {
        return allowRedoType;
    }

    @DataBoundSetter
    public void setAllowRedoType(@CheckForNull String allowRedoType) {
        this.allowRedoType = FormText.orNull(allowRedoType);
    }

    /**
     * Parameters that it gives out.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<TaskParameter> getParamTaskOutList() {
        return paramTaskOutList;
    }

    @DataBoundSetter
    public void setParamTaskOutList(@CheckForNull List<TaskParameter> paramTaskOutList) {
        this.paramTaskOutList = FormText.orNull(paramTaskOutList);
    }

    /**
     * Parameters that it takes in.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<IncomingParameter> getParamTaskInList() {
        return paramTaskInList;
    }

    @DataBoundSetter
    public void setParamTaskInList(@CheckForNull List<IncomingParameter> paramTaskInList) {
        this.paramTaskInList = FormText.orNull(paramTaskInList);
    }

    /**
     * Tables that it reads or writes.
     *
     * @return null when none was given
     */
    @CheckForNull
    public List<RegisteredTable> getTaskOutputRegistryList() {
        return taskOutputRegistryList;
    }

    @DataBoundSetter
    public void setTaskOutputRegistryList(@CheckForNull List<RegisteredTable> taskOutputRegistryList) {
        this.taskOutputRegistryList = FormText.orNull(taskOutputRegistryList);
    }

    /**
     * How the tasks that it waits for must have ended.
     *
     * @return null when none was given
     */
    @CheckForNull
    public String getDependencyTriggerPolicy() {
        return dependencyTriggerPolicy;
    }

    @DataBoundSetter
    public void setDependencyTriggerPolicy(@CheckForNull String dependencyTriggerPolicy) {
        this.dependencyTriggerPolicy = FormText.orNull(dependencyTriggerPolicy);
    }

    /**
     * Whether others may depend on it: 1 or 0.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getAllowDownstreamDependency() {
        return allowDownstreamDependency;
    }

    @DataBoundSetter
    public void setAllowDownstreamDependency(@CheckForNull Long allowDownstreamDependency) {
        this.allowDownstreamDependency = allowDownstreamDependency;
    }

    /**
     * Whether it really runs: 0 normal, 1 dry run.
     *
     * @return null when none was given
     */
    @CheckForNull
    public Long getScheduleType() {
        return scheduleType;
    }

    @DataBoundSetter
    public void setScheduleType(@CheckForNull Long scheduleType) {
        this.scheduleType = scheduleType;
    }

    /** Whether nothing was given. */
    boolean isEmpty() {
        return Stream.of(
                        upstream,
                        runPriorityType,
                        retryWaitMinute,
                        maxRetryNumber,
                        executionTTLMinute,
                        waitExecutionTotalTTLMinute,
                        allowRedoType,
                        paramTaskOutList,
                        paramTaskInList,
                        taskOutputRegistryList,
                        dependencyTriggerPolicy,
                        allowDownstreamDependency,
                        scheduleType)
                .allMatch(Objects::isNull);
    }

    CreateTriggerTaskSchedulerConfiguration toWire(String path, StepInput input) {
        return new CreateTriggerTaskSchedulerConfiguration(
                Structures.each(input.expandedEach(path + ".upstream", upstream), DependencyTriggerTaskBrief::new),
                runPriorityType,
                retryWaitMinute,
                maxRetryNumber,
                executionTTLMinute,
                waitExecutionTotalTTLMinute,
                allowRedoType,
                Structures.each(paramTaskOutList, TaskParameter::toOutput),
                Structures.each(
                        path + ".paramTaskInList", paramTaskInList, (place, incoming) -> incoming.toWire(place, input)),
                Structures.each(taskOutputRegistryList, RegisteredTable::toWire),
                dependencyTriggerPolicy,
                allowDownstreamDependency,
                scheduleType);
    }

    /** What Jenkins knows of this structure. */
    @Extension
    public static final class DescriptorImpl extends TriggerTaskSchedulerForm implements StrictArguments {

        @Override
        public String getDisplayName() {
            return Messages.TriggerTaskSchedulerConfiguration_DisplayName();
        }
    }
}
