package io.jenkins.plugins.wedata.report;

import io.jenkins.plugins.wedata.journal.OperationTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that there is to show of a build's operations at a moment. */
public final class Report {

    private static final int SHORT = 5;

    private final long entries;
    private final boolean building;
    private final List<OperationView> operations;
    private final List<FailedTaskView> failedTasks;
    private final long failuresRevision;

    private Report(long entries, long failuresRevision, boolean building, List<OperationView> operations) {
        this.entries = entries;
        this.failuresRevision = failuresRevision;
        this.building = building;
        this.operations = operations;
        List<FailedTaskView> failed = new ArrayList<>();
        operations.forEach(operation -> failed.addAll(operation.getFailedTasks()));
        this.failedTasks = failed;
    }

    static Report of(OperationTable table, boolean building) {
        return new Report(
                table.revision(),
                table.failuresRevision(),
                building,
                table.rows().stream()
                        .map(row -> new OperationView(row, building))
                        .toList());
    }

    long entries() {
        return entries;
    }

    /**
     * Whether there may be more.
     *
     * @return true while the build runs
     */
    public boolean isBuilding() {
        return building;
    }

    /**
     * Tells one report of the build from another.
     *
     * @return a short text
     */
    public String getRevision() {
        return entries + (building ? "" : "-ended");
    }

    /**
     * Tells whether the failed tasks are the same.
     *
     * @return a short text
     */
    public String getFailuresRevision() {
        return Long.toString(failuresRevision);
    }

    /**
     * Every operation.
     *
     * @return in the order in which they began
     */
    public List<OperationView> getOperations() {
        return List.copyOf(operations);
    }

    /**
     * The operations with a batch job.
     *
     * @return in the order in which they began
     */
    public List<OperationView> getJobs() {
        return operations.stream()
                .filter(operation -> operation.getJob() != null)
                .toList();
    }

    /**
     * The operations that wait for an approval.
     *
     * @return in the order in which they began
     */
    public List<OperationView> getApprovals() {
        return operations.stream()
                .filter(operation -> operation.getPendingApproval() != null)
                .toList();
    }

    /**
     * The tasks that failed, of all operations.
     *
     * @return as many as the journal names
     */
    public List<FailedTaskView> getFailedTasks() {
        return List.copyOf(failedTasks);
    }

    /**
     * How many failed tasks the journal does not name.
     *
     * @return 0 when it names all
     */
    public long getFailedTasksLeftOut() {
        return operations.stream().mapToLong(OperationView::failuresLeftOut).sum();
    }

    /**
     * Whether any operation is a rehearsal.
     *
     * @return true when one is
     */
    public boolean isRehearsal() {
        return operations.stream().anyMatch(OperationView::isRehearsal);
    }

    /**
     * Whether some operations are rehearsals and others are not: what those made exists.
     *
     * @return false when all are alike
     */
    public boolean isRehearsalInPart() {
        return isRehearsal() && !operations.stream().allMatch(OperationView::isRehearsal);
    }

    /**
     * How many operations stand how.
     *
     * @return only states that occur, trouble first
     */
    public List<StateCount> getCounts() {
        Map<OperationState, Integer> counts = new EnumMap<>(OperationState.class);
        operations.forEach(operation -> counts.merge(operation.getState(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<OperationState, Integer> count) -> urgency(count.getKey())))
                .map(count -> new StateCount(count.getKey(), count.getValue()))
                .toList();
    }

    /**
     * The operations that a summary names: trouble first, then what runs.
     *
     * @return a few
     */
    public List<OperationView> getHighlights() {
        return operations.stream()
                .filter(operation -> urgency(operation.getState()) < 2)
                .sorted(Comparator.comparing((OperationView operation) -> urgency(operation.getState())))
                .limit(SHORT)
                .toList();
    }

    /**
     * How many operations a summary would name but for its size.
     *
     * @return 0 when it names all
     */
    public long getMoreHighlights() {
        return Math.max(
                0,
                operations.stream()
                                .filter(operation -> urgency(operation.getState()) < 2)
                                .count()
                        - SHORT);
    }

    private static int urgency(OperationState state) {
        if (state.isTrouble()) {
            return 0;
        }
        return state == OperationState.RUNNING ? 1 : 2;
    }

    /**
     * How many operations stand alike.
     *
     * @param state how they stand
     * @param count how many
     */
    public record StateCount(OperationState state, int count) {

        /**
         * The state, for the page.
         *
         * @return how they stand
         */
        public OperationState getState() {
            return state;
        }

        /**
         * The count, for the page.
         *
         * @return how many
         */
        public int getCount() {
            return count;
        }
    }
}
