package io.jenkins.plugins.wedata.report;

import io.jenkins.plugins.wedata.journal.JournalEntry;
import io.jenkins.plugins.wedata.operation.FailedTask;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A task of a batch job that failed. */
@ExportedBean(defaultVisibility = 3)
public final class FailedTaskView {

    private final FailedTask task;
    private final JournalEntry.Begun operation;

    FailedTaskView(FailedTask task, JournalEntry.Begun operation) {
        this.task = task;
        this.operation = operation;
    }

    /**
     * Its id.
     *
     * @return empty when WeData tells none
     */
    @Exported
    public String getTaskId() {
        return task.taskId();
    }

    /**
     * Its name.
     *
     * @return empty when WeData tells none
     */
    @Exported
    public String getTaskName() {
        return task.taskName();
    }

    /**
     * Why it failed.
     *
     * @return in the account's language
     */
    @Exported
    public String getReason() {
        return task.reason();
    }

    /**
     * The step whose job it belongs to.
     *
     * @return such as {@code wedataBatchVersion}
     */
    public String getStep() {
        return operation.functionName();
    }
}
