package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.JobSnapshot;
import io.jenkins.plugins.wedata.emulator.ProjectSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskVersionSnapshot;
import io.jenkins.plugins.wedata.emulator.TriggerTaskSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The built-in WeData over HTTP, in which every project and workflow that a Jenkinsfile names is there. */
final class BuiltInStage implements RehearsalWeData {

    private static final ApiKey KEY = ApiKey.of("AKIDrehearsal00000000000000000000000", "rehearsal-and-nothing-else");
    private static final long RUNNING = 3;

    private final BuiltInWeData weData;
    private final Endpoint endpoint;

    private BuiltInStage(BuiltInWeData weData, Endpoint endpoint) {
        this.weData = weData;
        this.endpoint = endpoint;
    }

    /** Opens one on a free port of the loopback address. */
    static BuiltInStage open() throws IOException {
        BuiltInWeData weData =
                BuiltInWeData.builder().key(KEY.secretId(), KEY.secretKey()).build();
        weData.switches().acceptAnyProject(true).refuseUnknownParameters(true);
        try {
            return new BuiltInStage(
                    weData, Endpoint.parse(weData.listen(0).uri().toString()));
        } catch (IOException | RuntimeException e) {
            weData.close();
            throw e;
        }
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public ApiKey key() {
        return KEY;
    }

    /** What exists in it, for tests. */
    BuiltInWeData weData() {
        return weData;
    }

    @Override
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        for (ProjectSnapshot project : weData.summary()) {
            lines.add("project " + project.projectId());
            project.workflows().forEach(workflow -> {
                lines.add((workflow.trigger() ? "  trigger workflow " : "  workflow ") + workflow.workflowId());
                workflow.tasks().forEach(task -> lines.add("    " + told(task)));
                workflow.triggerTasks().forEach(task -> lines.add("    " + told(task)));
            });
            project.integrationTasks().forEach(task -> lines.add("  " + told(task)));
        }
        weData.world().jobs().forEach(job -> lines.add(told(job)));
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String told(TaskSnapshot task) {
        return "task " + task.taskId() + " " + task.taskName() + " (" + task.taskTypeName() + "), "
                + told(task.versions());
    }

    private static String told(TriggerTaskSnapshot task) {
        return "trigger task " + task.taskId() + " " + task.taskName() + " (" + task.taskTypeName() + "), "
                + told(task.versions());
    }

    private static String told(List<TaskVersionSnapshot> versions) {
        return versions.isEmpty()
                ? "no version"
                : versions.stream()
                        .map(TaskVersionSnapshot::versionNum)
                        .collect(Collectors.joining(", ", "versions ", ""));
    }

    private static String told(IntegrationTaskSnapshot task) {
        String status = task.status() == RUNNING ? "running" : "status " + task.status();
        return "integration task " + task.taskId() + " " + task.taskName() + ", " + status;
    }

    private static String told(JobSnapshot job) {
        return "batch job " + job.jobId() + ": " + job.jobStatus() + ", "
                + job.successful().size() + " of " + job.total() + " versions";
    }

    @Override
    public void close() {
        weData.close();
    }
}
