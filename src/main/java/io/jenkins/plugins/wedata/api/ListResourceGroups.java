package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * ListResourceGroups of version 2025-08-06: the resource groups that tasks run on, a page at a time.
 *
 * @param groupType {@code Schedule}, {@code Integration} or {@code DataService}; WeData's member is {@code Type}
 * @param id a resource group's id
 * @param name a resource group's name
 * @param projectIds projects that it serves
 * @param pageNumber the page, from 1
 * @param pageSize how many a page; 10 when absent, the largest is not published
 */
public record ListResourceGroups(
        @CheckForNull String groupType,
        @CheckForNull String id,
        @CheckForNull String name,
        @CheckForNull List<String> projectIds,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize)
        implements WeDataAction<ListResourceGroups.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListResourceGroups", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    /**
     * One page.
     *
     * @param data carries the page
     */
    public record Result(@CheckForNull ItemPage<ExecutorResourceGroupInfo> data)
            implements PagedData<ExecutorResourceGroupInfo> {}

    /**
     * WeData's structure {@code ExecutorResourceGroupInfo}.
     *
     * @param id its id, which is what a task's resource group is given as
     * @param name its name
     * @param description its note
     * @param resourceGroupType {@code Schedule}, {@code Integration} or {@code DataService}
     * @param associateProjects the projects that it serves
     * @param region where it is, as a text for people
     * @param vpcId its network
     * @param subNet its subnet
     * @param autoRenewEnabled whether it is renewed by itself
     */
    public record ExecutorResourceGroupInfo(
            @CheckForNull String id,
            @CheckForNull String name,
            @CheckForNull String description,
            @CheckForNull String resourceGroupType,
            @CheckForNull List<BindProject> associateProjects,
            @CheckForNull String region,
            @CheckForNull String vpcId,
            @CheckForNull String subNet,
            @CheckForNull Boolean autoRenewEnabled) {}

    /**
     * A project that a resource group serves; WeData's structure {@code BindProject}.
     *
     * @param projectId its id
     * @param projectName its name as a program reads it
     * @param projectDisplayName its name as people read it
     */
    public record BindProject(
            @CheckForNull String projectId,
            @CheckForNull String projectName,
            @CheckForNull String projectDisplayName) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        problems.requireOneOf("groupType", groupType, List.of("Schedule", "Integration", "DataService"));
        problems.requireDistinctTexts("projectIds", projectIds, Messages._ListRules_ProjectId());
        ListRules.checkPage(problems, pageNumber, pageSize, 1);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.absentPage();
    }
}
