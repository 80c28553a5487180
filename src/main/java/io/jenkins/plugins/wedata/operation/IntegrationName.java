package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By what an integration task is recognised: names may be alike in one project where the kinds differ.
 *
 * @param text the name
 * @param taskType 201 or 202, 0 when the definition does not say
 * @param syncType 1 or 2 as in the definition, 0 when it does not say
 */
record IntegrationName(String text, long taskType, long syncType) {

    /** Nothing is known. */
    static final IntegrationName NONE = new IntegrationName("", 0, 0);

    static IntegrationName of(IntegrationTaskInfo task) {
        return new IntegrationName(
                Objects.requireNonNullElse(task.taskName(), ""),
                Objects.requireNonNullElse(task.taskType(), 0L),
                Objects.requireNonNullElse(task.syncType(), 0L));
    }

    /** The name as a text that {@link #recalled} understands. */
    String memo() {
        return taskType + " " + syncType + " " + text;
    }

    /** Empty when that text is damaged. */
    static Optional<IntegrationName> recalled(String memo) {
        String[] parts = memo.split(" ", 3);
        try {
            return Optional.of(new IntegrationName(parts[2], Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The kinds of task to look among. */
    List<Long> taskTypes() {
        List<Long> both = List.of(IntegrationTaskType.REAL_TIME.wireValue(), IntegrationTaskType.OFFLINE.wireValue());
        return both.contains(taskType) ? List.of(taskType) : both;
    }

    /** Whether a task bears exactly this name, as far as both say what they are. */
    boolean isOf(IntegrationTaskInfo task) {
        long other = Optional.ofNullable(task.syncType()).orElse(0L);
        return text.equals(task.taskName()) && (other == 0 || syncType == 0 || other == syncType);
    }
}
