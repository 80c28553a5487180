package io.jenkins.plugins.wedata.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** What of a report is new to someone who has seen one before. */
public final class ReportChange {

    private final Report report;
    private final boolean seen;
    private final boolean failuresSeen;

    ReportChange(Report report, @CheckForNull String revision, @CheckForNull String failures) {
        this.report = report;
        this.seen = report.getRevision().equals(revision);
        this.failuresSeen = report.getFailuresRevision().equals(failures);
    }

    /**
     * The whole report.
     *
     * @return as it is now
     */
    public Report getReport() {
        return report;
    }

    /**
     * Whether anything is new. What runs takes longer at each look, so a report with something that runs is always new.
     *
     * @return false when there is nothing to send
     */
    public boolean isNews() {
        return !seen
                || report.getOperations().stream()
                        .anyMatch(operation -> operation.getState() == OperationState.RUNNING);
    }

    /**
     * Whether the failed tasks are new.
     *
     * @return false when they need not be sent
     */
    public boolean isFailuresNews() {
        return !failuresSeen;
    }
}
