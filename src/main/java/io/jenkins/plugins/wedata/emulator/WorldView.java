package io.jenkins.plugins.wedata.emulator;

import java.util.List;
import java.util.Optional;

/** What exists in the built-in WeData, to be asked for. Every answer is a copy. Safe for many threads. */
public abstract sealed class WorldView permits World {

    private final Tables tables;

    WorldView(Tables tables) {
        this.tables = tables;
    }

    /**
     * Every task.
     *
     * @return in the order they came into being
     */
    public List<TaskSnapshot> tasks() {
        synchronized (tables) {
            tables.settle();
            return tables.tasks.values().stream().map(StoredTask::snapshot).toList();
        }
    }

    /**
     * The tasks of a name.
     *
     * @param name the exact name
     * @return in the order they came into being
     */
    public List<TaskSnapshot> tasksNamed(String name) {
        return tasks().stream().filter(task -> task.taskName().equals(name)).toList();
    }

    /**
     * Every task of a trigger workflow.
     *
     * @return in the order they came into being
     */
    public List<TriggerTaskSnapshot> triggerTasks() {
        synchronized (tables) {
            return tables.triggerTasks.values().stream()
                    .map(StoredTriggerTask::snapshot)
                    .toList();
        }
    }

    /**
     * The tasks of trigger workflows of a name.
     *
     * @param name the exact name
     * @return in the order they came into being
     */
    public List<TriggerTaskSnapshot> triggerTasksNamed(String name) {
        return triggerTasks().stream()
                .filter(task -> task.taskName().equals(name))
                .toList();
    }

    /**
     * The submitted versions of a task.
     *
     * @param taskId the task's id
     * @return oldest first; none when there is no such task
     */
    public List<TaskVersionSnapshot> versions(String taskId) {
        return tasks().stream()
                .filter(task -> task.taskId().equals(taskId))
                .flatMap(task -> task.versions().stream())
                .toList();
    }

    /**
     * An integration task.
     *
     * @param taskId the integration task's id
     * @return empty when there is none
     */
    public Optional<IntegrationTaskSnapshot> integrationTask(String taskId) {
        synchronized (tables) {
            tables.settle();
            return Optional.ofNullable(tables.integrationTasks.get(taskId)).map(IntegrationTask::snapshot);
        }
    }

    /**
     * The integration tasks of a name.
     *
     * @param name the exact name
     * @return in the order they came into being
     */
    public List<IntegrationTaskSnapshot> integrationTasksNamed(String name) {
        synchronized (tables) {
            tables.settle();
            return tables.integrationTasks.values().stream()
                    .map(IntegrationTask::snapshot)
                    .filter(task -> task.taskName().equals(name))
                    .toList();
        }
    }

    /**
     * Every batch job. To ask here is not a look.
     *
     * @return in the order they were made
     */
    public List<JobSnapshot> jobs() {
        synchronized (tables) {
            tables.settle();
            return tables.jobs.values().stream().map(BatchJob::snapshot).toList();
        }
    }

    /**
     * Everything that exists now.
     *
     * @return the projects, in the order they came into being
     */
    public List<ProjectSnapshot> summary() {
        synchronized (tables) {
            tables.settle();
            return new WorldSummary(tables).projects();
        }
    }
}
