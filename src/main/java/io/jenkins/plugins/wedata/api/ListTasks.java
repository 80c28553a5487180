package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * ListTasks of version 2025-08-06: the tasks of ordinary workflows, a page at a time.
 *
 * @param projectId the project's id
 * @param pageNumber the page, from 1
 * @param pageSize how many a page, 10 to 200
 * @param taskName the task's name; whether the filter is exact is not published: compare names after
 * @param workflowId the workflow's id
 * @param ownerUin the owner's account
 * @param taskTypeId the number of the task's type: an integer here, a text when a trigger task is made
 * @param status {@code N} new, {@code Y} scheduled, {@code F} offline, {@code O} paused, {@code T} going
 *     offline, {@code INVALID}
 * @param submit whether to list submitted tasks or the others
 * @param bundleId the id of a CI bundle
 * @param createUserUin who made the task
 * @param modifyTime changed from and to, two times as {@code yyyy-MM-dd HH:mm:ss}
 * @param createTime made from and to, two times as {@code yyyy-MM-dd HH:mm:ss}
 * @param taskFolderPathList task folders with all below them (mainland site only)
 * @param workflowFolderPathList workflow folders with all below them (mainland site only)
 * @param taskNodeTypeList kinds of node, such as {@code GENERAL} or {@code DLC} (mainland site only)
 */
public record ListTasks(
        String projectId,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize,
        @CheckForNull String taskName,
        @CheckForNull String workflowId,
        @CheckForNull String ownerUin,
        @CheckForNull Long taskTypeId,
        @CheckForNull String status,
        @CheckForNull Boolean submit,
        @CheckForNull String bundleId,
        @CheckForNull String createUserUin,
        @CheckForNull List<String> modifyTime,
        @CheckForNull List<String> createTime,
        @CheckForNull List<String> taskFolderPathList,
        @CheckForNull List<String> workflowFolderPathList,
        @CheckForNull List<String> taskNodeTypeList)
        implements WeDataAction<ListTasks.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListTasks", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    private static final List<String> STATUSES = List.of("N", "Y", "F", "O", "T", "INVALID");

    /**
     * One page.
     *
     * @param data carries the page
     */
    public record Result(@CheckForNull ItemPage<TaskBaseAttribute> data) implements PagedData<TaskBaseAttribute> {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        ListRules.checkPage(problems, pageNumber, pageSize, 10);
        ListRules.checkTaskFilter(problems, taskTypeId, status, STATUSES);
        ListRules.checkPeriod(problems, "modifyTime", modifyTime);
        ListRules.checkPeriod(problems, "createTime", createTime);
        ListRules.checkNodeTypes(problems, taskNodeTypeList);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.absentPage();
    }
}
