package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.World;
import io.jenkins.plugins.wedata.operation.CommitIntegrationOperation;
import io.jenkins.plugins.wedata.operation.OnAbort;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.time.Duration;
import java.util.List;

/**
 * Commits an integration task.
 *
 * @param taskId the task, which is committed by no other step until this one has ended
 * @param before how many versions it has
 * @param type what the commit does besides
 * @param lock whether under the edit lock
 * @param waits whether to wait until it runs
 * @param onApproval what a pending approval does
 */
record CommitWork(String taskId, long before, CommitType type, boolean lock, boolean waits, Reaction onApproval)
        implements Work {

    @Override
    public Operation operation(boolean goingOn) {
        return new CommitIntegrationOperation(
                new CommitIntegrationTask(
                        taskId, Place.PROJECT, type.wireValue(), 201L, null, "nightly", null, null, null),
                waits,
                Duration.ofMinutes(20),
                onApproval,
                lock,
                OnAbort.LEAVE);
    }

    /** Whether the report tells how many versions the task has. */
    boolean isCertain(Report report) {
        return report.isSuccess() || report.isWritten() || report.tellsOfNoEffect();
    }

    /** How many versions the report tells of, or those that were there before. */
    long after(Report report) {
        return report.isSuccess() || report.isWritten() ? before + 1 : before;
    }

    /** Later commits of the same task may have come on top. */
    @Override
    public List<String> judge(Report report, World world) {
        long there = world.integrationTask(taskId)
                .map(IntegrationTaskSnapshot::instanceVersion)
                .orElse(-1L);
        return there < after(report)
                ? List.of(there + " versions of " + taskId + ", " + after(report) + " at least by " + report)
                : List.of();
    }

    /** The same of the last commit of a task. */
    List<String> judgeLast(Report report, World world) {
        long most = isCertain(report) ? after(report) : before + 1;
        return world.integrationTask(taskId)
                .map(IntegrationTaskSnapshot::instanceVersion)
                .filter(there -> there > most)
                .map(there -> there + " versions of " + taskId + ", " + most + " at the most by " + report)
                .map(List::of)
                .orElse(List.of());
    }
}
