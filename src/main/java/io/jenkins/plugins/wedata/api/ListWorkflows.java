package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * ListWorkflows of version 2025-08-06: the ordinary workflows of a project, a page at a time.
 *
 * @param projectId the project's id
 * @param pageNumber the page, from 1
 * @param pageSize how many a page, 10 to 200
 * @param keyword part of a name: compare names after
 * @param parentFolderPath the path of the workflow's folder
 * @param workflowType {@code cycle} or {@code manual}
 * @param bundleId the id of a CI bundle
 * @param ownerUin the owner's account
 * @param createUserUin who made the workflow
 * @param modifyTime changed from and to, two times as {@code yyyy-MM-dd HH:mm:ss}
 * @param createTime made from and to, two times as {@code yyyy-MM-dd HH:mm:ss}
 */
public record ListWorkflows(
        String projectId,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize,
        @CheckForNull String keyword,
        @CheckForNull String parentFolderPath,
        @CheckForNull String workflowType,
        @CheckForNull String bundleId,
        @CheckForNull String ownerUin,
        @CheckForNull String createUserUin,
        @CheckForNull List<String> modifyTime,
        @CheckForNull List<String> createTime)
        implements WeDataAction<ListWorkflows.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListWorkflows", ApiVersion.V2025_08_06, Effect.READ, Result.class);

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
        problems.requireOneOf("workflowType", workflowType, List.of("cycle", "manual"));
        ListRules.checkPeriod(problems, "modifyTime", modifyTime);
        ListRules.checkPeriod(problems, "createTime", createTime);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.absentPage();
    }
}
