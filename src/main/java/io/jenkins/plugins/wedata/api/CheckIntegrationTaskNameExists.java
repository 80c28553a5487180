package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * CheckIntegrationTaskNameExists of version 2021-08-20: whether a project has an integration task of a name.
 *
 * @param taskName the name
 * @param projectId the project's id
 * @param taskId a task that is not to be counted: the one that is about to get the name
 * @param syncType the kind of synchronisation, by numbers of this action's own, see {@link #syncTypeOf}
 */
public record CheckIntegrationTaskNameExists(
        String taskName,
        String projectId,
        @CheckForNull String taskId,
        @CheckForNull Long syncType) implements WeDataAction<CheckIntegrationTaskNameExists.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("CheckIntegrationTaskNameExists", ApiVersion.V2021_08_20, Effect.READ, Result.class);

    /** {@code ExistsType} of a name that a task in development has. */
    public static final long IN_DEVELOPMENT = 1;

    /** {@code ExistsType} of a name that a task in production has. */
    public static final long IN_PRODUCTION = 2;

    /**
     * The number by which this action knows a kind of synchronisation. WeData numbers the two kinds the other way round
     * here: 1 is a single table and 2 a whole-database solution.
     *
     * @param ofTaskInfo {@code SyncType} of an {@link IntegrationTaskInfo}: 1 a whole-database solution, 2 a single table
     * @return null when the kind is neither: the action then looks at both
     */
    @CheckForNull
    public static Long syncTypeOf(@CheckForNull Long ofTaskInfo) {
        if (ofTaskInfo == null || ofTaskInfo < 1 || ofTaskInfo > 2) {
            return null;
        }
        return 3 - ofTaskInfo;
    }

    /**
     * Whether the name is taken.
     *
     * @param data true when it is
     * @param existsType 0 when it is free, else where it is taken: {@link #IN_DEVELOPMENT} or {@link #IN_PRODUCTION}
     */
    public record Result(
            @CheckForNull Boolean data, @CheckForNull Long existsType) {

        /**
         * Whether a task has the name: either member says so.
         *
         * @return true when it is taken
         */
        public boolean isTaken() {
            return Boolean.TRUE.equals(data) || existsType != null && existsType != 0;
        }
    }

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        problems.requireText("taskName", taskName, Messages._TaskRules_TaskName());
        TaskRules.requireProject(problems, projectId);
        if (syncType != null && (syncType < 1 || syncType > 2)) {
            problems.add("syncType", syncType, Messages._CheckIntegrationTaskNameExists_SyncType());
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null && result.existsType() == null ? Optional.of("Data") : Optional.empty();
    }
}
