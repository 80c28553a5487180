package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.JobSnapshot;
import io.jenkins.plugins.wedata.emulator.ProjectSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskVersionSnapshot;
import io.jenkins.plugins.wedata.emulator.TriggerTaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a report off the built-in WeData. */
final class StageReports {

    private StageReports() {}

    static StageReport of(BuiltInWeData weData, boolean international, long seed) {
        Map<String, StageReport.ActionCalls> calls = new TreeMap<>();
        weData.ledger()
                .deliveries()
                .forEach((action, count) -> calls.put(
                        action,
                        new StageReport.ActionCalls(count, weData.ledger().effects(action))));
        return new StageReport(
                international ? "international" : "mainland",
                seed,
                weData.faults().strikes().stream()
                        .map(strike -> new StageReport.StruckCall(strike.kind().text(), strike.action()))
                        .toList(),
                calls,
                new StageReport.Existing(
                        weData.summary().stream().map(StageReports::project).toList(),
                        weData.world().jobs().stream().map(StageReports::job).toList()));
    }

    private static StageReport.Project project(ProjectSnapshot project) {
        return new StageReport.Project(
                project.projectId(),
                project.workflows().stream()
                        .map(workflow -> new StageReport.Workflow(
                                workflow.workflowId(),
                                workflow.trigger(),
                                Stream.concat(
                                                workflow.tasks().stream().map(StageReports::task),
                                                workflow.triggerTasks().stream().map(StageReports::triggerTask))
                                        .toList()))
                        .toList(),
                project.integrationTasks().stream()
                        .map(StageReports::integrationTask)
                        .toList());
    }

    private static StageReport.Task task(TaskSnapshot task) {
        return new StageReport.Task(task.taskId(), task.taskName(), task.taskTypeName(), numbers(task.versions()));
    }

    private static StageReport.Task triggerTask(TriggerTaskSnapshot task) {
        return new StageReport.Task(task.taskId(), task.taskName(), task.taskTypeName(), numbers(task.versions()));
    }

    private static List<String> numbers(List<TaskVersionSnapshot> versions) {
        return versions.stream().map(TaskVersionSnapshot::versionNum).toList();
    }

    private static StageReport.IntegrationTask integrationTask(IntegrationTaskSnapshot task) {
        return new StageReport.IntegrationTask(task.taskId(), task.taskName(), task.status());
    }

    private static StageReport.BatchJob job(JobSnapshot job) {
        return new StageReport.BatchJob(
                String.valueOf(job.jobId()), job.jobStatus(), job.successful(), job.failed(), job.total());
    }
}
