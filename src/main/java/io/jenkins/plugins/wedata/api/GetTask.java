package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * GetTask of version 2025-08-06: a task of an ordinary workflow as WeData holds it.
 *
 * @param projectId the project's id
 * @param taskId the task's id
 */
public record GetTask(String projectId, String taskId) implements WeDataAction<GetTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("GetTask", ApiVersion.V2025_08_06, Effect.READ, Result.class);

    /**
     * A task.
     *
     * @param data the task
     */
    public record Result(@CheckForNull Task data) {}

    /**
     * WeData's structure {@code Task}, without when it runs.
     *
     * @param taskBaseAttribute what the task is
     * @param taskConfiguration what it runs, and where; the structure has the members of a trigger task's
     */
    public record Task(
            @CheckForNull TaskBaseAttribute taskBaseAttribute,
            @CheckForNull CreateTriggerTaskConfiguration taskConfiguration) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireProject(problems, projectId);
        TaskRules.requireTask(problems, taskId);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
