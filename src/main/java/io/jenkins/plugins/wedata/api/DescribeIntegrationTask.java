package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * DescribeIntegrationTask of version 2021-08-20: an integration task's definition and state.
 *
 * @param taskId the integration task's id
 * @param projectId the project's id
 * @param taskType see {@link IntegrationTaskType}; the service takes real-time when absent
 * @param instanceVersion the version to describe
 * @param extConfig extra settings
 */
public record DescribeIntegrationTask(
        String taskId,
        String projectId,
        @CheckForNull Long taskType,
        @CheckForNull Long instanceVersion,
        @CheckForNull List<RecordField> extConfig)
        implements WeDataAction<DescribeIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("DescribeIntegrationTask", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /**
     * An integration task as WeData holds it.
     *
     * @param taskInfo its definition and state
     * @param agentStatus its agents
     * @param taskVersion the version that was described
     * @param taskVersionList the versions there are (mainland site only)
     */
    public record Result(
            @CheckForNull IntegrationTaskInfo taskInfo,
            @CheckForNull AgentStatus agentStatus,
            @CheckForNull TaskVersionInstance taskVersion,
            @CheckForNull List<TaskVersionInstance> taskVersionList) {}

    /**
     * WeData's structure {@code AgentStatus}.
     *
     * @param running how many agents run
     * @param abnormal how many are abnormal
     * @param inOperation how many are being operated
     */
    public record AgentStatus(
            @CheckForNull Long running,
            @CheckForNull Long abnormal,
            @CheckForNull Long inOperation) {}

    /**
     * One submitted version; WeData's structure {@code TaskVersionInstance}.
     *
     * @param instanceVersion the version's number
     * @param versionDesc the version's note
     * @param changeType 0 added, 1 changed
     * @param submitterUin who submitted it
     * @param instanceDate when, {@code yyyy-MM-dd HH:mm:ss}
     * @param instanceStatus 1 when production uses it, else 0
     * @param runningOrderId the number of the order that runs it (mainland site only)
     */
    public record TaskVersionInstance(
            @CheckForNull Long instanceVersion,
            @CheckForNull String versionDesc,
            @CheckForNull Long changeType,
            @CheckForNull String submitterUin,
            @CheckForNull String instanceDate,
            @CheckForNull Long instanceStatus,
            @CheckForNull Long runningOrderId) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireTask(problems, taskId);
        TaskRules.requireProject(problems, projectId);
        problems.requireAtLeast("taskType", taskType, 0);
        problems.requireAtLeast("instanceVersion", instanceVersion, 0);
        TaskRules.requireNames(problems, "extConfig", extConfig);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.taskInfo() == null ? Optional.of("TaskInfo") : Optional.empty();
    }
}
