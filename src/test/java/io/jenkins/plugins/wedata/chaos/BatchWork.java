package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync;
import io.jenkins.plugins.wedata.api.BatchCreateTaskVersionAsync.BatchCreateTaskVersionDTO;
import io.jenkins.plugins.wedata.emulator.JobSnapshot;
import io.jenkins.plugins.wedata.emulator.World;
import io.jenkins.plugins.wedata.operation.BatchVersionOperation;
import io.jenkins.plugins.wedata.operation.BatchWaitOptions;
import io.jenkins.plugins.wedata.operation.Operation;
import io.jenkins.plugins.wedata.operation.OperationFailedException;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes versions of tasks in one job.
 *
 * @param taskIds the tasks
 * @param remark the versions' note, which no other step uses
 * @param marked whether the step may recognise the versions by it
 * @param awaitEnd whether it waits for the job's end
 * @param reaction what a partial end and a pending approval do
 */
record BatchWork(List<String> taskIds, String remark, boolean marked, boolean awaitEnd, Reaction reaction)
        implements Work {

    @Override
    public Operation operation(boolean goingOn) {
        return new BatchVersionOperation(
                new BatchCreateTaskVersionAsync(
                        taskIds.stream()
                                .map(id -> new BatchCreateTaskVersionDTO(id, "nightly " + remark, null))
                                .toList(),
                        Place.PROJECT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new BatchWaitOptions(
                        awaitEnd,
                        Duration.ofMinutes(20),
                        reaction,
                        reaction,
                        marked ? Optional.of(remark) : Optional.empty()));
    }

    @Override
    public List<String> judge(Report report, World world) {
        List<String> findings = new ArrayList<>();
        boolean wasConfirmed = report.isSuccess() && !report.text("outcome").equals("STARTED");
        for (String taskId : taskIds) {
            long versions = world.versions(taskId).stream()
                    .filter(version -> version.versionRemark().contains(remark))
                    .count();
            if (versions > 1) {
                findings.add(versions + " versions of " + taskId);
            }
            if (versions > 0 && tellsOfNoJob(report)) {
                findings.add("a version of " + taskId + " though nothing was started: " + report);
            }
            boolean succeeded =
                    wasConfirmed && report.values().get("succeeded") instanceof List<?> ids && ids.contains(taskId);
            if (succeeded && versions == 0) {
                findings.add("no version of " + taskId + ", and reported is " + report);
            }
        }
        Optional<String> job = report.isWritten()
                ? Optional.ofNullable(report.reached().id())
                : Optional.ofNullable(report.values())
                        .map(values -> values.get("jobId"))
                        .map(String::valueOf);
        if (job.isPresent() && !isThere(world, job.get())) {
            findings.add("no job " + job.get() + ", and reported is " + report);
        }
        return findings;
    }

    /** A job that is recognised by its versions has no number to be noted: what ended badly may have been one. */
    private static boolean tellsOfNoJob(Report report) {
        return report.tellsOfNoEffect() && !(report.failure() instanceof OperationFailedException);
    }

    static boolean isThere(World world, String jobId) {
        return world.jobs().stream()
                .map(JobSnapshot::jobId)
                .map(String::valueOf)
                .anyMatch(jobId::equals);
    }
}
