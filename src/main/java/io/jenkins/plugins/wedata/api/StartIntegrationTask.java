package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * StartIntegrationTask of version 2021-08-20: starts an integration task. The call is synchronous; whether the task then
 * runs is seen with {@link DescribeIntegrationTask}.
 *
 * @param taskId the integration task's id
 * @param projectId the project's id
 * @param event what to do: {@code START}, {@code STOP}, {@code SUSPEND}, {@code RESUME}, {@code COMMIT} or
 *     {@code TIMESTAMP}; blanks around it are taken, as WeData's own sample has one
 * @param extConfig extra settings, such as {@code timestamp} in milliseconds since 1970
 * @param eventDesc a free label of what the user does
 */
public record StartIntegrationTask(
        String taskId,
        String projectId,
        @CheckForNull String event,
        @CheckForNull List<RecordField> extConfig,
        @CheckForNull String eventDesc)
        implements WeDataAction<StartIntegrationTask.Result> {

    private static final ActionType<Result> TYPE =
            new ActionType<>("StartIntegrationTask", ApiVersion.V2021_08_20, Effect.WRITE, Result.class);

    private static final Set<String> EVENTS = Set.of("START", "STOP", "SUSPEND", "RESUME", "COMMIT", "TIMESTAMP");

    /**
     * What a start is answered with.
     *
     * @param data whether it was done: false is a failure although the reply carries no error
     */
    public record Result(@CheckForNull Boolean data) {}

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        TaskRules.requireTask(problems, taskId);
        TaskRules.requireProject(problems, projectId);
        if (event != null && !EVENTS.contains(event.strip())) {
            problems.add("event", event, Messages._Problems_OneOf("START, STOP, SUSPEND, RESUME, COMMIT, TIMESTAMP"));
        }
        TaskRules.requireNames(problems, "extConfig", extConfig);
    }

    @Override
    public Optional<String> absentIn(Result result) {
        return result.data() == null ? Optional.of("Data") : Optional.empty();
    }
}
