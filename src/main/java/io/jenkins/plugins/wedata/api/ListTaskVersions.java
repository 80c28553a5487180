package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * ListTaskVersions of version 2025-08-06: the versions of one task, a page at a time.
 *
 * @param projectId the project's id
 * @param taskId the task's id
 * @param taskVersionType {@code SAVE}, the service's default, or {@code SUBMIT}
 * @param pageNumber the page, from 1
 * @param pageSize how many a page, 10 to 200
 * @param usedVersion whether to list only the version in use
 */
public record ListTaskVersions(
        String projectId,
        String taskId,
        @CheckForNull String taskVersionType,
        @CheckForNull Long pageNumber,
        @CheckForNull Long pageSize,
        @CheckForNull Boolean usedVersion)
        implements WeDataAction<ListTaskVersions.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("ListTaskVersions", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    /** The versions that were submitted for production. */
    public static final String SUBMIT = "SUBMIT";

    /** The versions that were only saved. */
    public static final String SAVE = "SAVE";

    /** The largest page that the service gives. */
    public static final long LARGEST_PAGE = 200;

    /**
     * The first page of the versions that were submitted for production.
     *
     * @param projectId the project's id
     * @param taskId the task's id
     * @return the action, with the largest page
     */
    public static ListTaskVersions submitted(String projectId, String taskId) {
        return new ListTaskVersions(projectId, taskId, SUBMIT, 1L, LARGEST_PAGE, null);
    }

    /**
     * One page.
     *
     * @param data carries the page
     */
    public record Result(@CheckForNull Page data) implements Paged<TaskVersion> {

        @Override
        public List<TaskVersion> items() {
            return Optional.ofNullable(data).map(Page::items).orElse(List.of());
        }

        @Override
        public Optional<Long> totalCount() {
            return Optional.ofNullable(data).map(Page::totalCount);
        }
    }

    /**
     * WeData's structure {@code ListTaskVersions}.
     *
     * @param items the versions
     * @param totalCount how many there are on all pages
     * @param totalPageNumber how many pages there are
     * @param pageCount how many are on this page
     * @param pageSize how many a page
     * @param pageNumber this page
     */
    public record Page(
            @CheckForNull List<TaskVersion> items,
            @CheckForNull Long totalCount,
            @CheckForNull Long totalPageNumber,
            @CheckForNull Long pageCount,
            @CheckForNull Long pageSize,
            @CheckForNull Long pageNumber) {}

    /**
     * One version of a task; WeData's structure {@code TaskVersion}.
     *
     * @param createTime when it was made, {@code yyyy-MM-dd HH:mm:ss} in the project's zone
     * @param versionNum such as {@code V3}
     * @param createUserUin who made it
     * @param versionId the task's id, an underscore and 17 digits
     * @param versionRemark its note
     * @param approveStatus a text for people, in the account's language
     * @param status its state in production
     * @param approveUserUin who approved it
     * @param usedVersion whether production uses it
     */
    public record TaskVersion(
            @CheckForNull String createTime,
            @CheckForNull String versionNum,
            @CheckForNull String createUserUin,
            @CheckForNull String versionId,
            @CheckForNull String versionRemark,
            @CheckForNull String approveStatus,
            @CheckForNull String status,
            @CheckForNull String approveUserUin,
            @CheckForNull Boolean usedVersion) {

        /** How a task's state in production says that it is scheduled. */
        private static final String SCHEDULED = "Y";

        /**
         * What WeData says of an approval that may still be missing. The text is in no fixed language, so that only
         * production tells for certain that the approval was given.
         *
         * @return empty when no approval is involved, or when production uses the version already
         */
        public Optional<String> pendingApproval() {
            boolean inUse = Boolean.TRUE.equals(usedVersion) || SCHEDULED.equals(status);
            return Optional.ofNullable(approveStatus).filter(text -> !inUse && !text.isBlank());
        }
    }

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        TaskRules.requireTask(problems, taskId);
        if (taskVersionType != null && !taskVersionType.equals(SUBMIT) && !taskVersionType.equals(SAVE)) {
            problems.add("taskVersionType", taskVersionType, Messages._Problems_Either(SAVE, SUBMIT));
        }
        problems.requireAtLeast("pageNumber", pageNumber, 1);
        if (pageSize != null && (pageSize < 10 || pageSize > LARGEST_PAGE)) {
            problems.add("pageSize", pageSize, Messages._Problems_Between("10", String.valueOf(LARGEST_PAGE)));
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
