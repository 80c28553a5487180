package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * ListProjects of version 2025-08-06: the projects of the whole tenant, not only what the caller may see, a page at a
 * time.
 *
 * @param projectIds projects
 * @param projectName part of a name
 * @param status 0 disabled, 1 in use
 * @param projectModel {@code SIMPLE} or {@code STANDARD}
 * @param pageNumber the page, from 1
 * @param pageSize how many a page; 10 when absent, the largest is not published
 */
public record ListProjects(
        @CheckForNull List<String> projectIds,
        @CheckForNull String projectName,
        @CheckForNull Long status,
        @CheckForNull String projectModel,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize)
        implements WeDataAction<ListProjects.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListProjects", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    /**
     * One page.
     *
     * @param data carries the page
     */
    public record Result(@CheckForNull ItemPage<Project> data) implements PagedData<Project> {}

    /**
     * WeData's structure {@code Project}.
     *
     * @param projectId its id
     * @param projectName its name as a program reads it
     * @param displayName its name as people read it
     * @param description its note
     * @param createTime when it was made, ISO 8601 with offset
     * @param creatorUin who made it
     * @param projectOwnerUin its owner's account
     * @param status 0 disabled, 1 in use, -3 being disabled, 2 being enabled
     * @param projectModel {@code SIMPLE} or {@code STANDARD}
     */
    public record Project(
            @CheckForNull String projectId,
            @CheckForNull String projectName,
            @CheckForNull String displayName,
            @CheckForNull String description,
            @CheckForNull String createTime,
            @CheckForNull String creatorUin,
            @CheckForNull String projectOwnerUin,
            @CheckForNull Long status,
            @CheckForNull String projectModel) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        problems.requireDistinctTexts("projectIds", projectIds, Messages._ListRules_ProjectId());
        problems.requireOneOf("status", status, List.of(0L, 1L));
        problems.requireOneOf("projectModel", projectModel, List.of("SIMPLE", "STANDARD"));
        ListRules.checkPage(problems, pageNumber, pageSize, 1);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.absentPage();
    }
}
