package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.JobSnapshot;
import io.jenkins.plugins.wedata.emulator.ProjectSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskVersionSnapshot;
import io.jenkins.plugins.wedata.emulator.TriggerTaskSnapshot;
import io.jenkins.plugins.wedata.rehearsal.binding.NearName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built-in WeData over HTTP, in which every project and workflow that a Jenkinsfile names is there. */
final class BuiltInStage implements RehearsalWeData {

    static final ApiKey KEY = ApiKey.of("AKIDrehearsal00000000000000000000000", "rehearsal-and-nothing-else");
    private static final long RUNNING = 3;

    private final BuiltInWeData weData;
    private final Endpoint endpoint;
    private final StageSettings settings;
    private final long seed;

    private BuiltInStage(BuiltInWeData weData, Endpoint endpoint, StageSettings settings, long seed) {
        this.weData = weData;
        this.endpoint = endpoint;
        this.settings = settings;
        this.seed = seed;
    }

    /** Opens one that behaves as usual, with the machine's own clock. */
    static BuiltInStage open() throws IOException {
        return open(StageSettings.DEFAULT, BuiltInWeData.builder());
    }

    /**
     * Opens one on a free port of the loopback address.
     *
     * @param settings how it behaves
     * @param time its clock; stays the caller's
     * @throws IllegalArgumentException when a fault names an action that there is not; the message says which there are
     */
    static BuiltInStage open(StageSettings settings, TimeSource time) throws IOException {
        return open(settings, BuiltInWeData.builder().time(time));
    }

    private static BuiltInStage open(StageSettings settings, BuiltInWeData.Builder builder) throws IOException {
        Long wanted = settings.seed();
        long seed = wanted == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : wanted;
        BuiltInWeData weData =
                builder.key(KEY.secretId(), KEY.secretKey()).seed(seed).build();
        weData.switches()
                .acceptAnyProject(true)
                .refuseUnknownParameters(true)
                .international(settings.international())
                .versionsNeedApproval(settings.approvals())
                .commitsNeedApproval(settings.approvals())
                .pace(settings.pace());
        try {
            settings.faults().forEach(fault -> arm(weData, fault));
            return new BuiltInStage(
                    weData, Endpoint.parse(weData.listen(0).uri().toString()), settings, seed);
        } catch (IOException | RuntimeException e) {
            weData.close();
            throw e;
        }
    }

    private static void arm(BuiltInWeData weData, Fault fault) {
        if (fault.action() != null && !weData.actions().contains(fault.action())) {
            throw new IllegalArgumentException("--fault names the action " + fault.action()
                    + ", which there is not"
                    + NearName.of(fault.action(), weData.actions())
                            .map(name -> "; is " + name + " meant?")
                            .orElse("")
                    + "; the actions are " + String.join(", ", weData.actions()));
        }
        weData.faults().add(fault);
    }

    @Override
    public List<String> notices() {
        List<String> lines = new ArrayList<>();
        if (settings.international()) {
            lines.add("The built-in WeData plays the international site");
        }
        if (settings.approvals()) {
            lines.add("Versions and commits wait for an approver, and nobody approves");
        }
        if (settings.hasChance()) {
            lines.add("Faults strike by chance; --seed " + seed + " repeats this");
        }
        return lines;
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

    @Override
    public List<String> strikes() {
        return Stream.concat(
                        weData.faults().strikes().stream()
                                .map(strike -> strike.kind().text() + " struck " + strike.action()),
                        settings.faults().stream().filter(this::hasNotStruck).map(BuiltInStage::inVain))
                .toList();
    }

    private boolean hasNotStruck(Fault fault) {
        String action = fault.action();
        return weData.faults().strikes().stream()
                .filter(strike -> strike.kind() == fault.kind())
                .noneMatch(strike -> action == null || action.equals(strike.action()));
    }

    private static String inVain(Fault fault) {
        return fault.kind().text() + " struck no call" + (fault.action() == null ? "" : " of " + fault.action());
    }

    @Override
    public StageReport report() {
        return StageReports.of(weData, settings.international(), seed);
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
