package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import java.util.Set;

/**
 * CreateIntegrationTask of version 2021-08-20: makes an integration task from its whole definition. Problems of the
 * definition are named as WeData names its members, such as {@code TaskInfo.Nodes[0].NodeType}.
 *
 * @param taskInfo the definition
 * @param projectId the project's id; the definition may repeat it
 */
public record CreateIntegrationTask(IntegrationTaskInfo taskInfo, String projectId)
        implements WeDataAction<CreateIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("CreateIntegrationTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    /**
     * The members of a definition that are no input, so that a definition as it is read back tells them of another task:
     * ids and times that WeData makes, states, counters, places in the runtime, and the accounts of a node, which WeData's
     * SDK calls display fields that are not passed. What may be passed, the task's accounts and its InLong group among it,
     * is sent. {@code Nodes.TaskId} is a node's.
     */
    public static final Set<String> MADE_BY_WEDATA = Set.of(
            "TaskId",
            "ScheduleTaskId",
            "ArrangeSpaceTaskId",
            "CreateTime",
            "UpdateTime",
            "LastRunTime",
            "StopTime",
            "LastOperateInfo",
            "Status",
            "OfflineTaskStatus",
            "TaskSubType",
            "ErrorMessage",
            "Submit",
            "HasVersion",
            "InstanceVersion",
            "Locked",
            "Locker",
            "InLongManagerUrl",
            "InLongStreamId",
            "InLongManagerVersion",
            "DataProxyUrl",
            "NumRecordsIn",
            "NumRecordsOut",
            "NumRestarts",
            "ReaderDelay",
            "BusinessLatency",
            "CurrentSyncPosition",
            "ReadPhase",
            "RunningCu",
            "SwitchResource",
            "NotExistsCheckPoint",
            "SavePointId",
            "SavePointPath",
            "Nodes.TaskId",
            "Nodes.AppId",
            "Nodes.CreatorUin",
            "Nodes.OperatorUin",
            "Nodes.OwnerUin",
            "Nodes.CreateTime",
            "Nodes.UpdateTime");

    /**
     * What a created integration task is answered with.
     *
     * @param taskId the new task's id
     */
    public record Result(@CheckForNull String taskId) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        if (taskInfo == null) {
            problems.add("TaskInfo", null, Messages._CreateIntegrationTask_TaskInfo());
        } else {
            new IntegrationTaskRules(problems, projectId).check("TaskInfo", taskInfo);
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return TaskRules.isBlank(result.taskId()) ? Optional.of("TaskId") : Optional.empty();
    }
}
