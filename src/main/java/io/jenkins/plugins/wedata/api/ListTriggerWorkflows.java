package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * ListTriggerWorkflows of version 2025-08-06: the trigger workflows of a project, a page at a time.
 *
 * @param projectId the project's id
 * @param pageNumber the page, from 1
 * @param pageSize how many a page, 10 to 200
 * @param keyword part of a name: compare names after
 * @param parentFolderPath the path of the workflow's folder
 * @param bundleId the id of a CI bundle
 * @param ownerUin the owner's account
 * @param createUserUin who made the workflow
 * @param executeUserUin the account that the workflow runs as (mainland site only)
 * @param modifyTime changed from and to, two times as {@code yyyy-MM-dd HH:mm:ss}
 * @param createTime made from and to, two times as {@code yyyy-MM-dd HH:mm:ss}
 */
public record ListTriggerWorkflows(
        String projectId,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize,
        @CheckForNull String keyword,
        @CheckForNull String parentFolderPath,
        @CheckForNull String bundleId,
        @CheckForNull String ownerUin,
        @CheckForNull String createUserUin,
        @CheckForNull String executeUserUin,
        @CheckForNull List<String> modifyTime,
        @CheckForNull List<String> createTime)
        implements WeDataAction<ListTriggerWorkflows.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListTriggerWorkflows", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    /**
     * One page.
     *
     * @param data carries the page
     */
    public record Result(@CheckForNull ItemPage<WorkflowInfo> data) implements PagedData<WorkflowInfo> {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        ListRules.checkPage(problems, pageNumber, pageSize, 10);
        ListRules.checkPeriod(problems, "modifyTime", modifyTime);
        ListRules.checkPeriod(problems, "createTime", createTime);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.absentPage();
    }
}
